/** `npm start`: runs everything on this machine until Ctrl-C. */
import { startLocalStack } from '../start.ts'
import { command, dataFolder } from './running-stack.ts'

const port = Number(process.env.PORT ?? 3000)

await command(async () => {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${process.env.PORT}`)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const stack = await startLocalStack({ dataFolder: dataFolder(), port, log: say })
  let stopping = false
  const stop = (): void => {
    // A second Ctrl-C does not wait: what was acknowledged is on disk.
    if (stopping) process.exit(130)
    stopping = true
    stack.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  say(`
  API          ${stack.url}/api/projects      (health: ${stack.url}/health)
  Status       ${stack.url}/local/status      queues, dead letters, clock, mails, functions
  Mail         ${stack.inbox}                 everything that was sent
  Sign-in      ${stack.issuer}                npm run token -- secretariat
  Clock        npm run clock -- +31d          stops at everything that is due on the way
  Data         ${stack.dataFolder}            logs/functions.ndjson is what the functions say
`)
  say(`trin is ready at ${stack.url}`)
})
