import type { Letter, Mailbox, Recipient } from '../domain/correspondence/letter.ts'
import type { ContactId, StreamId } from '../domain/identifiers.ts'
import type { Instant } from '../domain/time.ts'

/** Subject, text and HTML of one mail. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Who gets a mail, and the addresses that stand in it. */
export interface Addressed {
  readonly language: 'da' | 'en'
  /** A person's name; an office has none. */
  readonly name?: string
  /** The one link to act. */
  readonly link: string
  /** The link is a key: it lets its holder act. */
  readonly personal: boolean
  /** One click and no more reminders; in reminders to people only. */
  readonly unsubscribe?: string
}

/** What a digest tells of one case: its letters in order, and the one link to act on it. */
export interface DigestCase {
  readonly letters: readonly Letter[]
  readonly link: string
}

/** What a digest gathers: the news of a day, or what comes late after a monitor that was away. */
export type DigestKind = 'news' | 'late'

/** Turns letters into mails; pure. */
export interface Typesetter {
  letter(letter: Letter, addressed: Addressed): Mail
  digest(to: Recipient, cases: readonly DigestCase[], addressed: Omit<Addressed, 'link'>, of: DigestKind): Mail
}

/** A mail on its way. */
export interface OutgoingMail extends Mail {
  readonly to: { readonly name?: string; readonly email: string }
  /** The same at every try: `<notice id>.<recipient>`, or what a digest gathers. */
  readonly id: string
  /** The case it belongs to; mails of one case thread together. Absent in a digest of several. */
  readonly thread?: StreamId
  /** Of what it tells; a space between those of a digest. */
  readonly correlationId: string
  readonly unsubscribe?: string
}

export interface Mailer {
  /**
   * Sends one mail.
   * @throws NotSent when it certainly was not sent. Any other error: it may have been.
   */
  send(mail: OutgoingMail): Promise<void>
}

/** The mail certainly was not sent: it was refused, or never left. */
export class NotSent extends Error {
  constructor(why: string, options: { readonly cause?: unknown } = {}) {
    super(why, options)
    this.name = 'NotSent'
  }
}

/** Another delivery of the same message is at it; the message is given back until it is known how that ended. */
export class MailUnderway extends Error {
  constructor(key: string) {
    super(`${key} is being sent, or was when its sender stopped`)
    this.name = 'MailUnderway'
  }
}

/** An office's mailbox, from the settings. */
export type MailboxAddresses = Readonly<Record<Mailbox, { readonly email: string; readonly language: 'da' | 'en' }>>

/** What people have said about mail that is not a decision. */
export interface MailPreferences {
  /** Those of them who want no reminders. */
  refusers(contacts: readonly ContactId[]): Promise<ReadonlySet<ContactId>>
  /** No more reminders to this person. Idempotent. */
  refuseReminders(contact: ContactId, at: Instant): Promise<void>
  /** What this person has said is kept no longer. Idempotent. */
  forget(contact: ContactId): Promise<void>
}

/** Signed keys by which a person says no to reminders; they open nothing else. */
export interface UnsubscribeKeys {
  /** The address for one click (RFC 8058). */
  addressFor(contact: ContactId): string
  /** Whose key it is; undefined when it is none of ours. */
  contactOf(key: string): ContactId | undefined
}

/** A commit that holds letters for somebody, none of them gone yet. */
export interface Place {
  readonly stream: StreamId
  readonly version: number
}

/** What waits for the post: a commit, and whom its letters are for. */
export interface PostEntry extends Place {
  readonly recipients: readonly string[]
  readonly correlationId: string
}

/** Letters that wait for the post of a morning, by the moment at which it goes. */
export interface PostRounds {
  /**
   * Keeps the letters of a commit; once, however often it is called. `gone`: the post of that moment went without them, and
   * whoever asks sends them after it, which may be twice where it was about to go.
   */
  keep(at: Instant, entry: PostEntry): Promise<'kept' | 'gone'>
  /** The post goes: all that was kept for it, the same when it is asked for again. Nothing is due by then. */
  close(at: Instant): Promise<readonly PostEntry[]>
}

/** All that one recipient gets with the post, in one mail. */
export interface PostBundle {
  /** The mail's: the same for the same letters. */
  readonly id: string
  readonly recipient: string
  readonly places: readonly Place[]
  readonly correlationId: string
}

/** Bundles that one message carries round. */
export interface PostBag {
  /** The same for the same bundles: they are sent once under it. */
  readonly key: string
  readonly bundles: readonly PostBundle[]
}

/** What goes round by messages. */
export interface PostMessages {
  /** The post of that moment is to go. */
  callOut(at: Instant, correlationId: string): Promise<void>
  /** Each bag is to be emptied. */
  handOut(bags: readonly PostBag[]): Promise<void>
}

/** One letter that came late, after a monitor that was away. */
export interface DigestEntry {
  /** The notice's id: the same letter is kept once. */
  readonly notice: string
  readonly stream: StreamId
  readonly version: number
  readonly index: number
  readonly correlationId: string
  /** When it was put there, by wall time. */
  readonly at: Instant
}

/** Letters that came late, by recipient, until they are told in one mail. */
export interface DigestBox {
  /** Keeps an entry; one that is there already stays as it is. */
  add(recipient: string, entry: DigestEntry): Promise<void>
  /** All that wait for this recipient, oldest first; read consistently. */
  entries(recipient: string): Promise<readonly DigestEntry[]>
  remove(recipient: string, notices: readonly string[]): Promise<void>
}

/** Has a digest looked at, once it has been quiet. */
export interface DigestTimer {
  /** Has a recipient's digest looked at, so many seconds from now (at most 900). */
  flushLater(recipient: string, seconds: number): Promise<void>
}
