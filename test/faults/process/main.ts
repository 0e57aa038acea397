import { flushCompileCache } from 'node:module'
import type { SQSEvent } from 'aws-lambda'
import { relayHandler } from '../../../functions/relay/handler.ts'
import { wallPace } from '../../../shared/clock/wall-pace.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { newId } from '../../../shared/identity/new-id.ts'
import { sqsAnnouncer } from '../../../shared/messaging/announcer.ts'
import { sqsClient } from '../../../shared/messaging/client.ts'
import { sqsFanOut } from '../../../shared/messaging/fan-out.ts'
import { giveBack } from '../../../shared/messaging/give-back.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { dynamoCommitLog } from '../../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../../shared/store/contacts.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { execute } from '../../../shared/use-cases/execute.ts'
import { mutateRelay, mutateWriter } from './mutate.ts'
import type { Assignment, Call, Command, Received, Reply } from './protocol.ts'
import { assignment, call } from './protocol.ts'
import { at, machineFor, signingKey, toyProjectionOf } from './toy.ts'

/** A writer or a relay in a process of its own, so that it can really be killed. The parts are those of production. */
type Answer = Omit<Extract<Reply, { call: number }>, 'call'>

const start = ({ kind, endpoint, queueUrls, mutation, lookAgain }: Assignment) => {
  const environment = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: endpoint,
  }
  const bounds = { requestTimeout: 8_000 }
  const dynamo = { client: dynamoClient(environment, bounds), table: 'trin' }
  const queues = { client: sqsClient(environment, bounds), queueUrl: queueUrls.commits }
  const log = dynamoCommitLog(dynamo)
  const contacts = dynamoContacts({ ...dynamo, signingKey })
  const shared = { log, contacts, clock: () => at, newId }

  const write = async ({ stream, commandId, text, email }: Command): Promise<Answer> => {
    const ports = {
      ...shared,
      announcer: sqsAnnouncer(queues),
      pace: wallPace({ first: 5, longest: 50, budget: 5_000 }),
    }
    const person = { id: contacts.idOf(email), name: text, email, language: 'da' as const }
    const result = await execute(mutateWriter(ports, mutation), {
      stream,
      machine: machineFor(text),
      contacts: [person],
      context: { commandId, payloadHash: text, actor: { kind: 'anonymous' }, correlationId: commandId },
    })
    if (isRefusal(result)) return { refused: result.refused }
    return result.outcome === 'committed' ? { commitId: result.commit.commitId } : { refused: result.outcome }
  }

  const relayParts = {
    ...shared,
    projectionOf: toyProjectionOf(log),
    projections: dynamoProjections(dynamo),
    fanOut: sqsFanOut({ client: queues.client, queueUrls }),
    pace: wallPace({ first: 10, longest: 40, budget: lookAgain }),
    giveBack: giveBack(queues),
    giveBackSeconds: 0,
    writeLine: () => {},
  }
  const invocation = { functionName: 'relay', awsRequestId: 'request' }
  const confirm = async (batch: readonly Received[]): Promise<Answer> => {
    const groups = mutation === undefined ? [batch] : batch.map((record) => [record])
    const responses = await Promise.all(
      groups.map((records) => relayHandler(mutateRelay(relayParts, mutation))(eventOf(records), invocation)),
    )
    return {
      failures: responses.flatMap(({ batchItemFailures }) =>
        batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
      ),
    }
  }

  return async ({ command, batch }: Call): Promise<Answer> => {
    if (kind === 'writer' && command !== undefined) return write(command)
    if (kind === 'relay' && batch !== undefined) return confirm(batch)
    throw new Error(`not the work of a ${kind}`)
  }
}

const eventOf = (records: readonly Received[]): SQSEvent => ({
  Records: records.map(({ messageId, receiptHandle, body, receives }) => ({
    messageId,
    receiptHandle,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  })),
})

const say = (message: Reply) => process.send?.(message)

process.once('message', (first) => {
  const work = start(assignment.parse(first))
  process.on('message', async (message) => {
    const asked = call.parse(message)
    try {
      say({ call: asked.call, ...(await work(asked)) })
    } catch (error) {
      say({ call: asked.call, error: String(error) })
    }
  })
})
process.on('disconnect', () => process.exit())
// Who is killed does not keep what it compiled for those who come after.
flushCompileCache()
say({ ready: true })
