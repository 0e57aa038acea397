import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { MeetingEvent } from '../../../../shared/domain/meeting/events.ts'
import type { Meeting } from '../../../../shared/domain/meeting/state.ts'
import { type MeetingMoment, type Rule, when } from '../moment.ts'

type Type = MeetingEvent['type']
const has =
  (type: Type) =>
  ({ events }: MeetingMoment): boolean =>
    events.some((event) => event.type === type)

const eventOf = <T extends Type>({ events }: MeetingMoment, type: T) =>
  events.find((event): event is MeetingEvent & { readonly type: T } => event.type === type)

const undecided = ({ agenda }: Meeting) => agenda.filter(({ outcome }) => outcome === undefined)

/** Every rule that must hold of a meeting, at every commit. */
export const meetingRules: readonly Rule<MeetingMoment>[] = [
  when(
    'the secretariat or the chair calls a meeting, the chair alone a written vote',
    has('called'),
    ({ after, actor }) => {
      const mine = actor.kind === 'person' ? actor.roles : []
      if (mine.includes('chair')) return
      return (after.form === 'written' || !mine.includes('secretariat')) && JSON.stringify(actor)
    },
  ),
  when('papers are due 14 days before the meeting', has('called'), ({ after, now }) => {
    const due = dueOn(addDays(dateOf(after.meetsAt), -14))
    return after.papersDueAt !== [due, now].sort()[1] && after.papersDueAt
  }),
  when('who votes is a member, or the proxy that the member named', has('vote-cast'), (moment) => {
    const event = eventOf(moment, 'vote-cast')
    const { members, proxies } = moment.after
    if (!members.some(({ contact }) => contact === event?.member)) return 'not a member'
    const own = event?.castBy === event?.member
    return (
      !own && !proxies.some(({ member, proxy }) => member === event?.member && proxy === event?.castBy) && 'no proxy'
    )
  }),
  when('a member names one proxy', has('proxy-named'), ({ after }) => {
    const named = after.proxies.map(({ member }) => member)
    return new Set(named).size !== named.length && named.join()
  }),
  when(
    'no vote by or for somebody excluded stands, and each member has one',
    () => true,
    ({ after }) => {
      for (const { excluded, votes } of after.agenda) {
        const out = excluded.map(({ member }) => member)
        const voters = votes.map(({ member }) => member)
        if (votes.some(({ member, castBy }) => out.includes(member) || out.includes(castBy))) return 'an excluded vote'
        if (new Set(voters).size !== voters.length) return 'two votes of one member'
      }
      return
    },
  ),
  when('a vote that is not to approve, go on or uphold has a comment', has('vote-cast'), (moment) => {
    const event = eventOf(moment, 'vote-cast')
    const asIs = ['approve', 'continue', 'uphold'].includes(event?.choice ?? '')
    return !asIs && !event?.comment?.trim() && `${event?.choice}`
  }),
  when('a written vote closes at its moment', has('vote-cast'), ({ after, now }) =>
    after.form === 'written' && now > after.meetsAt ? `it closed ${after.meetsAt}` : undefined,
  ),
  when(
    'a cancelled or inquorate meeting: votes void',
    (moment) => has('cancelled')(moment) || eventOf(moment, 'concluded')?.quorate === false,
    ({ after }) => undecided(after).some(({ votes }) => votes.length > 0) && 'votes still stand',
  ),
  when(
    'what was decided stays decided',
    ({ before }) => before?.agenda.some(({ outcome }) => outcome !== undefined) === true,
    ({ before, after, events }) => {
      const added = events.flatMap((event) => (event.type === 'item-added' ? [event.project] : []))
      const undone = before?.agenda.find(
        ({ project, outcome }) =>
          outcome !== undefined &&
          !added.includes(project) &&
          after.agenda.find((item) => item.project === project)?.outcome !== outcome,
      )
      return undone?.project
    },
  ),
  when(
    'a meeting that is over changes no more, but for learning what was decided, and forgetting who is erased',
    ({ before }) => before !== undefined && before.state !== 'called',
    ({ events }) => {
      const other = events.find(({ type }) => type !== 'item-closed' && type !== 'member-erased')
      return other?.type
    },
  ),
  when('who is erased is named nowhere at the meeting', has('member-erased'), (moment) => {
    const { member } = eventOf(moment, 'member-erased') ?? {}
    return member !== undefined && JSON.stringify(moment.after).includes(`"${member}"`) && member
  }),
  when(
    'a project is on an agenda once, and is ranked there or not at all',
    () => true,
    ({ after: { agenda, rankings } }) => {
      const projects = agenda.map(({ project }) => project)
      if (new Set(projects).size !== projects.length) return 'twice'
      return rankings.some(({ order }) => order.some((project) => !projects.includes(project))) && 'ranked elsewhere'
    },
  ),
  when(
    'a meeting that is over has nothing due',
    ({ after }) => after.state !== 'called',
    ({ after }) => after.due.length > 0 && after.due.map(({ key }) => key).join(),
  ),
]
