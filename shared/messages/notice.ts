import * as z from 'zod/mini'
import { isEventType } from '../use-cases/channels.ts'
import type { EventNotice } from '../use-cases/ports.ts'
import { streamId, version } from './scalars.ts'

const notice = z.strictObject({
  id: z.string().check(z.minLength(1)),
  stream: streamId,
  version,
  index: z.int().check(z.nonnegative()),
  type: z.custom<EventNotice['type']>(isEventType, 'no such event'),
  correlationId: z.string(),
}) satisfies z.ZodMiniType<EventNotice>

/** The body of a message about one committed event. */
export const noticeBody = (said: EventNotice): string => JSON.stringify(notice.parse(said))

/** Reads such a body. @throws SyntaxError or ZodError when it is not one: it belongs in the dead-letter queue. */
export const parseNotice = (body: string): EventNotice => notice.parse(JSON.parse(body))
