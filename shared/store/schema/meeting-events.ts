import * as z from 'zod/mini'
import type { MeetingEvent, MeetingEventType, Member } from '../../domain/meeting/events.ts'
import { choice, excluded, outcome, stepTaken } from './decision.ts'
import { money } from './economy.ts'
import { madeOnce } from './made-once.ts'
import { contactId, freeText, instant, projectId, word } from './scalars.ts'
import type { ReadsAll, Shape } from './shape.ts'

const member = z.strictObject({
  contact: contactId,
  authority: word,
  seat: z.enum(['chair', 'vice-chair', 'member']),
} satisfies Shape<Member>)

/**
 * The fields of each event beside its type, made when they are asked for; an event without an entry, or a field without a
 * schema, does not compile.
 */
const fields = {
  get called() {
    return {
      meetsAt: instant,
      form: z.enum(['meeting', 'written']),
      place: z.exactOptional(freeText),
      members: z.array(member),
      budget: z.exactOptional(money),
      papersDueAt: instant,
    }
  },
  get 'item-added'() {
    return {
      project: projectId,
      kind: z.enum(['concept', 'reconsideration', 'level', 'information']),
      excluded: excluded(),
      jointCost: z.exactOptional(money),
    }
  },
  get 'item-removed'() {
    return { project: projectId, why: z.enum(['withdrawn', 'returned', 'merged', 'moved', 'closed']) }
  },
  get 'conflict-declared'() {
    return { member: contactId, project: projectId }
  },
  get 'proxy-named'() {
    return { member: contactId, proxy: contactId }
  },
  get 'vote-cast'() {
    return {
      project: projectId,
      member: contactId,
      castBy: contactId,
      choice,
      comment: z.exactOptional(freeText),
    }
  },
  get 'ranking-cast'() {
    return { member: contactId, order: z.array(projectId) }
  },
  'papers-sent': {},
  get 'item-closed'() {
    return { project: projectId, outcome }
  },
  get cancelled() {
    return { reason: freeText }
  },
  get concluded() {
    return { quorate: z.boolean(), note: z.exactOptional(freeText) }
  },
  get 'member-erased'() {
    return { member: contactId }
  },
  get 'step-taken'() {
    return stepTaken()
  },
} as const satisfies {
  readonly [Type in MeetingEventType]: Omit<Shape<Extract<MeetingEvent, { type: Type }>>, 'type'>
}

export const meetingEventTypes = Object.keys(fields) as MeetingEventType[]

const event = <Type extends MeetingEventType>(type: Type) => z.strictObject({ type: z.literal(type), ...fields[type] })

type Held<Event extends MeetingEvent> = Event
/** What the schemas read, held to the events of the domain both ways: neither says what the other does not know. */
export type StoredMeetingEvent = ReadsAll<
  Held<{ [Type in MeetingEventType]: z.output<ReturnType<typeof event<Type>>> }[MeetingEventType]>,
  MeetingEvent
>

/** The schema of one type of event of a meeting, as it is stored. */
export const meetingEventOf = madeOnce((type: MeetingEventType) => event(type) as z.ZodMiniType<StoredMeetingEvent>)
