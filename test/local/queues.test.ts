import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'
import { sqsAt } from '../../infra/local/clients.ts'
import type { LocalStack } from '../../infra/local/start.ts'
import { lambda, queue, ref } from './tiny-assembly.ts'
import { startTiny, until } from './tiny-stack.ts'

const sdk = (folder: string) => `require(${JSON.stringify(`${process.cwd()}/node_modules/${folder}`)})`

/** Puts messages back at once, so that no test waits for a visibility timeout. */
const giveBack = `const { SQSClient, ChangeMessageVisibilityCommand } = ${sdk('@aws-sdk/client-sqs')}
const sqs = new SQSClient({})
const giveBack = (receiptHandle, VisibilityTimeout = 0) =>
  sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: process.env.QUEUE, ReceiptHandle: receiptHandle, VisibilityTimeout }))`

const worker = (source: string, environment: Record<string, unknown> = {}) =>
  lambda('Worker', `${giveBack}\n${source}`, { Environment: { Variables: { QUEUE: ref('Work'), ...environment } } })

/** Fails for messages that say `poison`, unless the file `CURE` is there. */
const careful = (environment: Record<string, unknown> = {}) =>
  worker(
    `const { existsSync } = require('node:fs')
    exports.handler = async ({ Records }) => {
      for (const { body } of Records) console.log(JSON.stringify({ got: body, times: Records.length }))
      const failed = Records.filter(({ body }) => body.includes('poison') && !existsSync(process.env.CURE))
      for (const { receiptHandle } of failed) await giveBack(receiptHandle)
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    }`,
    { CURE: '/nonexistent', ...environment },
  )

const client = ({ endpoints }: LocalStack) => sqsAt(endpoints.sqs, 'eu-north-1')
const send = async (stack: LocalStack, ...bodies: string[]) => {
  const QueueUrl = `${stack.endpoints.sqs}/000000000000/tiny-work`
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }))
  await client(stack).send(new SendMessageBatchCommand({ QueueUrl, Entries }))
}

describe('a queue that feeds a function', () => {
  it('brings what came together as one batch, and deletes only what succeeded', async () => {
    const stack = await startTiny([careful(), queue('Work', 'Worker')])
    await send(stack, 'a', 'poison', 'c')
    await until(() => stack.status().deadLetters.work === 1)
    await stack.quiet()
    expect(stack.status()).toMatchObject({
      quiet: true,
      queues: { work: { visible: 0, inFlight: 0, delayed: 0 } },
      // Once with all three, once more with the one that failed; then it was given up.
      functions: { worker: { invocations: 2, errors: 0, logged: { info: 4 } } },
    })
  })

  it('keeps a poison message as a dead letter, and brings it back once it can be read', async () => {
    const cure = `${process.cwd()}/package.json`
    const poisoned = [careful(), queue('Work', 'Worker')]
    const stack = await startTiny(poisoned)
    await send(stack, 'poison')
    await until(() => stack.status().deadLetters.work === 1)
    expect(await stack.redrive('work')).toBe(1)
    await until(() => stack.status().deadLetters.work === 1)
    await stack.stop()

    const mended = await startTiny([careful({ CURE: cure }), poisoned[1] ?? queue('Work', 'Worker')], {
      dataFolder: stack.dataFolder,
    })
    expect(mended.status().deadLetters.work).toBe(1)
    expect(await mended.redrive('work')).toBe(1)
    await mended.quiet()
    expect(mended.status()).toMatchObject({ deadLetters: { work: 0 }, functions: { worker: { invocations: 1 } } })
  })

  it('fails the whole batch when the function throws, or answers what nobody understands', async () => {
    for (const end of ['throw new Error("no")', 'return { batchItemFailures: [{ itemIdentifier: "other" }] }']) {
      const stack = await startTiny([
        worker(`exports.handler = async ({ Records }) => {
          for (const { receiptHandle } of Records) await giveBack(receiptHandle)
          ${end}
        }`),
        queue('Work', 'Worker'),
      ])
      await send(stack, 'a', 'b')
      await until(() => stack.status().deadLetters.work === 2)
      await stack.quiet()
      expect(stack.status().functions.worker?.lastError?.message).toBe(
        end.startsWith('throw') ? 'Error: no' : undefined,
      )
    }
  })

  it('lets the function put a message off, and does not wait for it', async () => {
    const stack = await startTiny([
      worker(`exports.handler = async ({ Records }) => {
        for (const { receiptHandle, attributes } of Records)
          await giveBack(receiptHandle, attributes.ApproximateReceiveCount === '1' ? 0 : 600)
        return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) }
      }`),
      queue('Work', 'Worker'),
    ])
    await send(stack, 'later')
    await until(() => stack.status().functions.worker?.invocations === 2)
    await stack.quiet()
    expect(stack.status().queues.work).toEqual({ visible: 0, inFlight: 1, delayed: 0 })
  })

  it('waits for what is delayed shortly, not for what is delayed for long', async () => {
    const stack = await startTiny([careful(), queue('Work', 'Worker')])
    const QueueUrl = `${stack.endpoints.sqs}/000000000000/tiny-work`
    await client(stack).send(new SendMessageCommand({ QueueUrl, MessageBody: 'soon', DelaySeconds: 1 }))
    await client(stack).send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 60 }))
    expect(stack.status()).toMatchObject({ quiet: false, onItsWay: ['tiny-work holds 1'] })
    await stack.quiet()
    expect(stack.status()).toMatchObject({
      queues: { work: { delayed: 1 } },
      functions: { worker: { invocations: 1 } },
    })
  })

  it('gathers a batch for as long as the template says', async () => {
    const stack = await startTiny([
      careful(),
      queue('Work', 'Worker', {}, { BatchSize: 20, MaximumBatchingWindowInSeconds: 1 }),
    ])
    await send(stack, 'a')
    await send(stack, 'b', 'c')
    await stack.quiet()
    expect(stack.status().functions.worker?.invocations).toBe(1)
  })

  it('ends a function at its timeout, also one that spins, and counts it', async () => {
    const stack = await startTiny([
      lambda('Worker', 'exports.handler = async () => { for (;;); }', { Timeout: 1 }),
      queue('Work', 'Worker', { VisibilityTimeout: 2 }),
    ])
    await send(stack, 'a')
    await until(() => stack.status().deadLetters.work === 1 && stack.status().functions.worker?.errors === 2)
    expect(stack.status().functions.worker).toMatchObject({
      invocations: 2,
      errors: 2,
      timeouts: 2,
      lastError: { message: 'Task timed out after 1 seconds' },
    })
  })
})

