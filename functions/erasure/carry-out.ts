import middy from '@middy/core'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Log, logTo, standardOutput, type WriteLine } from '../../shared/logging/log-line.ts'
import { parseErasureMessage } from '../../shared/messages/erasure-order.ts'
import { type CarryOutPorts, carryOutErasure } from '../../shared/use-cases/carry-out-erasure.ts'
import { eraseContent } from '../../shared/use-cases/erase-content.ts'

/** What must be left of an invocation to begin another page, in milliseconds: more than one takes. */
const enough = 60_000

/**
 * Carries out the orders of a batch, one by one. The line about one that is done is its entry in the ledger, without a
 * name or an address: the log keeps it where a lost table cannot take it along.
 */
export const carryOutHandler = (ports: CarryOutPorts, write: WriteLine = standardOutput) =>
  middy(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const log = logTo(write, context)
    const goesOn = () => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) > enough
    const failed: string[] = []
    for (const record of Records) if (!(await isDone(record, ports, goesOn, log))) failed.push(record.messageId)
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  })

const isDone = async (
  { body, messageId, attributes }: SQSRecord,
  ports: CarryOutPorts,
  goesOn: () => boolean,
  log: Log,
): Promise<boolean> => {
  const about = { messageId, receives: Number(attributes.ApproximateReceiveCount) }
  try {
    for (const done of await carryOut(ports, body, goesOn)) log('info', 'erasure', { ...about, ...done })
    return true
  } catch (cause) {
    log('error', 'erasure', { ...about, cause })
    return false
  }
}

const carryOut = async (ports: CarryOutPorts, body: string, goesOn: () => boolean) => {
  const message = parseErasureMessage(body)
  if (message.kind === 'order') {
    const carried = await carryOutErasure(ports, message.order, goesOn)
    return carried.map((one) => ({ correlationId: one.erasure.correlationId, ...one }))
  }
  const { notice } = message
  await eraseContent(ports, notice)
  return [{ correlationId: notice.correlationId, stream: notice.stream, notice: notice.id, event: notice.type }]
}
