import * as z from 'zod/mini'
import type { Announcement } from '../use-cases/ports.ts'
import { streamId, version } from './scalars.ts'

const announcement = z.strictObject({
  stream: streamId,
  version,
  commitId: z.string().check(z.minLength(1)),
  commandId: z.optional(z.string()),
  correlationId: z.string(),
  people: z.exactOptional(z.boolean()),
}) satisfies z.ZodMiniType<Announcement>

/** The body of a message on the queue `commits`. */
export const announcementBody = (said: Announcement): string => JSON.stringify(announcement.parse(said))

/** Reads such a body. @throws SyntaxError or ZodError when it is not one: it belongs in the dead-letter queue. */
export const parseAnnouncement = (body: string): Announcement => announcement.parse(JSON.parse(body))
