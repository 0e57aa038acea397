/**
 * `npm run restore -- <file> --ledger <file>`: fills an empty table from a backup, erases again whoever was erased after
 * it was made, and makes the projections anew. `--ledger` is what `npm run erasures` wrote, or the log of `eraser`;
 * `--without-ledger` says that nobody was erased since. Where: as `npm run backup`.
 *
 * `npm run restore -- --since <instant> --ledger <file>`: the same for a table that was restored by other means, such as
 * point-in-time recovery to that instant; also to go on where a restore was cut off.
 */
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { isEmpty, putItems } from '../../../shared/store/table-copy.ts'
import { rebuild } from '../../../shared/use-cases/rebuild.ts'
import { replayErasures } from '../../../shared/use-cases/replay-erasures.ts'
import { openBackup, readLedger } from '../backup/backup-file.ts'
import { replaying } from '../backup/replaying.ts'
import { command, runningStack } from './running-stack.ts'
import { stackEnvironment } from './stack-environment.ts'

const usage = 'npm run restore -- <backup> | --since <instant>, and --ledger <file> | --without-ledger'
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const say = (line: string) => process.stdout.write(`${line}\n`)

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ledger: { type: 'string' },
      'without-ledger': { type: 'boolean', default: false },
      since: { type: 'string' },
      endpoint: { type: 'string' },
      aws: { type: 'boolean' },
    },
  })
  const [file] = positionals
  if ((file === undefined) === (values.since === undefined)) throw new Error(usage)
  // Whoever leaves the ledger out says so: a backup knows nothing of those who were erased since.
  if ((values.ledger === undefined) !== values['without-ledger']) throw new Error(usage)
  const since = values.since === undefined ? undefined : instant.parse(values.since)
  const erasures = values.ledger === undefined ? [] : await readLedger(values.ledger)
  const local = values.endpoint === undefined && values.aws !== true && process.env.AWS_ENDPOINT_URL === undefined
  const { table, ports, end } = replaying(stackEnvironment(values), await clockOf(local))
  try {
    const from = since ?? (await fill(table, file ?? ''))
    const again = await replayErasures(ports, erasures, from)
    say(`${again.length} ${again.length === 1 ? 'erasure' : 'erasures'} carried out again`)
    const built = await rebuild(ports)
    say(`${built} ${built === 1 ? 'projection' : 'projections'} made anew`)
    if (local) await fetch(`${runningStack().url}/local/compaction`, { method: 'POST' })
  } finally {
    end()
  }
})

/** The domain's clock, which a local stack may have moved. */
async function clockOf(local: boolean): Promise<() => string> {
  if (!local) return () => new Date().toISOString()
  const answer = await fetch(`${runningStack().url}/local/clock`)
  const { offset } = z.object({ offset: z.number() }).parse(await answer.json())
  return () => new Date(Date.now() + offset).toISOString()
}

/** @returns when the backup began. */
async function fill(table: Parameters<typeof isEmpty>[0], file: string): Promise<string> {
  const backup = await openBackup(file)
  if (!(await isEmpty(table))) throw new Error(`${table.table} is not empty: a backup is restored into an empty table`)
  say(`${await putItems(table, backup.items)} items from ${file}`)
  return backup.at
}
