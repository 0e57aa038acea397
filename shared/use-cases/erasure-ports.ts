import type { ContactId, ProjectId, StreamId } from '../domain/identifiers.ts'
import type { Instant } from '../domain/time.ts'
import type { Contacts } from './ports.ts'

/** One thing that is kept and may be of a person. */
export type Trace =
  | {
      readonly kind: 'commit'
      readonly stream: StreamId
      readonly version: number
      /** Who made it, if a person did. */
      readonly by?: ContactId
      /** Everybody whom its events or its actor name. */
      readonly names: readonly ContactId[]
      /** Its free text, by path. */
      readonly texts: Readonly<Record<string, string>>
    }
  /** People of a commit whose outcome nobody knows yet. */
  | { readonly kind: 'staged'; readonly commitId: string; readonly names: readonly ContactId[] }
  /** A lease of an effect, such as a mail. */
  | { readonly kind: 'effect'; readonly key: string; readonly names: readonly ContactId[] }

export interface TracePage {
  readonly traces: readonly Trace[]
  /** Where the walk goes on; undefined at the end. */
  readonly next?: string
}

/** Everything that is kept, walked through once: nothing knows beforehand where a person's name stands in a text. */
export interface Traces {
  /** @param from the `next` of an earlier page */
  pages(from?: string): AsyncIterable<TracePage>
}

export interface Redactions {
  /**
   * Changes the free text of a commit, and nothing else of it. Idempotent, and safe beside another redaction: what is
   * changed is the text as it stands.
   * @returns how many texts are other than before
   */
  redact(
    stream: StreamId,
    version: number,
    change: (texts: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  ): Promise<number>
}

export interface ContactErasure extends Pick<Contacts, 'find'> {
  /** Takes the person's contact away for good. Idempotent. */
  erase(id: ContactId): Promise<void>
  /** Takes the person out of those that a commit brings along. Idempotent. */
  unstage(commitId: string, id: ContactId): Promise<void>
}

/** What an erasure took away, in numbers. */
export interface ErasedCounts {
  readonly streams: number
  readonly texts: number
  readonly deliveries: number
}

/** One person's erasure. It names nobody: the contact id is a keyed hash. */
export interface Erasure {
  /** `era_` and the id of the command. */
  readonly id: string
  readonly person: ContactId
  readonly by: 'person' | 'secretariat'
  /** Who takes the person's parts over, by project; without one the part is vacant. */
  readonly successors: Readonly<Record<ProjectId, ContactId>>
  /** Wall time: what was backed up before may still hold the person. */
  readonly askedAt: Instant
  readonly correlationId: string
  readonly done?: { readonly at: Instant } & ErasedCounts
}

/** Erasures, kept for good: a backup that is restored goes through those that came after it. */
export interface ErasureLedger {
  /** Notes that it was asked for. `other`: this id is of another person's. */
  begin(erasure: Erasure): Promise<'begun' | 'known' | 'other'>
  find(id: string): Promise<Erasure | undefined>
  /** Notes that it is done. Idempotent; the first time counts. */
  finish(id: string, done: NonNullable<Erasure['done']>): Promise<void>
  /** All there are, in the order of their ids. */
  all(): Promise<readonly Erasure[]>
}

/** What carries an erasure out hears of one. All but its id when an earlier call ran out of time. */
export interface ErasureOrder {
  readonly erasure: string
  readonly from?: string
  readonly soFar?: ErasedCounts
  /** Other erasures of the same person that were asked for before the walk began: it does for them as well. */
  readonly along?: readonly string[]
}

export interface ErasureOrders {
  /** @param delaySeconds until it can be received, at most 900 */
  send(order: ErasureOrder, delaySeconds?: number): Promise<void>
}
