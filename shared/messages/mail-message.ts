import * as z from 'zod/mini'
import type { DraftLinkRequest } from '../use-cases/drafts.ts'
import type { LinkRequest } from '../use-cases/link-requests.ts'
import type { PostBag } from '../use-cases/mail-ports.ts'
import type { EventNotice } from '../use-cases/ports.ts'
import { parseNotice } from './notice.ts'
import { streamId, version } from './scalars.ts'

const digest = z.strictObject({ digest: z.string().check(z.minLength(1)) })
const linkResend = z.strictObject({
  linkResend: z.strictObject({
    contact: z.templateLiteral(['con_', z.string().check(z.minLength(1))]),
    project: z.templateLiteral(['prj_', z.string().check(z.minLength(1))]),
    correlationId: z.string(),
  }) satisfies z.ZodMiniType<LinkRequest>,
})

const draftLink = z.strictObject({
  draftLink: z.strictObject({
    person: z.templateLiteral(['con_', z.string().check(z.minLength(1))]),
    id: z.string().check(z.minLength(1)),
    correlationId: z.string(),
  }) satisfies z.ZodMiniType<DraftLinkRequest>,
})

const text = z.string().check(z.minLength(1))
const post = z.strictObject({ post: z.strictObject({ at: z.iso.datetime(), correlationId: text }) })
const bundle = z.strictObject({
  id: text,
  recipient: text,
  places: z.array(z.strictObject({ stream: streamId, version })).check(z.minLength(1)),
  correlationId: text,
})
const bag = z.strictObject({
  bag: z.strictObject({
    key: text,
    bundles: z.array(bundle).check(z.minLength(1)),
  }) satisfies z.ZodMiniType<PostBag>,
})

/**
 * What comes on the queue `mail`: a commit of which people are told, the post of a morning, what some recipients get with it,
 * a digest of what came late, or somebody who wants their link again, or one to their draft.
 */
export type MailMessage =
  | { readonly kind: 'notice'; readonly notice: EventNotice }
  | { readonly kind: 'post'; readonly at: string; readonly correlationId: string }
  | { readonly kind: 'bag'; readonly bag: PostBag }
  | { readonly kind: 'digest'; readonly recipient: string }
  | { readonly kind: 'link'; readonly request: LinkRequest }
  | { readonly kind: 'draft'; readonly request: DraftLinkRequest }

/** The body of a message that has a recipient's digest looked at. */
export const digestBody = (recipient: string): string => JSON.stringify({ digest: recipient })

/** The body of a message that has the post of a moment go round. */
export const postBody = (at: string, correlationId: string): string => JSON.stringify({ post: { at, correlationId } })
/** The body of a message that has the letters of some recipients sent. */
export const bagBody = (of: PostBag): string => JSON.stringify({ bag: of })

/** Reads a message of the queue `mail`. @throws SyntaxError or ZodError when it is none: it belongs in the dead-letter queue. */
export const parseMailMessage = (body: string): MailMessage => {
  const json: unknown = JSON.parse(body)
  const ofDigest = digest.safeParse(json)
  if (ofDigest.success) return { kind: 'digest', recipient: ofDigest.data.digest }
  const ofPost = post.safeParse(json)
  if (ofPost.success) return { kind: 'post', ...ofPost.data.post }
  const ofBag = bag.safeParse(json)
  if (ofBag.success) return { kind: 'bag', bag: ofBag.data.bag }
  const ofLink = linkResend.safeParse(json)
  if (ofLink.success) return { kind: 'link', request: ofLink.data.linkResend }
  const ofDraft = draftLink.safeParse(json)
  if (ofDraft.success) return { kind: 'draft', request: ofDraft.data.draftLink }
  return { kind: 'notice', notice: parseNotice(body) }
}
