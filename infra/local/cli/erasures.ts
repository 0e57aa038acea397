/**
 * `npm run erasures -- <file>`: writes the ledger of erasures to a file, an entry a line; it names nobody. Keep it apart
 * from the backups: a restore goes by it. Without a file it is told on standard output. Where: as `npm run backup`.
 */
import { parseArgs } from 'node:util'
import { variable } from '../../../shared/environment.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoErasureLedger } from '../../../shared/store/erasure-ledger.ts'
import { writeLedger } from '../backup/backup-file.ts'
import { command } from './running-stack.ts'
import { named, stackEnvironment } from './stack-environment.ts'

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { endpoint: { type: 'string' }, aws: { type: 'boolean' } },
  })
  const [file] = positionals
  const environment = stackEnvironment(values)
  const client = dynamoClient(environment)
  const erasures = await dynamoErasureLedger({ client, table: named(environment, variable.table) }).all()
  client.destroy()
  if (file === undefined) {
    for (const entry of erasures) process.stdout.write(`${JSON.stringify(entry)}\n`)
    return
  }
  await writeLedger(file, erasures)
  process.stdout.write(`${erasures.length} ${erasures.length === 1 ? 'erasure' : 'erasures'} in ${file}\n`)
})
