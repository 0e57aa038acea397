import type { ContactId } from '../domain/identifiers.ts'
import type { Instant } from '../domain/time.ts'
import { type ClaimPorts, claim } from './claim.ts'
import { type Mail, type Mailer, MailUnderway, NotSent } from './mail-ports.ts'
import type { Seal } from './seal.ts'

/** An idea that somebody has not sent yet, and gets at by a link in a mail. */
export interface Draft {
  readonly id: string
  readonly person: ContactId
  readonly email: string
  readonly language: 'da' | 'en'
  /** On which step of the form it was left. */
  readonly step: string
  /** Every field, as the form sends it. */
  readonly fields: string
  /** Wall time: from then on it is gone. */
  readonly keepUntil: Instant
}

/** Drafts, each of one person: it goes with them, when it is sent, or when its time is over. */
export interface Drafts {
  /** Keeps it, over an earlier state of the same. */
  put(draft: Draft): Promise<void>
  /** @param now wall time; what should be gone by then is not found */
  find(of: DraftRef, now: Instant): Promise<Draft | undefined>
  remove(of: DraftRef): Promise<void>
  /** Takes all of this person's away. Idempotent. */
  forget(person: ContactId): Promise<void>
}

export interface DraftRef {
  readonly person: ContactId
  readonly id: string
}

/** What a draft's link holds, closed. */
export const closeDraft = (seal: Seal, { person, id }: DraftRef): string => seal.close(`${person}/${id}`)

/** Undefined where it is none of ours. */
export const openDraft = (seal: Seal, sealed: string): DraftRef | undefined => {
  const [, person, id] = /^(con_[^/]+)\/([^/]+)$/.exec(seal.open(sealed) ?? '') ?? []
  return person === undefined || id === undefined ? undefined : { person: person as ContactId, id }
}

/** Somebody wants the link to their draft. */
export interface DraftLinkRequest extends DraftRef {
  readonly correlationId: string
}

export interface DraftLinkRequests {
  /** Hands the request to the mail. */
  send(request: DraftLinkRequest): Promise<void>
}

export interface DraftMailPorts extends ClaimPorts {
  readonly mailer: Mailer
  readonly drafts: Pick<Drafts, 'find'>
  readonly draftSeal: Seal
  readonly typesetDraft: (draft: Draft, link: string) => Mail
  readonly baseUrl: string
}

/**
 * Sends the link to a draft, once, to the address that the draft was saved under.
 * @returns `nobody`: there is no such draft any more
 */
export const sendDraftLink = async (
  ports: DraftMailPorts,
  { person, id, correlationId }: DraftLinkRequest,
): Promise<'sent' | 'already-sent' | 'nobody'> => {
  const draft = await ports.drafts.find({ person, id }, ports.wallClock())
  if (draft === undefined) return 'nobody'
  // The end of the key is what an erasure finds it by.
  const key = `mail/draft/${id}/${person}`
  const claimed = await claim(ports, key)
  if (claimed.state === 'done') return 'already-sent'
  if (claimed.state === 'underway') throw new MailUnderway(key)
  try {
    const link = `${ports.baseUrl}/?draft=${closeDraft(ports.draftSeal, draft)}`
    const mail = ports.typesetDraft(draft, link)
    await ports.mailer.send({ ...mail, to: { email: draft.email }, id: `draft/${id}.${person}`, correlationId })
  } catch (error) {
    if (error instanceof NotSent) await claimed.giveBack()
    throw error
  }
  await claimed.finish()
  return 'sent'
}
