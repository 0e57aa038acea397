import * as z from 'zod/mini'
import { isMeetingId, isProjectId, type StreamId } from '../../shared/domain/identifiers.ts'
import type { EventNotice } from '../../shared/use-cases/ports.ts'
import type { Delivery } from '../../shared/use-cases/webhook-ports.ts'

const streamId = z.custom<StreamId>((id) => typeof id === 'string' && (isProjectId(id) || isMeetingId(id)))

const notice = z.object({
  id: z.string().check(z.minLength(1)),
  stream: streamId,
  version: z.int().check(z.positive()),
  index: z.int().check(z.nonnegative()),
  // Any type: a relay that is newer than us knows events that we have not heard of, and the log is asked anyway.
  type: z.custom<EventNotice['type']>((type) => typeof type === 'string' && type.length > 0),
  correlationId: z.string(),
})

const delivery = z.object({ notice, endpoint: z.string().check(z.minLength(1)) })

/** What comes on the queue `webhooks`: an event for all endpoints from the relay, or for one endpoint from ourselves. */
export type WebhookMessage = { readonly kind: 'fan-out'; readonly notice: EventNotice } | DeliveryMessage
type DeliveryMessage = { readonly kind: 'delivery' } & Delivery

/** Reads a message's body. Throws when it is neither of the two. */
export const parseMessage = (body: string): WebhookMessage => {
  const json: unknown = JSON.parse(body)
  const one = z.safeParse(delivery, json)
  return one.success ? { kind: 'delivery', ...one.data } : { kind: 'fan-out', notice: z.parse(notice, json) }
}
