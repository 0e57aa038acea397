import type { Variable } from './constructs/trin-function.ts'
import type { FunctionName } from './functions.ts'

/** One queue: whom it feeds, and what is noticed when its messages end as dead letters. */
export interface QueueDescription {
  readonly variable: Variable
  readonly feeds: FunctionName
  /** Calls at the same time. @default as many as Lambda likes */
  readonly concurrency?: number
  /** How often a message is received before it is a dead letter. */
  readonly maxReceiveCount: number
  /** Minutes that the oldest message may wait before there is an alarm; `never` where messages wait on purpose. @default 30 */
  readonly alarmAfter?: number | 'never'
  readonly usersNotice: string
}

/** Every queue of the stack. */
export const queues = {
  commits: {
    variable: 'commitsQueue',
    feeds: 'relay',
    // An announcement that nobody's commit follows is voided at its second receive and never comes near this.
    maxReceiveCount: 10,
    alarmAfter: 10,
    usersNotice:
      'Lists do not show some changes, and nobody is told of them, though the changes stand. ' +
      'Read the log of relay, mend the cause, redrive commits.',
  },
  classify: {
    variable: 'classifyQueue',
    feeds: 'classify-submitted',
    concurrency: 2,
    maxReceiveCount: 5,
    usersNotice:
      'Ideas stand without a proposed level; the secretariat can place them by hand. ' +
      'Read the log of classify-submitted, mend the cause, redrive classify.',
  },
  agenda: {
    variable: 'agendaQueue',
    feeds: 'agenda-keeper',
    concurrency: 2,
    maxReceiveCount: 10,
    usersNotice:
      'A concept is missing from the agenda, a decision from the minutes, or a merge is not finished. ' +
      'Read the log of agenda-keeper, mend the cause, redrive agenda before the next meeting.',
  },
  mail: {
    variable: 'mailQueue',
    feeds: 'notification',
    // SES takes some 14 mails a second from a new account: more at once would only be refused.
    concurrency: 2,
    maxReceiveCount: 10,
    // Longer than the longest quiet time of a digest, and sooner than a message that nobody can send is a dead letter.
    alarmAfter: 20,
    usersNotice:
      'Somebody has not been told by mail what happened, or that the move is theirs. ' +
      'Read the log of notification, look at the state of SES, mend the cause, redrive mail.',
  },
  webhooks: {
    variable: 'webhooksQueue',
    feeds: 'webhook-delivery',
    concurrency: 5,
    // Twelve tries over three days are planned (`shared/webhooks/retry-schedule.ts`); the rest are for our own trouble.
    maxReceiveCount: 20,
    // A message whose receiver is down waits here from try to try.
    alarmAfter: 'never',
    usersNotice:
      'Another system has missed events, after three days of trying. Ask its people, ' +
      'read the log of webhook-delivery, then redrive webhooks.',
  },
  erasures: {
    variable: 'erasuresQueue',
    feeds: 'eraser',
    concurrency: 2,
    maxReceiveCount: 5,
    usersNotice:
      'Somebody who asked to be erased still is there, and the law gives us a month. ' +
      'Read the log of eraser, mend the cause, redrive erasures.',
  },
} as const satisfies Readonly<Record<string, QueueDescription>>

export type QueueName = keyof typeof queues
