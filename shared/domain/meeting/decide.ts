import type { Actor } from '../actor.ts'
import { type Choice, choicesFor } from '../board/votes.ts'
import { addDays, dateOf, dueOn } from '../calendar/days.ts'
import { stepsOf } from '../deadlines/steps.ts'
import type { ContactId, MeetingId } from '../identifiers.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Instant } from '../time.ts'
import { boardRolesOf, callers, meetingRefusalOf } from './acts.ts'
import type { MeetingCommand } from './commands.ts'
import type { MeetingEvent } from './events.ts'
import { isLeftToAssembly } from './outcome.ts'
import type { AgendaItem, Meeting } from './state.ts'

/** What a decision may know beside the meeting. */
export interface MeetingContext {
  readonly now: Instant
  readonly actor: Actor
  readonly settings: ProcessSettings
  readonly id: MeetingId
}

type Command<Type extends MeetingCommand['type']> = MeetingCommand & { readonly type: Type }
type Decided = readonly MeetingEvent[] | Refusal

/** What a command makes of a meeting: the events that follow, or the refusal. Pure. An empty list: it was so already. */
export const decide = (meeting: Meeting | undefined, command: MeetingCommand, context: MeetingContext): Decided => {
  if (command.type === 'call')
    return meeting === undefined ? call(command, context) : refuse('illegal-in-state', 'exists')
  if (meeting === undefined) return refuse('not-found', 'missing')
  const refusal = meetingRefusalOf(meeting, command.type, context.actor)
  if (refusal !== undefined) return refusal
  switch (command.type) {
    case 'add-item':
      return addItem(meeting, command)
    case 'remove-item':
      return openItem(meeting, command.project) === undefined ? [] : [{ ...command, type: 'item-removed' }]
    case 'close-item':
      return openItem(meeting, command.project) === undefined ? [] : [{ ...command, type: 'item-closed' }]
    case 'declare-conflict':
      return declareConflict(meeting, command, context)
    case 'name-proxy':
      return nameProxy(meeting, command, context)
    case 'vote':
      return vote(meeting, command, context)
    case 'rank':
      return rank(meeting, command, context)
    case 'cancel':
      return [{ type: 'cancelled', reason: command.reason }]
    case 'conclude':
      return conclude(meeting, command, context)
    case 'erase-member':
      return namesMember(meeting, command.member) ? [{ ...command, type: 'member-erased' }] : []
    case 'take-step':
      return takeStep(meeting, command, context)
  }
}

/** Whether the meeting knows this person in any part. */
const namesMember = ({ members, proxies, agenda, rankings }: Meeting, person: ContactId): boolean =>
  members.some(({ contact }) => contact === person) ||
  proxies.some(({ member, proxy }) => member === person || proxy === person) ||
  rankings.some(({ member }) => member === person) ||
  agenda.some(
    ({ excluded, votes }) =>
      excluded.some(({ member }) => member === person) ||
      votes.some(({ member, castBy }) => member === person || castBy === person),
  )

const openItem = (meeting: Meeting, project: string): AgendaItem | undefined =>
  meeting.agenda.find((item) => item.project === project && item.outcome === undefined)

/**
 * What is for decision takes the place of an item for information, or of one that was asked before; what is for information
 * takes nobody's place. An item that is there is added again only where the project's people, and so who may vote, have changed.
 */
const addItem = (meeting: Meeting, command: Command<'add-item'>): Decided => {
  const there = meeting.agenda.find(({ project }) => project === command.project)
  const isThere =
    command.kind === 'information'
      ? there !== undefined
      : there?.kind === command.kind && there.outcome === undefined && isExcluding(there, command.excluded)
  return isThere ? [] : [{ ...command, type: 'item-added' }]
}

/** Whether these are who may not vote on an item for the part they have in the project; what members declared is their own word. */
const isExcluding = (item: AgendaItem, excluded: AgendaItem['excluded']): boolean => {
  const known = item.excluded.filter(({ why }) => why !== 'declared')
  return (
    known.length === excluded.length &&
    excluded.every(({ member, why }) => known.some((one) => one.member === member && one.why === why))
  )
}

const call = (command: Command<'call'>, { now, actor, settings }: MeetingContext): Decided => {
  const mine = boardRolesOf(actor)
  const may: readonly string[] = callers[command.form]
  if (!mine.some((role) => may.includes(role))) return refuse('not-your-role', 'role', { facts: { roles: may } })
  if (command.meetsAt <= now) return refuse('invalid', 'date-in-past', { at: ['meetsAt'] })
  if (command.members.filter(({ seat }) => seat === 'chair').length !== 1)
    return refuse('invalid', 'no-chair', { at: ['members'] })
  const twice = command.members.findIndex(
    ({ contact }, place) => command.members.findIndex((other) => other.contact === contact) !== place,
  )
  if (twice >= 0) return refuse('invalid', 'member-twice', { at: ['members', twice] })
  const papersDueAt = dueOn(addDays(dateOf(command.meetsAt), -settings.papersBefore))
  return [{ ...command, type: 'called', papersDueAt: papersDueAt < now ? now : papersDueAt }]
}

