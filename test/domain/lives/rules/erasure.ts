import { isDeepStrictEqual } from 'node:util'
import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { Project } from '../../../../shared/domain/project/state.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'
import { isClosed, type Life } from '../world.ts'

/** Everything the state says, but for how decisions were counted, which stands for good. */
const said = (project: Project): string =>
  JSON.stringify({ ...project, decisions: project.decisions.map(({ tally: _, ...decision }) => decision) })

/** Whether anyone could ever know of it, by the log: decided on by the board, started, taken over, or told with consent. */
const wasPublic = ({ told, project }: Life): boolean => {
  const types = told.map(({ event }) => event.type)
  if (types.some((type) => type === 'approved' || type === 'started' || type === 'graduated' || type === 'completed'))
    return true
  const decided = told.some(
    ({ event }) => event.type === 'rejected' || (event.type === 'returned' && event.decision !== undefined),
  )
  return decided && project.consentToPublish
}

export const erasureRules: readonly Rule<Moment>[] = [
  at(
    'person-erased',
    'an erased person is nowhere on the project: their parts are the successor’s or nobody’s',
    (event, { before, after }) => {
      if (said(after).includes(`"${event.person}"`)) return said(after)
      const heir = event.successor ?? 'con_nobody'
      if (before.proposer === event.person && after.proposer !== heir) return `proposed by ${after.proposer}`
      if (before.lead === event.person && after.lead !== event.successor) return `led by ${after.lead}`
      const asked = ({ changes }: Project) => changes.map(({ requester }) => requester?.contact)
      const waiting = asked(before).map((one) => (one === event.person ? event.successor : one))
      if (waiting.join() !== asked(after).join()) return `asked by ${asked(after)}`
      const owners = before.conditions.map(({ owner }) => (owner === event.person ? heir : owner))
      return owners.join() !== after.conditions.map(({ owner }) => owner).join() && `owners ${owners}`
    },
  ),
  at('person-erased', 'erasing a person changes nothing but who has which part', (_, { before, after }) => {
    const matter = ({ state, concept, answers, baseline, reports, due, live, changes, assessments }: Project) => [
      [state, concept, answers, baseline, reports, due, live, assessments],
      changes.map(({ requester: _, ...change }) => change),
    ]
    if (!isDeepStrictEqual(matter(before), matter(after))) return 'it does'
    const groups = [after.steering, after.contacts, after.coordination?.members ?? []]
    if (groups.some((group) => group.includes('con_nobody') || new Set(group).size !== group.length))
      return 'nobody is in a group'
    const { coordination } = after
    return coordination !== undefined && !coordination.members.includes(coordination.chair) && 'the chair is none of it'
  }),
  when(
    'what was never public is kept for 365 days once it is closed, and what was public stays',
    ({ before, after }) => isClosed(after) && (before === undefined || !isClosed(before)),
    ({ life, after, now }) => {
      const kept = after.due.find(({ kind }) => kind === 'retention')
      if (wasPublic(life)) return kept !== undefined && 'it was public'
      return kept?.dueAt !== dueOn(addDays(dateOf(now), 365)) && `erased ${kept?.dueAt}`
    },
  ),
  at(
    'content-erased',
    'only a closed idea that was never public is erased, and not before its time',
    (_, { before, after, life, now }) => {
      if (!isClosed(before)) return `it is ${before.state}`
      if (wasPublic(life)) return 'it was public'
      const due = before.due.find(({ kind }) => kind === 'retention')?.dueAt
      if (due === undefined || due > now) return `due ${due}`
      return (after.state !== before.state || after.due.length > 0) && 'more than its content went'
    },
  ),
]
