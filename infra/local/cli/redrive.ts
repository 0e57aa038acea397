/**
 * `npm run redrive -- <queue>`: brings a queue's dead letters back to it; without a queue, tells how many lie where. Of the running local stack; with `--endpoint <url>`
 * of another engine, with `--aws` of the account and region that the environment names.
 */
import { parseArgs } from 'node:util'
import { SQSClient } from '@aws-sdk/client-sqs'
import { sqsAt } from '../clients.ts'
import { countDeadLetters, redrive } from '../redrive.ts'
import { command, runningStack } from './running-stack.ts'

await command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { endpoint: { type: 'string' }, aws: { type: 'boolean' } },
  })
  const [queue] = positionals
  const local = () => {
    const { environment } = runningStack()
    return sqsAt(values.endpoint ?? environment.AWS_ENDPOINT_URL_SQS ?? '', environment.AWS_REGION ?? '')
  }
  const client = values.aws ? new SQSClient({ requestHandler: { requestTimeout: 30_000 } }) : local()
  const say = (line: string) => process.stdout.write(`${line}\n`)
  if (queue === undefined) {
    for (const counted of await countDeadLetters(client, 'trin-'))
      say(`${String(counted.deadLetters).padStart(6)}  ${counted.queue}`)
    say('npm run redrive -- <queue> brings them back to it')
  } else {
    const moved = await redrive(client, queue)
    say(`${moved} ${moved === 1 ? 'message' : 'messages'} back in ${queue}`)
  }
  client.destroy()
})
