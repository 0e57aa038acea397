/**
 * `npm run redrive -- <queue>`: brings a queue's dead letters back to it. Of the running local stack; with `--endpoint <url>`
 * of another engine, with `--aws` of the account and region that the environment names.
 */
import { parseArgs } from 'node:util'
import { SQSClient } from '@aws-sdk/client-sqs'
import { sqsAt } from '../clients.ts'
import { redrive } from '../redrive.ts'
import { command, runningStack } from './running-stack.ts'

await command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { endpoint: { type: 'string' }, aws: { type: 'boolean' } },
  })
  const [queue] = positionals
  if (queue === undefined) throw new Error('npm run redrive -- <queue>, such as commits, mail, webhooks')
  const local = () => {
    const { environment } = runningStack()
    return sqsAt(values.endpoint ?? environment.AWS_ENDPOINT_URL_SQS ?? '', environment.AWS_REGION ?? '')
  }
  const client = values.aws ? new SQSClient({ requestHandler: { requestTimeout: 30_000 } }) : local()
  const moved = await redrive(client, queue)
  client.destroy()
  process.stdout.write(`${moved} ${moved === 1 ? 'message' : 'messages'} back in ${queue}\n`)
})
