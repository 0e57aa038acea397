import * as z from 'zod/mini'
import { parseNotice } from '../../shared/messages/notice.ts'
import type { EventNotice } from '../../shared/use-cases/ports.ts'
import type { Delivery } from '../../shared/use-cases/webhook-ports.ts'

/** What comes on the queue `webhooks`: an event for all endpoints from the relay, or for one endpoint from ourselves. */
export type WebhookMessage =
  | { readonly kind: 'fan-out'; readonly notice: EventNotice }
  | ({ readonly kind: 'delivery' } & Delivery)

const delivery = z.strictObject({ endpoint: z.string().check(z.minLength(1)), notice: z.unknown() })

/** Reads a message's body. @throws SyntaxError or ZodError when it is neither of the two. */
export const parseMessage = (body: string): WebhookMessage => {
  const one = z.safeParse(delivery, JSON.parse(body))
  if (!one.success) return { kind: 'fan-out', notice: parseNotice(body) }
  const { endpoint, notice } = one.data
  return { kind: 'delivery', endpoint, notice: parseNotice(JSON.stringify(notice)) }
}
