import { join } from 'node:path'
import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { linkCookies } from '../../shared/identity/link-cookies.ts'
import { proofOfWork } from '../../shared/identity/proof-of-work.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { senderHash } from '../../shared/identity/sender-hash.ts'
import { visitorByCookies } from '../../shared/identity/visitor.ts'
import { jsonText } from '../../shared/json-text.ts'
import { sqsClient } from '../../shared/messaging/client.ts'
import { sqsDraftLinkRequests } from '../../shared/messaging/draft-link-requests.ts'
import { sqsErasureOrders } from '../../shared/messaging/erasure-orders.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoDrafts } from '../../shared/store/drafts.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import { dynamoSenderCounts } from '../../shared/store/sender-counts.ts'
import type { FormTokens, IdentifyVisitor, LinkCookies } from '../../shared/use-cases/people.ts'
import { committing } from '../committing.ts'
import type { OwnPorts, WebPorts } from './ports.ts'

const environment = z.object({
  [variable.issuer]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
  [variable.mailQueue]: z.url(),
  [variable.mailboxes]: z.pipe(jsonText, z.object({ secretariat: z.object({ email: z.email() }) })),
})

export interface Web {
  readonly ports: WebPorts
  readonly identify: IdentifyVisitor
  readonly tokens: FormTokens
  readonly links: LinkCookies
  readonly issuer: string
  /** The folder of what `/assets` serves. */
  readonly assets: string
}

/** The parts of the pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const web = (variables: Readonly<Record<string, string | undefined>>): Web => {
  const settings = z.parse(environment, variables)
  const signingKey = settings[variable.signingKey]
  const parts = committing(variables)
  const tokens = formTokens(signingKey)
  return {
    ports: {
      ...parts,
      tokens,
      senders: dynamoSenderCounts(parts.table),
      drafts: dynamoDrafts(parts.table),
      draftSeal: sealBy(signingKey, 'draft'),
      draftLinks: sqsDraftLinkRequests({ client: parts.sqs, queueUrl: settings[variable.mailQueue] }),
      senderOf: senderHash(signingKey),
      receipts: sealBy(signingKey, 'receipt'),
      secretariat: settings[variable.mailboxes].secretariat.email,
      projections: dynamoProjections(parts.table),
      contacts: dynamoContacts({ ...parts.table, signingKey }),
    },
    identify: visitorByCookies(signingKey),
    tokens,
    links: linkCookies(signingKey),
    issuer: settings[variable.issuer],
    assets: join(import.meta.dirname, 'assets'),
  }
}

/** What the form for an idea needs beside, where the settings ask for it. @throws ZodError when something they read is missing or wrong */
export const proving = (variables: Readonly<Record<string, string | undefined>>): Pick<WebPorts, 'proofOfWork'> => {
  const { [variable.proofOfWork]: isAsked, [variable.signingKey]: signingKey } = z.parse(
    z.object({
      [variable.proofOfWork]: z.enum(['true', 'false']),
      [variable.signingKey]: z.string().check(z.minLength(32)),
    }),
    variables,
  )
  return isAsked === 'true' ? { proofOfWork: proofOfWork(signingKey) } : {}
}

/** What people's own pages need beside. @throws ZodError when something they read is missing or wrong */
export const erasing = (variables: Readonly<Record<string, string | undefined>>): OwnPorts['erasing'] => {
  const { [variable.table]: table, [variable.erasuresQueue]: queueUrl } = z.parse(
    z.object({ [variable.table]: z.string().check(z.minLength(1)), [variable.erasuresQueue]: z.url() }),
    variables,
  )
  return {
    ledger: dynamoErasureLedger({ client: dynamoClient(variables), table }),
    orders: sqsErasureOrders({ client: sqsClient(variables), queueUrl }),
    wallClock: () => new Date().toISOString(),
  }
}
