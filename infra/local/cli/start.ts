/** `npm start`: runs everything on this machine until Ctrl-C. */
import { type LocalStack, startLocalStack } from '../start.ts'
import { command, dataFolder } from './running-stack.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

let stack: LocalStack | undefined
let stopping = false

/** Before it is ready there is nothing to end well, and a second Ctrl-C does not wait: what was acknowledged is on disk. */
const stop = async (): Promise<void> => {
  if (stack === undefined || stopping) process.exit(stopping ? 130 : 0)
  stopping = true
  try {
    await stack.stop()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error}\n`)
    process.exit(1)
  }
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

await command(async () => {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${process.env.PORT}`)
  stack = await startLocalStack({ dataFolder: dataFolder(), port, log: say })
  const inFolder = process.env.TRIN_DATA === undefined ? '' : `TRIN_DATA=${stack.dataFolder} `
  say(`
  Pages     ${stack.url}: the form for ideas and the portfolio
  Sign-in   ${stack.url}/sign-in: to the secretariat’s desk and the board’s table, as whoever you want to be
  API       ${stack.url}/api/projects (health: ${stack.url}/health)
  Status    ${stack.url}/local/status: queues, dead letters, clock, mails, functions
  Mail      ${stack.inbox}: everything that was sent
  Token     ${inFolder}npm run token -- secretariat: for the API, from ${stack.issuer}
  Clock     ${inFolder}npm run clock -- +31d: stops at everything that is due on the way
  Data      ${stack.dataFolder}: logs/functions.ndjson is what the functions say
`)
  say(`trin is ready at ${stack.url}`)
})
