import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'
import { sqsErasureOrders } from '../../shared/messaging/erasure-orders.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { dynamoErasureStores } from '../../shared/store/erasure-stores.ts'
import type { CarryOutPorts } from '../../shared/use-cases/carry-out-erasure.ts'
import { projectionOf } from '../../shared/use-cases/projection-of.ts'
import { committing } from '../committing.ts'
import { desk } from '../desk.ts'

type Variables = Readonly<Record<string, string | undefined>>

const environment = z.object({ [variable.erasuresQueue]: z.url() })
const wallClock = () => new Date().toISOString()

const ordering = (variables: Variables, { sqs }: Pick<ReturnType<typeof committing>, 'sqs'>) =>
  sqsErasureOrders({ client: sqs, queueUrl: z.parse(environment, variables)[variable.erasuresQueue] })

/** The parts of the desk at which an erasure is asked for. @throws ZodError when something it reads is missing or wrong */
export const erasureDesk = (variables: Variables) => {
  const parts = desk(variables)
  return { ...parts, ledger: dynamoErasureLedger(parts.table), orders: ordering(variables, parts), wallClock }
}

/** The parts of what carries it out. @throws ZodError when something it reads is missing or wrong */
export const eraser = (variables: Variables): CarryOutPorts => {
  const parts = committing(variables)
  const { table, log, settings } = parts
  return {
    ...parts,
    ...dynamoErasureStores(table),
    projectionOf: projectionOf(log, settings),
    orders: ordering(variables, parts),
    wallClock,
  }
}
