import * as z from 'zod/mini'
import { variable } from '../../../shared/environment.ts'
import { formTokens } from '../../../shared/identity/form-token.ts'
import { signIn } from '../../../shared/identity/sign-in.ts'
import { visitorBySession } from '../../../shared/identity/visitor-by-session.ts'
import { jsonText } from '../../../shared/json-text.ts'
import { sqsClientOnDemand } from '../../../shared/messaging/client.ts'
import { sqsLinkRequests } from '../../../shared/messaging/link-requests.ts'
import { contactIds } from '../../../shared/store/contact-id.ts'
import type { FormTokens, IdentifyVisitor } from '../../../shared/use-cases/people.ts'
import type { SignIn } from '../../../shared/use-cases/sign-in.ts'
import type { LinkRequestPorts } from './request-link.tsx'

const text = z.string().check(z.minLength(1))
/** As the settings have it, with the secret put in its place. */
const client = z.pipe(
  jsonText,
  z.object({
    id: text,
    secret: z.exactOptional(text),
    scope: text,
    parameters: z.record(z.string(), z.string()),
  }),
)
const environment = z.object({
  [variable.mailQueue]: z.url(),
  [variable.issuer]: z.url(),
  [variable.audience]: text,
  [variable.client]: client,
  [variable.baseUrl]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
})

export interface Entrance {
  readonly ports: LinkRequestPorts
  readonly identify: IdentifyVisitor
  readonly tokens: FormTokens
  readonly signIn: SignIn
  readonly issuer: string
}

/** The parts of the ways in, by their environment. @throws ZodError when something they read is missing or wrong */
export const entrance = (variables: Readonly<Record<string, string | undefined>>): Entrance => {
  const settings = z.parse(environment, variables)
  const signingKey = settings[variable.signingKey]
  const issuer = settings[variable.issuer]
  const idOf = contactIds(signingKey)
  return {
    ports: {
      links: sqsLinkRequests({ client: sqsClientOnDemand(variables), queueUrl: settings[variable.mailQueue] }),
      contacts: { idOf },
    },
    identify: visitorBySession(signingKey),
    tokens: formTokens(signingKey),
    signIn: signIn({
      issuer,
      audience: settings[variable.audience],
      idOf,
      client: settings[variable.client],
      signingKey,
      baseUrl: settings[variable.baseUrl],
    }),
    issuer,
  }
}
