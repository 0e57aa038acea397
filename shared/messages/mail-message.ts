import * as z from 'zod/mini'
import type { LinkRequest } from '../use-cases/link-requests.ts'
import type { EventNotice } from '../use-cases/ports.ts'
import { parseNotice } from './notice.ts'

const digest = z.strictObject({ digest: z.string().check(z.minLength(1)) })
const linkResend = z.strictObject({
  linkResend: z.strictObject({
    contact: z.templateLiteral(['con_', z.string().check(z.minLength(1))]),
    project: z.templateLiteral(['prj_', z.string().check(z.minLength(1))]),
    correlationId: z.string(),
  }) satisfies z.ZodMiniType<LinkRequest>,
})

/** What comes on the queue `mail`: an event, a digest to look at, or somebody who wants their link again. */
export type MailMessage =
  | { readonly kind: 'notice'; readonly notice: EventNotice }
  | { readonly kind: 'digest'; readonly recipient: string }
  | { readonly kind: 'link'; readonly request: LinkRequest }

/** The body of a message that has a recipient's digest looked at. */
export const digestBody = (recipient: string): string => JSON.stringify({ digest: recipient })

/** Reads a message of the queue `mail`. @throws SyntaxError or ZodError when it is none: it belongs in the dead-letter queue. */
export const parseMailMessage = (body: string): MailMessage => {
  const json: unknown = JSON.parse(body)
  const ofDigest = digest.safeParse(json)
  if (ofDigest.success) return { kind: 'digest', recipient: ofDigest.data.digest }
  const ofLink = linkResend.safeParse(json)
  if (ofLink.success) return { kind: 'link', request: ofLink.data.linkResend }
  return { kind: 'notice', notice: parseNotice(body) }
}
