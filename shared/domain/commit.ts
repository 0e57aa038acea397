import type { Actor } from './actor.ts'
import type { StreamId } from './identifiers.ts'
import type { Instant } from './time.ts'

/**
 * One entry of a log: what one command did, in one write. Versions of a stream start at 1 and have no gaps.
 * A commit without events is a void: the relay closes a version so that a stalled writer cannot take it later.
 */
export interface Commit<Event> {
  readonly stream: StreamId
  readonly version: number
  /** `cmt_` and a ULID, new for each attempt to write: tells whether *this* attempt got through. */
  readonly commitId: string
  /** The same for every attempt and repeat of one command: a hash of route, caller and `Idempotency-Key`, or the escalation step itself. */
  readonly commandId: string
  /**
   * SHA-256 of the command's payload, Base64 for URLs: the same key with another payload is refused. `followsFromId` where
   * the id says it all.
   */
  readonly payloadHash: string
  readonly actor: Actor
  readonly at: Instant
  /** Follows one request through queues to mails and webhooks. */
  readonly correlationId: string
  readonly events: readonly Event[]
}

/** In place of a payload's hash: the payload follows from the id of its command, and never counts as another. */
export const followsFromId = '-'
