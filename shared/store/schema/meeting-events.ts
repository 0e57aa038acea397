import * as z from 'zod/mini'
import type { MeetingEvent, MeetingEventType, Member } from '../../domain/meeting/events.ts'
import { choice, excluded, outcome, stepTaken } from './decision.ts'
import { money } from './economy.ts'
import { madeOnce } from './made-once.ts'
import { contactId, freeText, instant, projectId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

const member = z.strictObject({
  contact: contactId,
  authority: word,
  seat: z.enum(['chair', 'vice-chair', 'member']),
} satisfies Shape<Member>)

/** The fields of each event beside its type; an event without an entry, or a field without a schema, does not compile. */
const fields = {
  called: {
    meetsAt: instant,
    form: z.enum(['meeting', 'written']),
    place: z.exactOptional(freeText),
    members: z.array(member),
    budget: z.exactOptional(money),
    papersDueAt: instant,
  },
  'item-added': {
    project: projectId,
    kind: z.enum(['concept', 'reconsideration', 'information']),
    excluded,
    jointCost: z.exactOptional(money),
  },
  'item-removed': { project: projectId, why: z.enum(['withdrawn', 'returned', 'merged', 'moved', 'closed']) },
  'conflict-declared': { member: contactId, project: projectId },
  'proxy-named': { member: contactId, proxy: contactId },
  'vote-cast': {
    project: projectId,
    member: contactId,
    castBy: contactId,
    choice,
    comment: z.exactOptional(freeText),
  },
  'ranking-cast': { member: contactId, order: z.array(projectId) },
  'papers-sent': {},
  'item-closed': { project: projectId, outcome },
  cancelled: { reason: freeText },
  concluded: { quorate: z.boolean(), note: z.exactOptional(freeText) },
  'member-erased': { member: contactId },
  'step-taken': stepTaken,
} as const satisfies {
  readonly [Type in MeetingEventType]: Omit<Shape<Extract<MeetingEvent, { type: Type }>>, 'type'>
}

export const meetingEventTypes = Object.keys(fields) as MeetingEventType[]

const event = <Type extends MeetingEventType>(type: Type) => z.strictObject({ type: z.literal(type), ...fields[type] })

type Held<Event extends MeetingEvent> = Event
/** What the schemas read, held to the events of the domain. */
export type StoredMeetingEvent = Held<
  { [Type in MeetingEventType]: z.output<ReturnType<typeof event<Type>>> }[MeetingEventType]
>

/** The schema of one type of event of a meeting, as it is stored. */
export const meetingEventOf = madeOnce((type: MeetingEventType) => event(type) as z.ZodMiniType<StoredMeetingEvent>)
