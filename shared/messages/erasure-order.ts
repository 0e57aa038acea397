import * as z from 'zod/mini'
import { jsonText } from '../json-text.ts'
import type { ErasureOrder } from '../use-cases/erasure-ports.ts'
import type { EventNotice } from '../use-cases/ports.ts'
import { parseNotice } from './notice.ts'

const count = z.int().check(z.nonnegative())
const erasureId = z.templateLiteral(['era_', z.string().check(z.minLength(1))])
const order = z.strictObject({
  erasure: erasureId,
  from: z.exactOptional(z.string().check(z.minLength(1))),
  soFar: z.exactOptional(z.strictObject({ streams: count, texts: count, deliveries: count })),
  along: z.exactOptional(z.array(erasureId)),
}) satisfies z.ZodMiniType<ErasureOrder>
/** What comes on the queue `erasures`: an order to erase somebody, or an event after which a project is to be wordless. */
export type ErasureMessage =
  | { readonly kind: 'order'; readonly order: ErasureOrder }
  | { readonly kind: 'notice'; readonly notice: EventNotice }

/** The body of an order: it names nobody. */
export const erasureOrderBody = (said: ErasureOrder): string => JSON.stringify(order.parse(said))

/** Reads a message of the queue `erasures`. @throws ZodError when it is none: it belongs in the dead-letter queue. */
export const parseErasureMessage = (body: string): ErasureMessage => {
  const json = jsonText.parse(body)
  const ofPerson = order.safeParse(json)
  return ofPerson.success ? { kind: 'order', order: ofPerson.data } : { kind: 'notice', notice: parseNotice(body) }
}
