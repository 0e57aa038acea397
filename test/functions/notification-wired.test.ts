import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notification } from '../../functions/notification/container.ts'
import { notificationHandler } from '../../functions/notification/handler.ts'
import { postAfter } from '../../shared/domain/calendar/days.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import { postBody } from '../../shared/messages/mail-message.ts'
import { noticeBody } from '../../shared/messages/notice.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import type { StreamEvent } from '../../shared/use-cases/ports.ts'
import { actors, people } from '../domain/support/material.ts'
import { lambdaContext } from '../fakes/http-event.ts'
import { levelOneLife, life } from '../fakes/life.ts'
import { gathered } from '../store/contracts/gathered.ts'
import { type Engines, environmentFor, startEngines, table } from '../store/engines.ts'

const signingKey = 'a signing key for tests, long enough'
let engines: Engines
let ses: Server
let environment: Record<string, string>
const mails: ParsedMail[] = []

beforeAll(async () => {
  engines = await startEngines()
  ses = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', async () => {
      mails.push(await simpleParser(Buffer.from(new URLSearchParams(body).get('RawMessage.Data') ?? '', 'base64')))
      response.end(
        '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
      )
    })
  })
  await new Promise<void>((resolve) => ses.listen(0, '127.0.0.1', resolve))
  const aws = {
    ...environmentFor(engines.dynamo.endpoint),
    AWS_ENDPOINT_URL_SQS: engines.sqs.endpoint,
    AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${(ses.address() as AddressInfo).port}`,
  }
  engines.sqs.ensureQueue('mail', {})
  environment = {
    ...aws,
    TABLE_NAME: table,
    MAIL_QUEUE_URL: engines.sqs.queueUrl('mail'),
    SIGNING_KEY: signingKey,
    BASE_URL: 'https://trin.example',
    MAIL_SENDER: 'trin@os2.example',
    SES_CONFIGURATION_SET: 'trin-test',
    MAILBOXES: JSON.stringify({
      secretariat: { email: 'sekretariat@os2.example' },
      board: { email: 'bestyrelse@os2.example' },
      chair: { email: 'formand@os2.example', language: 'en' },
    }),
    DIGEST_QUIET_SECONDS: '0',
  }
}, 30_000)
afterAll(async () => {
  ses.closeAllConnections()
  ses.close()
  await engines.stop()
})

const late: StreamEvent = {
  type: 'step-taken',
  item: 'report-1',
  kind: 'report',
  step: 'overdue-1',
  to: ['lead', 'chair'],
  consequence: 'none',
  at: '2027-03-10T07:00:00.000Z',
  late: true,
}

describe('given notification as it is wired, on the embedded engines', () => {
  it('when an event and a late step come, then mail goes out by SES: at once, in the morning, and what is late once it is quiet', async () => {
    const dynamo = { client: dynamoClient(environment), table }
    const contacts = dynamoContacts({ ...dynamo, signingKey })
    const started = life(levelOneLife())
    const last = started.at(-1) as Commit<StreamEvent>
    const log = [
      ...started,
      { ...last, version: last.version + 1, commitId: 'cmt_late', actor: actors.monitor, events: [late] },
    ]
    for (const commit of log) await dynamoCommitLog(dynamo).append(commit)
    await contacts.stage('cmt_people', [
      { id: people.troels, name: 'Troels Ærø', email: 'troels@tisvang.example', language: 'da' },
      { id: people.maren, name: 'Maren Højgaard', email: 'maren@tisvang.example', language: 'en' },
    ])
    await contacts.confirm('cmt_people')
    const lines: string[] = []
    const handler = notificationHandler({
      ...notification(environment),
      writeLine: (line) => lines.push(line),
    })
    const message = (version: number, index: number, type: StreamEvent['type']) =>
      noticeBody({
        id: `${last.stream}/${version}/${index}`,
        stream: last.stream,
        version,
        index,
        type,
        correlationId: `correlation-${version}`,
      })
    const attributes = { SentTimestamp: String(Date.now()) } as SQSRecord['attributes']
    const answer = (body: string) =>
      handler({ Records: [{ messageId: '1', body, attributes } as SQSRecord] }, lambdaContext())

    const sqs = sqsClient(environment, { requestTimeout: 10_000 })
    const QueueUrl = environment.MAIL_QUEUE_URL
    /** Handles so many messages of the queue; returns those that failed. */
    const carryOut = async (count: number) => {
      const failures: unknown[] = []
      for (let left = count; left > 0; ) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2, MaxNumberOfMessages: 10 }),
        )
        for (const { Body = '', ReceiptHandle } of Messages) {
          failures.push(...(await answer(Body)).batchItemFailures)
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
          left -= 1
        }
      }
      return failures
    }

    const startedAt = last.events.findIndex(({ type }) => type === 'started')
    for (const _ of ['once', 'twice'])
      expect(await answer(message(last.version, startedAt, 'started')), lines.join('\n')).toEqual({
        batchItemFailures: [],
      })
    const addressed = () => mails.map(({ to }) => (Array.isArray(to) ? '' : to?.text))
    const subjects = () => mails.map(({ subject }) => subject?.split(':')[0])
    expect(addressed()).toEqual(['"Troels Ærø" <troels@tisvang.example>'])
    expect(subjects()).toEqual(['Projektet er i gang'])

    const morning = postAfter(last.at)
    expect(await gathered(dynamoProjections(dynamo).due(morning))).toEqual([{ post: morning, nextDueAt: morning }])
    for (const _ of ['once', 'twice'])
      expect(await answer(postBody(morning, 'c')), lines.join('\n')).toEqual({ batchItemFailures: [] })
    expect(await carryOut(2)).toEqual([])
    expect(mails).toHaveLength(3)
    expect(addressed().slice(1).sort()).toEqual(['"Maren Højgaard" <maren@tisvang.example>', 'bestyrelse@os2.example'])
    expect(subjects()).toContain('The project has started')
    expect(await gathered(dynamoProjections(dynamo).due(morning))).toEqual([])

    expect(await answer(message(last.version + 1, 0, 'step-taken')), lines.join('\n')).toEqual({
      batchItemFailures: [],
    })
    expect(mails).toHaveLength(3)
    expect(await carryOut(2)).toEqual([])
    expect(
      mails
        .slice(3)
        .map(({ subject }) => subject?.split(':')[0])
        .sort(),
    ).toEqual(['Fremdriftsrapporten mangler', 'The progress report is missing'])
  }, 30_000)
})
