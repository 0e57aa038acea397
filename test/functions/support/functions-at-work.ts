import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { carryOutHandler } from '../../../functions/erasure/carry-out.ts'
import { notificationHandler } from '../../../functions/notification/handler.ts'
import { onNotices } from '../../../functions/on-notices.ts'
import { monitorHandler } from '../../../functions/progress-monitor/handler.ts'
import { relayHandler } from '../../../functions/relay/handler.ts'
import { webhookHandler } from '../../../functions/webhook-delivery/handler.ts'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import { composeMail } from '../../../shared/mail/compose.ts'
import { announcementBody } from '../../../shared/messages/announcement.ts'
import { erasureOrderBody } from '../../../shared/messages/erasure-order.ts'
import { bagBody, digestBody, postBody } from '../../../shared/messages/mail-message.ts'
import { noticeBody } from '../../../shared/messages/notice.ts'
import { classifyIdea } from '../../../shared/use-cases/classify-idea.ts'
import { keepAgenda } from '../../../shared/use-cases/keep-agenda.ts'
import { keepForPost } from '../../../shared/use-cases/keep-for-post.ts'
import type { LinkRequest } from '../../../shared/use-cases/link-requests.ts'
import type { OutgoingMail } from '../../../shared/use-cases/mail-ports.ts'
import { requestErasure } from '../../../shared/use-cases/request-erasure.ts'
import type { Delivery } from '../../../shared/use-cases/webhook-ports.ts'
import type { Endpoint } from '../../../shared/webhooks/endpoints.ts'
import { webhookSender } from '../../../shared/webhooks/sender.ts'
import { lambdaContext } from '../../fakes/http-event.ts'
import { memoryEraser } from '../../fakes/memory-eraser.ts'
import { memoryLedger } from '../../fakes/memory-ledger.ts'
import { memoryLog } from '../../fakes/memory-log.ts'
import { memoryStack } from '../../fakes/memory-stack.ts'
import { postOffice, wallClock } from '../../fakes/post-office.ts'

export type QueueName = 'commits' | 'classify' | 'agenda' | 'mail' | 'webhooks' | 'erasures'

/** How often a message is received before it is a dead letter. */
const mostReceives = 3

/**
 * Every function of the process with its own handler, over a log in memory: what one says to another goes as the body of a
 * message, as it would in SQS. Keeps the lines that they log, and the mails as they leave.
 */
export const functionsAtWork = (endpoints: readonly Endpoint[], refuse: (mail: OutgoingMail) => void = () => {}) => {
  const lines: string[] = []
  const mails: string[] = []
  const deadLetters: string[] = []
  const writeLine = (line: string) => void lines.push(line)
  const log = memoryLog()
  const stack = memoryStack({ log, write: writeLine })
  const clock = wallClock()
  const office = postOffice(stack.log, { clock })
  const forgetting = memoryEraser(stack, {
    log,
    effects: office.ledger,
    preferences: office.preferences,
    digests: office.digests,
  })
  const deliveries: Delivery[] = []
  const contextOf = (name: string) => ({
    ...lambdaContext(60_000),
    functionName: name,
    awsRequestId: `call-of-${name}`,
  })

  const giveBack = async () => {}
  const notified = notificationHandler({
    ...office,
    contacts: stack.contacts,
    rounds: stack.rounds,
    postMessages: stack.postMessages,
    writeLine,
    mailer: {
      send: async (mail) => {
        refuse(mail)
        const raw = await composeMail(mail, { sender: 'trin@os2.example', domain: 'os2.example' })
        mails.push(Buffer.from(raw).toString())
      },
    },
  })
  const told = webhookHandler({
    subscribers: endpoints,
    log: stack.log,
    ledger: memoryLedger(),
    queue: { enqueue: async (given) => void deliveries.push(...given) },
    sender: webhookSender({ endpoints, baseUrl: 'https://trin.example', privateTargets: true }),
    retryDelay: () => 0,
    clock: clock.read,
    wallClock: clock.read,
    giveBack,
    writeLine,
  })
  const confirmed = relayHandler({
    ...stack,
    keptForPost: keepForPost(stack),
    giveBack,
    giveBackSeconds: 0,
    writeLine,
  })
  const classified = onNotices({ handle: (notice) => classifyIdea(stack, notice), write: writeLine })
  const kept = onNotices({ handle: (notice) => keepAgenda(stack, notice), write: writeLine })
  const monitored = monitorHandler(stack, writeLine)
  const erased = carryOutHandler(forgetting, writeLine)

  const workers: Readonly<Record<QueueName, (event: SQSEvent) => Promise<SQSBatchResponse>>> = {
    commits: (event) => confirmed(event, contextOf('relay')),
    classify: (event) => classified(event, contextOf('classify-submitted')),
    agenda: (event) => kept(event, contextOf('agenda-keeper')),
    mail: (event) => notified(event, contextOf('notification')),
    webhooks: (event) => told(event, contextOf('webhook-delivery')),
    erasures: (event) => erased(event, { ...lambdaContext(), ...contextOf('eraser') }),
  }

  const messages: { readonly queue: QueueName; readonly body: string; receives: number }[] = []
  const send = (queue: QueueName, body: string) => void messages.push({ queue, body, receives: 0 })
  let [announced, fannedOut, called, bundled, timed, ordered] = [0, 0, 0, 0, 0, 0]
  const gather = () => {
    for (const one of stack.announced.slice(announced)) send('commits', announcementBody(one))
    announced = stack.announced.length
    for (const { channel, notice } of stack.fanOut.sent.slice(fannedOut)) send(channel, noticeBody(notice))
    fannedOut = stack.fanOut.sent.length
    for (const at of stack.postMessages.called.slice(called)) send('mail', postBody(at, 'post'))
    called = stack.postMessages.called.length
    for (const one of stack.postMessages.handedOut.slice(bundled)) send('mail', bagBody(one))
    bundled = stack.postMessages.handedOut.length
    for (const { recipient } of office.digestTimer.set.slice(timed)) send('mail', digestBody(recipient))
    timed = office.digestTimer.set.length
    for (const one of deliveries.splice(0)) send('webhooks', JSON.stringify(one))
    for (const one of forgetting.orders.sent.slice(ordered)) send('erasures', erasureOrderBody(one))
    ordered = forgetting.orders.sent.length
  }

  /** Until no message is left; one that goes on failing ends among the dead letters. */
  const work = async (): Promise<void> => {
    for (gather(); messages.length > 0; gather()) {
      const message = messages.shift()
      if (message === undefined) return
      message.receives += 1
      // A digest goes once it has been quiet.
      if (message.body.startsWith('{"digest"')) clock.pass(1_000)
      const { batchItemFailures } = await workers[message.queue]({ Records: [recordOf(message)] })
      if (batchItemFailures.length === 0) continue
      if (message.receives < mostReceives) messages.push(message)
      else deadLetters.push(message.body)
    }
  }

  return {
    stack,
    lines,
    mails,
    deadLetters,
    send,
    work,
    /** Somebody is to be forgotten. */
    askErasure: (person: ContactId) =>
      requestErasure(forgetting, {
        id: `era_${person}`,
        person,
        by: 'person',
        successors: [],
        correlationId: 'erasure',
      }),
    askForLink: (linkResend: LinkRequest) => send('mail', JSON.stringify({ linkResend })),
    chase: () => monitored({}, contextOf('progress-monitor')),
  }
}

const recordOf = ({ body, receives }: { readonly body: string; readonly receives: number }): SQSRecord => ({
  messageId: 'message',
  receiptHandle: 'receipt',
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '1795507200000',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
})
