import type { Answered } from '../../../infra/local/lambda/function-runner.ts'
import type { Written } from './capacity.ts'

/** Everything that AWS would count, by who caused it: a function's short name and what it did. */
export interface Tally {
  /** Write units of the table and of the indexes, read units, and requests: `<function> <command> <partition>`. */
  readonly dynamodb: Map<string, { requests: number; table: number; indexes: number; reads: number }>
  /** Requests by `<queue> <action>`, each chunk of 64 KB as one. */
  readonly sqs: Map<string, number>
  /** By function. */
  readonly lambda: Map<string, { invocations: number; cpu: number; memory: number }>
  /** Requests by route. */
  readonly http: Map<string, number>
  mails: number
}

export const newTally = (): Tally => ({
  dynamodb: new Map(),
  sqs: new Map(),
  lambda: new Map(),
  http: new Map(),
  mails: 0,
})

export const addRead = (tally: Tally, who: string, units: number): void => add(tally, who, { reads: units })
export const addWrite = (tally: Tally, who: string, units: Written): void => add(tally, who, units)

const add = (
  { dynamodb }: Tally,
  who: string,
  { table = 0, indexes = 0, reads = 0 }: Partial<Written & { readonly reads: number }>,
): void => {
  const line = dynamodb.get(who) ?? { requests: 0, table: 0, indexes: 0, reads: 0 }
  line.requests += 1
  line.table += table
  line.indexes += indexes
  line.reads += reads
  dynamodb.set(who, line)
}

const chunk = 64 * 1_024

/** One request to SQS; each 64 KB of its payload is one more. */
export const addQueueRequest = ({ sqs }: Tally, what: string, payload: number): void => {
  sqs.set(what, (sqs.get(what) ?? 0) + Math.max(1, Math.ceil(payload / chunk)))
}

/** The part of a tally that is there only because letters are written: notification, its queue, its items. */
export const postOf = ({ dynamodb, sqs, lambda }: Tally): Tally => {
  const only = <T>(lines: ReadonlyMap<string, T>, name: string) =>
    new Map([...lines].filter(([who]) => who.split(' ')[0] === name))
  return {
    ...newTally(),
    dynamodb: only(dynamodb, 'notification'),
    sqs: only(sqs, 'mail'),
    lambda: only(lambda, 'notification'),
  }
}

/**
 * One invocation. What fed it was received by one request, ten messages at most, and deleted by another: so does the event
 * source mapping, here as in the cloud. Its receives that found nothing are no life's, and are counted by time.
 */
export const addInvocation = (tally: Tally, name: string, { plan, event, cpu }: Answered): void => {
  const line = tally.lambda.get(name) ?? { invocations: 0, cpu: 0, memory: plan.memory }
  line.invocations += 1
  line.cpu += cpu
  tally.lambda.set(name, line)
  const { routeKey, Records } = JSON.parse(event) as {
    routeKey?: string
    Records?: { body: string; eventSourceARN: string }[]
  }
  if (routeKey !== undefined) tally.http.set(routeKey, (tally.http.get(routeKey) ?? 0) + 1)
  const [first] = Records ?? []
  if (Records === undefined || first === undefined) return
  const queue = first.eventSourceARN.replace(/^.*:trin-[a-z]+-/, '')
  addQueueRequest(
    tally,
    `${queue} ReceiveMessage`,
    Records.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0),
  )
  for (let from = 0; from < Records.length; from += 10) addQueueRequest(tally, `${queue} DeleteMessageBatch`, 0)
}
