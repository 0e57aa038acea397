import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod/mini'
import { fewConnections } from '../../shared/aws/sdk-client-options.ts'
import { variable } from '../../shared/environment.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { visitorBySession } from '../../shared/identity/visitor-by-session.ts'
import { sqsErasureOrders } from '../../shared/messaging/erasure-orders.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { namedSoon } from '../../shared/use-cases/named-soon.ts'
import type { FormTokens, IdentifyVisitor } from '../../shared/use-cases/people.ts'
import { committing } from '../committing.ts'
import type { ErasingPorts } from './ports.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** What the edge of pages is built of. */
export interface Web {
  readonly identify: IdentifyVisitor
  readonly tokens: FormTokens
  readonly issuer: string
  readonly signingKey: string
}

const ofEdge = z.object({
  [variable.issuer]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
})

/** What every page needs, by the environment. @throws ZodError when something it reads is missing or wrong */
export const web = (variables: Variables): Web => {
  const { [variable.issuer]: issuer, [variable.signingKey]: signingKey } = z.parse(ofEdge, variables)
  return { identify: visitorBySession(signingKey), tokens: formTokens(signingKey), issuer, signingKey }
}

/** What pages need whose forms do what the API does. @throws ZodError when something it reads is missing or wrong */
export const acting = (variables: Variables, signingKey: string) => {
  const parts = committing(variables, fewConnections)
  const contacts = dynamoContacts({ ...parts.table, signingKey })
  return { ...parts, contacts: { ...contacts, find: namedSoon(contacts.find, (milliseconds) => wait(milliseconds)) } }
}

/** What pages need on which somebody asks to be erased. @throws ZodError when something it reads is missing or wrong */
export const erasing = (
  variables: Variables,
  { table, sqs }: Pick<ReturnType<typeof committing>, 'table' | 'sqs'>,
): ErasingPorts['erasing'] => {
  const { [variable.erasuresQueue]: queueUrl } = z.parse(z.object({ [variable.erasuresQueue]: z.url() }), variables)
  return {
    ledger: dynamoErasureLedger(table),
    orders: sqsErasureOrders({ client: sqs, queueUrl }),
    wallClock: () => new Date().toISOString(),
  }
}
