import * as z from 'zod/mini'
import type { CriterionId } from '../../domain/criteria.ts'
import { criteria } from '../../domain/criteria.ts'
import type { ContactId, MeetingId, ProjectId, StreamId } from '../../domain/identifiers.ts'
import type { CalendarDate, Instant } from '../../domain/time.ts'

export const projectId = z.templateLiteral(['prj_', z.string()]) satisfies z.ZodMiniType<ProjectId>
export const meetingId = z.templateLiteral(['mtg_', z.string()]) satisfies z.ZodMiniType<MeetingId>
export const contactId = z.templateLiteral(['con_', z.string()]) satisfies z.ZodMiniType<ContactId>
export const streamId = z.union([projectId, meetingId]) satisfies z.ZodMiniType<StreamId>

export const instant = z.iso.datetime({ precision: 3 }) satisfies z.ZodMiniType<Instant>
export const calendarDate = z.iso.date() satisfies z.ZodMiniType<CalendarDate>

/** A code or a name that no person has written: stays in the event. */
export const word = z.string()
/** Words of a person, told from a `word` by this very schema: stand beside the event (`free-text.ts`), so that they can be redacted. */
export const freeText = z.string()

export const count = z.int().check(z.nonnegative())

export const level = z.literal([1, 2, 3])
export const assessedLevel = z.literal(['sandbox', 1, 2, 3])

export const criterionId = z.enum(
  criteria.map(({ id }) => id) satisfies readonly CriterionId[],
) satisfies z.ZodMiniType<CriterionId>
