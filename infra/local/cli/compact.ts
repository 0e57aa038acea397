/**
 * `npm run compact`: on the running local stack, takes the mails of whoever has been erased out of the inbox, and rewrites
 * the files of DynamoDB without what was deleted. After an erasure it happens by itself; after a restore, `restore` asks.
 */
import { command, runningStack } from './running-stack.ts'

await command(async () => {
  const answer = await fetch(`${runningStack().url}/local/compaction`, { method: 'POST' })
  if (!answer.ok) throw new Error(await answer.text())
  process.stdout.write('compacted\n')
})
