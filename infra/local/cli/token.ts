/** `npm run token -- <role> [--project <id>] [--authority <name>] [--email <address>]`: prints a bearer token. */
import { parseArgs } from 'node:util'
import { developmentUsers, isAccountRole } from '../engines/development-users.ts'
import { fetchToken } from '../token.ts'
import { command, runningStack } from './running-stack.ts'

await command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { project: { type: 'string' }, authority: { type: 'string' }, email: { type: 'string' } },
  })
  const [role = ''] = positionals
  if (!isAccountRole(role))
    throw new Error(`npm run token -- <role>: one of ${Object.keys(developmentUsers).join(', ')}`)
  process.stdout.write(`${await fetchToken(runningStack().url, role, values)}\n`)
})
