import * as z from 'zod/mini'
import { variable } from '../../../shared/environment.ts'
import { formTokens } from '../../../shared/identity/form-token.ts'
import { visitorByCookies } from '../../../shared/identity/visitor.ts'
import { sqsClient } from '../../../shared/messaging/client.ts'
import { sqsLinkRequests } from '../../../shared/messaging/link-requests.ts'
import { contactIds } from '../../../shared/store/contact-id.ts'
import type { FormTokens, IdentifyVisitor } from '../../../shared/use-cases/people.ts'
import type { LinkRequestPorts } from './request-link.tsx'

const environment = z.object({
  [variable.mailQueue]: z.url(),
  [variable.issuer]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
})

export interface Entrance {
  readonly ports: LinkRequestPorts
  readonly identify: IdentifyVisitor
  readonly tokens: FormTokens
  readonly issuer: string
}

/** The parts of the ways in, by their environment. @throws ZodError when something they read is missing or wrong */
export const entrance = (variables: Readonly<Record<string, string | undefined>>): Entrance => {
  const settings = z.parse(environment, variables)
  const signingKey = settings[variable.signingKey]
  return {
    ports: {
      links: sqsLinkRequests({ client: sqsClient(variables), queueUrl: settings[variable.mailQueue] }),
      contacts: { idOf: contactIds(signingKey) },
    },
    identify: visitorByCookies(signingKey),
    tokens: formTokens(signingKey),
    issuer: settings[variable.issuer],
  }
}
