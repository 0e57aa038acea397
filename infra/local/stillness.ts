import type { SqsEngine } from './engines/sqs.ts'
import type { FunctionRunner } from './lambda/function-runner.ts'
import type { QueuePoller } from './queue-poller.ts'

export interface StillnessParts {
  readonly sqs: SqsEngine
  readonly pollers: readonly QueuePoller[]
  readonly runners: readonly FunctionRunner[]
  /** Milliseconds: what becomes visible within this time is still on its way. */
  readonly soon: number
}

/**
 * What is still on its way, in words; empty when the stack is quiet. The rule: no function runs, and no queue that feeds a
 * function holds a message that is visible, that is being worked on, or that becomes visible soon (after a delay, or for
 * another try). A message put off for longer, such as the retry of a webhook, is not waited for; dead letters lie still.
 */
export const onItsWay = ({ sqs, pollers, runners, soon }: StillnessParts): readonly string[] => {
  const until = Date.now() + soon
  const running = runners.flatMap(({ plan, counts }) => {
    const { running, waiting } = counts()
    return running + waiting > 0 ? [`${plan.name} runs`] : []
  })
  const queued = pollers.flatMap(({ queue, busy, letGo }) => {
    const { visible, inFlight, delayedUntil } = sqs.contents(queue.name)
    const held = inFlight.filter(({ receiptHandle, visibleAt }) => !letGo(receiptHandle) || visibleAt <= until)
    const delayed = delayedUntil.filter((moment) => moment <= until)
    const count = visible + held.length + delayed.length
    if (count > 0) return [`${queue.name} holds ${count}`]
    return busy() > 0 ? [`${queue.name} is being settled`] : []
  })
  return [...running, ...queued]
}

/** The stack did not come to rest. */
export class NotQuiet extends Error {
  override readonly name = 'NotQuiet'
}

/**
 * Waits until nothing is on its way.
 * @param within milliseconds.
 * @throws NotQuiet with what still is.
 */
export const untilQuiet = async (look: () => readonly string[], within: number): Promise<void> => {
  const end = Date.now() + within
  for (;;) {
    const busy = look()
    if (busy.length === 0) return
    if (Date.now() > end) throw new NotQuiet(`not quiet after ${within / 1_000} s: ${busy.join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
