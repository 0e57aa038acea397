// Starts the stack on free ports in a temporary folder, lives four lives over HTTP, tells them, and leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startReceiver } from '../demo/receiver.ts'
import { inWords } from '../demo/story.ts'
import { type Told, tellLives } from '../demo/tell.ts'
import { worldAt } from '../demo/world.ts'
import { startLocalStack } from '../start.ts'
import { command } from './running-stack.ts'

const help = `npm run demo [-- options]: lives four lives on a stack of its own, on free ports, and tells them. Takes two minutes or so.

  --from <instant>  when the story begins, such as 2027-01-04T08:00:00Z; now, if not said
  --json            one JSON document instead of the story
  --keep            leaves the data; TRIN_DATA=<folder> npm start goes on from there
  --help            says this
`

const options = {
  json: { type: 'boolean', default: false },
  from: { type: 'string' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

interface Asked {
  readonly from: string | undefined
  readonly keeps: boolean
  readonly say: (line: string) => void
}

const run = async ({ from, keeps, say }: Asked): Promise<Told> => {
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
    if (keeps) console.error(`kept: TRIN_DATA=${dataFolder} npm start`)
    else rmSync(dataFolder, { recursive: true, force: true })
  }
}

await command(async () => {
  const { json, from, keep, help: asksHelp } = parseArgs({ options }).values
  if (asksHelp) {
    console.log(help)
    return
  }
  const say = (line: string) => {
    if (!json) console.log(line)
  }
  const { chapters, totals, troubles } = await run({ from, keeps: keep, say })
  if (json) console.log(JSON.stringify({ chapters, totals, troubles }, undefined, 2))
  const { lives, steps, mails, committed, delivered } = totals
  say(`${lives} lives, ${steps} steps, ${mails} mails, ${committed} events committed, ${delivered} delivered`)
  const waiting = Object.entries(totals.deadLetters).map(([queue, count]) => `${queue} ${count}`)
  say(`dead letters: ${waiting.join(', ')}`)
  for (const trouble of troubles) console.error(trouble)
  process.exitCode = troubles.length === 0 ? 0 : 1
})