/** A member acts for themselves; nobody speaks for another but by proxy. */
const isThemselves = (meeting: Meeting, member: ContactId, actor: Actor): boolean =>
  actor.kind === 'person' && actor.id === member && meeting.members.some(({ contact }) => contact === member)

const declareConflict = (
  meeting: Meeting,
  command: Command<'declare-conflict'>,
  { actor }: MeetingContext,
): Decided => {
  const { member, project } = command
  if (!isThemselves(meeting, member, actor)) return refuse('not-your-role', 'not-a-member')
  const item = openItem(meeting, project)
  if (item === undefined) return refuse('illegal-in-state', 'not-on-this-agenda', { at: ['project'] })
  return item.excluded.some((other) => other.member === member) ? [] : [{ ...command, type: 'conflict-declared' }]
}

const nameProxy = (meeting: Meeting, command: Command<'name-proxy'>, { actor, settings }: MeetingContext): Decided => {
  const { member, proxy } = command
  if (!isThemselves(meeting, member, actor)) return refuse('not-your-role', 'not-a-member')
  const isOther = proxy !== member && meeting.members.some(({ contact }) => contact === proxy)
  return settings.proxies && isOther
    ? [{ ...command, type: 'proxy-named' }]
    : refuse('invalid', 'proxy-not-allowed', { at: ['proxy'] })
}

/** Choices that leave things as they were asked for; the others say why. */
const withoutComment: readonly Choice[] = ['approve', 'continue', 'uphold']

/** A member's vote on an open item; at a written vote until its moment. */
const vote = (meeting: Meeting, command: Command<'vote'>, { now, actor, settings }: MeetingContext): Decided => {
  const { project, member, choice, comment } = command
  const proxies = meeting.proxies.filter((named) => named.member === member).map(({ proxy }) => proxy)
  const castBy = [member, ...proxies].find((contact) => isThemselves(meeting, contact, actor))
  if (castBy === undefined) return refuse('not-your-role', 'not-a-member')
  const item = meeting.agenda.find((candidate) => candidate.project === project)
  if (item === undefined) return refuse('illegal-in-state', 'not-on-this-agenda', { at: ['project'] })
  const isOver = meeting.form === 'written' && now > meeting.meetsAt
  if (item.outcome !== undefined || isOver) return refuse('illegal-in-state', 'item-closed', { at: ['project'] })
  if (item.excluded.some((other) => other.member === member || other.member === castBy))
    return refuse('not-your-role', 'excluded-from-vote')
  if (isLeftToAssembly(meeting, item, settings))
    return refuse('illegal-in-state', 'left-to-assembly', { at: ['project'] })
  const allowed: readonly Choice[] = choicesFor[item.kind]
  if (!allowed.includes(choice))
    return refuse('invalid', 'outcome-not-for-this', { at: ['choice'], facts: { outcome: choice, allowed } })
  if (!withoutComment.includes(choice) && !comment?.trim())
    return refuse('reason-required', 'comment-required', { at: ['comment'] })
  return [{ type: 'vote-cast', project, member, castBy, choice, ...(comment === undefined ? {} : { comment }) }]
}

const rank = (meeting: Meeting, command: Command<'rank'>, { actor }: MeetingContext): Decided => {
  const { member, order } = command
  if (!isThemselves(meeting, member, actor)) return refuse('not-your-role', 'not-a-member')
  const stray = order.findIndex(
    (project, place) => order.indexOf(project) !== place || openItem(meeting, project)?.kind !== 'concept',
  )
  return stray < 0
    ? [{ ...command, type: 'ranking-cast' }]
    : refuse('invalid', 'not-on-this-agenda', { at: ['order', stray] })
}

/** A meeting is over on its day or after; a written vote whenever the chair or the secretariat says so. */
const conclude = (meeting: Meeting, { quorate, note }: Command<'conclude'>, { now }: MeetingContext): Decided =>
  meeting.form === 'meeting' && dateOf(now) < dateOf(meeting.meetsAt)
    ? refuse('illegal-in-state', 'not-held-yet', { facts: { meetsAt: meeting.meetsAt } })
    : [{ type: 'concluded', quorate, ...(note === undefined ? {} : { note }) }]

/** One step of a clock of the meeting: the papers, the reminder to vote. A step that has fired changes nothing. */
const takeStep = (meeting: Meeting, command: Command<'take-step'>, { now, settings }: MeetingContext): Decided => {
  const item = meeting.due.find(({ key }) => key === command.item)
  if (item === undefined || item.fired.includes(command.step)) return []
  const next = stepsOf(item, settings).find(({ name }) => !item.fired.includes(name))
  if (next === undefined || next.name !== command.step || next.at > now)
    return refuse('illegal-in-state', 'step-not-due', { facts: { item: command.item, step: command.step } })
  const { to, consequence, at, name: step } = next
  const late = Date.parse(now) > Date.parse(at) + settings.lateAfterHours * 3_600_000
  const taken = { type: 'step-taken', item: item.key, kind: item.kind, step, to, consequence, at, late } as const
  return step === 'overdue-0' ? [taken, { type: 'papers-sent' }] : [taken]
}