describe('a function', () => {
  it('sees only its own environment, and what remains of its time', async () => {
    const { invoke } = await startTiny([
      lambda(
        'Looker',
        `exports.handler = async (event, context) => ({ event, home: process.env.HOME, own: process.env.OWN, name: context.functionName, left: context.getRemainingTimeInMillis(), region: process.env.AWS_REGION })`,
        { Environment: { Variables: { OWN: { 'Fn::Join': ['-', ['a', ref('AWS::Region')]] } } } },
      ),
    ])
    const outcome = await invoke('looker', { x: 1 })
    expect(outcome).toMatchObject({
      ok: true,
      result: { event: { x: 1 }, own: 'a-eu-north-1', name: 'tiny-looker', region: 'eu-north-1' },
    })
    expect(outcome).not.toHaveProperty('result.home')
  })

  it('stays warm, and runs as many times at once as allowed', async () => {
    const { invoke, status } = await startTiny(
      [
        lambda(
          'Counter',
          `let calls = 0; exports.handler = async () => { calls += 1; await new Promise((r) => setTimeout(r, 50)); return calls }`,
        ),
      ],
      { concurrency: 2 },
    )
    const calls = await Promise.all([1, 2, 3, 4].map(() => invoke('counter', {})))
    // Two begin, and the others go to whichever is free: to the first both, where the second was slow to begin.
    expect([
      [1, 1, 2, 2],
      [1, 1, 2, 3],
    ]).toContainEqual(calls.map((outcome) => outcome.ok && outcome.result).toSorted())
    expect(status().functions.counter).toMatchObject({ invocations: 4, warm: 2, running: 0 })
  })

  it('that takes more memory than it has, or ends its process, fails alone', async () => {
    const { invoke, status } = await startTiny([
      lambda(
        'Glutton',
        `exports.handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }`,
        { MemorySize: 32, Timeout: 30 },
      ),
      lambda('Quitter', `exports.handler = async () => process.exit(3)`),
    ])
    expect(await invoke('glutton', {})).toMatchObject({ ok: false, reason: 'died' })
    expect(await invoke('quitter', {})).toMatchObject({
      ok: false,
      reason: 'died',
      message: 'the runtime exited with 3',
    })
    expect(status().functions).toMatchObject({ glutton: { errors: 1 }, quitter: { errors: 1 } })
  })
})
