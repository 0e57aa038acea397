import type { ProjectId, StreamId } from '../domain/identifiers.ts'
import type { Instant } from '../domain/time.ts'

/** Queues whose messages end among dead letters when they cannot be handled. */
export const redrivable = ['mail', 'webhooks', 'commits', 'classify', 'agenda', 'erasures'] as const
export type RedrivableQueue = (typeof redrivable)[number]

/** What a dead letter is about, without anything personal. `event`: something that happened on a project or meeting. */
export type DeadLetterSubject =
  | { readonly kind: 'event'; readonly stream: StreamId; readonly version: number; readonly type?: string }
  | { readonly kind: 'delivery'; readonly endpoint: string; readonly stream: StreamId; readonly version: number }
  | { readonly kind: 'link'; readonly project: ProjectId }
  | { readonly kind: 'digest' }
  | { readonly kind: 'erasure' }
  | { readonly kind: 'unknown' }

export interface DeadLetter {
  readonly id: string
  /** When the message was first sent. */
  readonly sentAt: Instant
  readonly about: DeadLetterSubject
}

/** The dead letters of every queue. */
export interface DeadLetterBoxes {
  /** How many lie there, about. */
  count(queue: RedrivableQueue): Promise<number>
  /** Some of them, which stay where they are; the oldest of those first. */
  look(queue: RedrivableQueue): Promise<readonly DeadLetter[]>
  /**
   * Brings what lies there back to its queue, at most a hundred at a time. Each is sent before it is deleted, so that none
   * is lost; a crash between the two doubles it, which every consumer bears. Returns how many.
   */
  redrive(queue: RedrivableQueue): Promise<number>
}
