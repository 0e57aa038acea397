/**
 * `npm run backup -- <file>`: writes the table to a file, an item a line; projections are left out, since they follow from
 * the logs. On the running local stack; with `--endpoint <url>` or `AWS_ENDPOINT_URL` on another engine, with `--aws` in the
 * account of the environment (and `TABLE_NAME`). The file holds names and addresses: keep it as such.
 */
import { parseArgs } from 'node:util'
import { variable } from '../../../shared/environment.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { itemsOf } from '../../../shared/store/table-copy.ts'
import { writeBackup } from '../backup/backup-file.ts'
import { command } from './running-stack.ts'
import { named, stackEnvironment } from './stack-environment.ts'

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { endpoint: { type: 'string' }, aws: { type: 'boolean' } },
  })
  const [file] = positionals
  if (file === undefined) throw new Error('npm run backup -- <file>')
  const environment = stackEnvironment(values)
  const client = dynamoClient(environment)
  const items = itemsOf({ client, table: named(environment, variable.table) })
  const count = await writeBackup(file, new Date().toISOString(), items)
  client.destroy()
  process.stdout.write(`${count} items in ${file}\n`)
})
