/** `npm run openapi`: writes `functions/portfolio/openapi.json`, which `GET /openapi.json` answers, from the code. */
import { writeFileSync } from 'node:fs'
import { openApiText } from '../openapi/document.ts'

const file = new URL('../../../functions/portfolio/openapi.json', import.meta.url)
writeFileSync(file, await openApiText())
process.stdout.write('functions/portfolio/openapi.json is up to date\n')
