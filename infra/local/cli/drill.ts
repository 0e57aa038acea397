// Restores a table that was lost, on free ports in a temporary folder: lives lives, backs up, destroys the table, restores,
// compares state, move and due dates of every project before and after, gives a next command, and leaves nothing behind.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import { z } from 'zod'
import { startReceiver } from '../demo/receiver.ts'
import { tellLives } from '../demo/tell.ts'
import { type World, worldAt } from '../demo/world.ts'
import { type LocalStack, startLocalStack } from '../start.ts'
import { command } from './running-stack.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const list = z.object({ items: z.array(z.object({ id: z.string() })) })
const standing = z.object({
  state: z.string(),
  whoseMove: z.string(),
  since: z.string(),
  dueAt: z.string().optional(),
  due: z.array(z.unknown()),
})

/** Where every project stands, and all that happened to it. */
const lives = async (world: World): Promise<readonly unknown[]> => {
  const secretariat = await world.token('secretariat')
  const { items } = list.parse(await world.get('/api/projects', secretariat))
  return Promise.all(
    items.map(async ({ id }) => [
      id,
      standing.parse(await world.get(`/api/projects/${id}`, secretariat)),
      await world.get(`/api/projects/${id}/history`, secretariat),
    ]),
  )
}

await command(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-drill-'))
  const [data, backup, ledger] = ['data', 'backup.ndjson', 'ledger.ndjson'].map((name) => join(folder, name))
  if (data === undefined || backup === undefined || ledger === undefined) throw new Error('no folder')
  const receiver = await startReceiver()
  let stack: LocalStack | undefined
  const start = async (): Promise<World> => {
    stack = await startLocalStack({ dataFolder: data, context: { webhookEndpoints: [receiver.endpoint] } })
    return worldAt(stack.url, stack.token, receiver)
  }
  const tool = async (name: string, ...args: string[]) => {
    const env = { ...process.env, TRIN_DATA: data }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(dirname(import.meta.filename), name), ...args],
      {
        env,
      },
    )
    say(stdout.trimEnd())
  }
  try {
    const world = await start()
    await tellLives(world, () => undefined)
    await world.settled()
    const before = await lives(world)
    say(`${before.length} projects live`)
    await tool('backup.ts', backup)
    await tool('erasures.ts', ledger)

    await stack?.stop()
    rmSync(join(data, 'dynamodb'), { recursive: true })
    const again = await start()
    if ((await lives(again)).length > 0) throw new Error('the table was not destroyed')
    say('the table is gone')

    await tool('restore.ts', backup, '--ledger', ledger)
    await again.settled()
    const after = await lives(again)
    if (before.length === 0 || !isDeepStrictEqual(after, before)) throw new Error('the lives are not what they were')
    const secretariat = await again.token('secretariat')
    for (const { id } of list.parse(await again.get('/api/projects', secretariat)).items)
      await again.post(`/api/projects/${id}/comments`, { text: 'Det går videre.' }, secretariat)
    await again.settled()
    say('every project stands where it stood, with the same history, and takes the next command')
  } finally {
    await stack?.stop()
    await receiver.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
