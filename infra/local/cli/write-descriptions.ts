/** `npm run describe`: writes what `GET /openapi.json` and `GET /asyncapi.json` answer into `functions/portfolio`, from the code. */
import { writeFileSync } from 'node:fs'
import { asyncApiText } from '../asyncapi/document.ts'
import { openApiText } from '../openapi/document.ts'

for (const [name, text] of [
  ['openapi.json', await openApiText()],
  ['asyncapi.json', await asyncApiText()],
] as const) {
  writeFileSync(new URL(`../../../functions/portfolio/${name}`, import.meta.url), text)
  process.stdout.write(`functions/portfolio/${name} is up to date\n`)
}
