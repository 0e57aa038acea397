import { createServer, request } from 'node:http'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sqsAt } from '../../infra/local/clients.ts'
import { close, listen } from '../../infra/local/engines/loopback.ts'
import { api, lambda, queue, ref } from './tiny-assembly.ts'
import { startTiny, until } from './tiny-stack.ts'

const slow = lambda(
  'Slow',
  'exports.handler = async () => { await new Promise((resolve) => setTimeout(resolve, 300)); return "done" }',
)

describe('a stop of the local stack', () => {
  it('lets a request that runs end, and takes no more', async () => {
    const stack = await startTiny([slow, api({ 'GET /': 'Slow' })], { grace: 30_000 })
    const running = fetch(stack.url)
    await until(() => stack.status().functions.slow?.running === 1)
    const stopping = stack.stop()
    expect((await fetch(stack.url)).status).toBe(503)
    expect(await (await running).text()).toBe('done')
    await stopping
    await expect(fetch(stack.url)).rejects.toThrow()
  })

  it('cuts off what does not end, and its message comes again after the next start', async () => {
    const parts = (source: string) => [lambda('Worker', source, { Timeout: 60 }), queue('Work', 'Worker')]
    const stuck = await startTiny(parts('exports.handler = () => new Promise(() => {})'))
    const QueueUrl = `${stuck.endpoints.sqs}/000000000000/tiny-work`
    await sqsAt(stuck.endpoints.sqs, 'eu-north-1').send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }))
    await until(() => stuck.status().functions.worker?.running === 1)
    await stuck.stop()
    const mended = await startTiny(parts('exports.handler = async () => {}'), { dataFolder: stuck.dataFolder })
    await mended.quiet()
    expect(mended.status()).toMatchObject({
      queues: { work: { inFlight: 0 } },
      deadLetters: { work: 0 },
      functions: { worker: { invocations: 1 } },
    })
  })
})

describe('a proxy before the engines', () => {
  it('is what the functions see, also in the addresses of their queues', async () => {
    const passed: string[] = []
    let behind = ''
    const proxy = createServer((asked, answer) => {
      passed.push(String(asked.headers['x-amz-target']))
      const { method, url, headers } = asked
      asked.pipe(
        request(behind + url, { method, headers }, (got) => {
          answer.writeHead(got.statusCode ?? 500, got.headers)
          got.pipe(answer)
        }),
      )
    })
    const port = await listen(proxy)
    onTestFinished(() => close(proxy))
    const stack = await startTiny(
      [
        lambda(
          'Sender',
          `const { SQSClient, SendMessageCommand } = require(${JSON.stringify(`${process.cwd()}/node_modules/@aws-sdk/client-sqs`)})
          exports.handler = () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'a' }))`,
          { Environment: { Variables: { QUEUE: ref('Work') } } },
        ),
        slow,
        queue('Work', 'Slow', {}, { FunctionResponseTypes: [] }),
      ],
      {
        before: (endpoints) => {
          behind = endpoints.sqs
          return { ...endpoints, sqs: `http://127.0.0.1:${port}` }
        },
      },
    )
    expect(await stack.invoke('sender', {})).toMatchObject({ ok: true })
    await stack.quiet()
    expect(passed).toEqual(['AmazonSQS.SendMessage'])
    expect(stack.status().functions.slow).toMatchObject({ invocations: 1, errors: 0 })
  })
})
