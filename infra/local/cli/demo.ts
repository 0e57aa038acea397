// Starts the stack on free ports in a temporary folder, lives two lives over HTTP, tells them, and leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startReceiver } from '../demo/receiver.ts'
import { inWords } from '../demo/story.ts'
import { type Told, tellLives } from '../demo/tell.ts'
import { worldAt } from '../demo/world.ts'
import { startLocalStack } from '../start.ts'

const asJson = process.argv.includes('--json')
const say = (line: string) => {
  if (!asJson) console.log(line)
}

const run = async (): Promise<Told> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'trin-demo-'))
  const receiver = await startReceiver()
  try {
    say('Starting the stack …\n')
    const stack = await startLocalStack({ dataFolder, context: { webhookEndpoints: [receiver.endpoint] } })
    try {
      return await tellLives(worldAt(stack.url, stack.token, receiver), (chapter) => say(inWords(chapter)))
    } finally {
      await stack.stop()
    }
  } finally {
    await receiver.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

const { chapters, totals, troubles } = await run()
if (asJson) console.log(JSON.stringify({ chapters, totals, troubles }, undefined, 2))
say(
  `${totals.lives} lives, ${totals.steps} steps, ${totals.mails} mails, ${totals.committed} events committed, ${totals.delivered} delivered`,
)
say(
  `dead letters: ${Object.entries(totals.deadLetters)
    .map(([queue, count]) => `${queue} ${count}`)
    .join(', ')}`,
)
for (const trouble of troubles) console.error(trouble)
process.exitCode = troubles.length === 0 ? 0 : 1
