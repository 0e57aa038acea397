import type { ProjectId } from '../domain/identifiers.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import type { Instant } from '../domain/time.ts'
import type { EventNotice } from './ports.ts'

/** Whose filter an endpoint's events go through: what anyone may read, or all of a project without its people. */
export type SubscriberRole = 'public' | 'integrator'

/** An endpoint that hears of events. */
export interface Subscriber {
  readonly id: string
  readonly role: SubscriberRole
  /** Which events it wants; all when absent. */
  readonly types?: readonly ProjectEvent['type'][]
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly notice: EventNotice
  readonly endpoint: string
}

/** What an endpoint is told about one event. */
export interface Tidings {
  /** The notice's id: the same at every try, so that a receiver knows what it has had already. */
  readonly id: string
  readonly type: ProjectEvent['type']
  readonly project: ProjectId
  readonly version: number
  readonly index: number
  readonly at: Instant
  readonly correlationId: string
  /** JSON-able, filtered by the endpoint's role. */
  readonly data: object
}

/** What came of one try. `failed` may have reached the endpoint or not; `retryAfter` in seconds is what it asked for. */
export type PostResult =
  | { readonly result: 'delivered'; readonly status: number }
  | { readonly result: 'gone' }
  | { readonly result: 'failed'; readonly why: string; readonly retryAfter?: number }

export interface WebhookSender {
  /** Tries once; never throws for what the endpoint or the network does. */
  post(endpoint: string, tidings: Tidings): Promise<PostResult>
}

export interface DeliveryQueue {
  /** Puts each delivery on its way by itself; all of them, or it throws. */
  enqueue(deliveries: readonly Delivery[]): Promise<void>
}

/**
 * How long to wait, in seconds, before the try after this one (from 1), with jitter. Undefined after the last.
 * `askedFor` is what the endpoint asked for, in seconds; it is honoured within bounds.
 */
export type RetryDelay = (attempt: number, askedFor?: number) => number | undefined
