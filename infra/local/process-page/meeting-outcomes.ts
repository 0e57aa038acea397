import type { Actor } from '../../../shared/domain/actor.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { meetingLettersFor } from '../../../shared/domain/correspondence/meeting-letters.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { decide } from '../../../shared/domain/meeting/decide.ts'
import type { MeetingEvent, Member } from '../../../shared/domain/meeting/events.ts'
import { evolve } from '../../../shared/domain/meeting/evolve.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { actorAs, contact, everybody, type Somebody, sampleMeeting, sampleProject } from './people.ts'

export interface MeetingOutcome {
  readonly name: string
  readonly who: readonly Somebody[]
  readonly came: readonly string[] | Refusal
  readonly letters: readonly (readonly [string, readonly Letter[]])[]
}

const began: Instant = '2026-09-01T09:00:00.000Z'
const meetsAt: Instant = '2026-10-20T09:00:00.000Z'
const members: readonly Member[] = [
  { contact: contact.chair, authority: 'Vestermarsk Kommune', seat: 'chair' },
  { contact: contact.member, authority: 'Midtfjord Kommune', seat: 'member' },
  { contact: 'con_third', authority: 'Holmsund Kommune', seat: 'member' },
]
const call = (form: Meeting['form']) => ({ type: 'call', meetsAt, form, members }) as const

const happen = (meeting: Meeting | undefined, command: MeetingCommand, who: Somebody, now: Instant): Meeting => {
  const actor = actorAs(who)
  const events = decide(meeting, command, { now, actor, settings: defaultSettings, id: sampleMeeting })
  if (isRefusal(events)) throw new Error(`the page's own ${command.type} was refused: ${events.rule}`)
  const meta = { stream: sampleMeeting, version: (meeting?.version ?? 0) + 1, at: now, actor }
  const after = events.reduce<Meeting | undefined>((before, event) => evolve(before, event, meta), meeting)
  if (after === undefined) throw new Error('nothing happened')
  return after
}

const add = { type: 'add-item', project: sampleProject, kind: 'concept', excluded: [] } as const
const called = happen(happen(undefined, call('meeting'), 'chair', began), add, 'agenda-keeper', began)
const cancel = { type: 'cancel', reason: 'Sygdom.' } as const
const conclude = { type: 'conclude', quorate: true } as const

const reminded = happen(called, { type: 'take-step', item: 'papers-1', step: 'before-7' }, 'progress-monitor', meetsAt)

/** Every state of a meeting, at a moment that matters. */
export const meetingSituations: readonly {
  readonly name: string
  readonly meeting?: Meeting
  readonly now: Instant
}[] = [
  { name: 'not called yet', now: began },
  { name: 'called, before its day', meeting: called, now: '2026-10-10T09:00:00.000Z' },
  { name: 'called, on its day or after', meeting: reminded, now: meetsAt },
  { name: 'concluded', meeting: happen(called, conclude, 'chair', meetsAt), now: meetsAt },
  { name: 'cancelled', meeting: happen(called, cancel, 'chair', began), now: meetsAt },
]

/** The steps of a meeting's clocks: papers that are due go out. */
const steps = [
  ['papers-1', 'before-7'],
  ['papers-1', 'overdue-0'],
  ['vote-1', 'before-3'],
] as const

const samplesAs = (who: Somebody): readonly (readonly [string, MeetingCommand])[] => {
  const member = who === 'chair' ? contact.chair : contact.member
  const proxy = who === 'chair' ? contact.member : contact.chair
  return [
    ['call (meeting)', call('meeting')],
    ['call (written vote)', call('written')],
    ['add-item', { ...add, project: 'prj_02SAMPLE' }],
    ['remove-item', { type: 'remove-item', project: sampleProject, why: 'withdrawn' }],
    ['close-item', { type: 'close-item', project: sampleProject, outcome: 'approve' }],
    ['declare-conflict', { type: 'declare-conflict', member, project: sampleProject }],
    ['name-proxy', { type: 'name-proxy', member, proxy }],
    ['vote', { type: 'vote', project: sampleProject, member, choice: 'approve' }],
    ['rank', { type: 'rank', member, order: [sampleProject] }],
    ['cancel', cancel],
    ['conclude', conclude],
    ['erase-member', { type: 'erase-member', member: contact.member }],
    ...steps.map(
      ([item, step]) => [`take-step (${item.split('-')[0]} ${step})`, { type: 'take-step', item, step }] as const,
    ),
  ]
}

const lettersOf = (
  meeting: Meeting | undefined,
  events: readonly MeetingEvent[],
  { now, actor }: { readonly now: Instant; readonly actor: Actor },
): MeetingOutcome['letters'] => {
  const meta = { stream: sampleMeeting, version: (meeting?.version ?? 0) + 1, at: now, actor }
  const after = events.reduce<Meeting | undefined>((before, event) => evolve(before, event, meta), meeting)
  if (after === undefined) return []
  const context = { commit: { actor, at: now, events }, titles: new Map(), settings: defaultSettings }
  return events.map((event) => [event.type, meetingLettersFor(event, after, context)])
}

/** What comes of each command on a meeting, for everybody. */
export const meetingOutcomesIn = (meeting: Meeting | undefined, now: Instant): readonly MeetingOutcome[] => {
  const grouped = new Map<string, MeetingOutcome>()
  for (const who of everybody)
    for (const [name, command] of samplesAs(who)) {
      const context = { now, actor: actorAs(who), settings: defaultSettings, id: sampleMeeting }
      const answer = decide(meeting, command, context)
      const came = isRefusal(answer) ? answer : answer.map(({ type }) => type)
      const letters = isRefusal(answer) ? [] : lettersOf(meeting, answer, context)
      const key = `${name}/${isRefusal(came) ? `${came.refused}/${came.rule}` : came.join()}`
      grouped.set(key, { name, who: [...(grouped.get(key)?.who ?? []), who], came, letters })
    }
  return [...grouped.values()]
}
