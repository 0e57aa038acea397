import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'
import { renderLetter } from '../../shared/mail/render-letter.ts'
import { sqsErasureOrders } from '../../shared/messaging/erasure-orders.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { type Web, web } from './container.ts'
import type { DeskPorts } from './desk/ports.ts'

const environment = z.object({ [variable.erasuresQueue]: z.url() })

export interface WebDesk extends Web {
  readonly ports: DeskPorts
}

/** The parts of the desks' pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webDesk = (variables: Readonly<Record<string, string | undefined>>): WebDesk => {
  const queues = z.parse(environment, variables)
  const { table, sqs, ...parts } = web(variables)
  return {
    ...parts,
    table,
    sqs,
    ports: {
      ...parts.ports,
      typesetter: { letter: renderLetter },
      ledger: dynamoErasureLedger(table),
      orders: sqsErasureOrders({ client: sqs, queueUrl: queues[variable.erasuresQueue] }),
      wallClock: () => new Date().toISOString(),
    },
  }
}
