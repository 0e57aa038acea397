// Starts the stack on free ports in a temporary folder, lives four lives over HTTP, tells them, and leaves nothing behind.
// --json: one JSON document. --from <instant>: when the story begins; now, if not said.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startReceiver } from '../demo/receiver.ts'
import { inWords } from '../demo/story.ts'
import { type Told, tellLives } from '../demo/tell.ts'
import { worldAt } from '../demo/world.ts'
import { startLocalStack } from '../start.ts'

const { json: asJson, from } = parseArgs({
  options: { json: { type: 'boolean', default: false }, from: { type: 'string' } },
}).values
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
      const world = worldAt(stack.url, stack.token, receiver)
      if (from !== undefined) await world.begin(from)
      return await tellLives(world, (chapter) => say(inWords(chapter)))
    } finally {
      await stack.stop()
    }
  } finally {
    await receiver.stop()
    if (process.env.KEEP === undefined) rmSync(dataFolder, { recursive: true, force: true })
    else console.error(dataFolder)
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
