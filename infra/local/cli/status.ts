/** `npm run status`: what `GET /local/status` of the running stack tells. */
import { command, runningStack } from './running-stack.ts'

await command(async () => {
  const answer = await fetch(`${runningStack().url}/local/status`)
  process.stdout.write(await answer.text())
})
