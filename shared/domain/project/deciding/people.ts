import { refuse } from '../../refusal.ts'
import { rolesOn } from '../acts.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { reconsider } from './reconsiderations.ts'

export const appointLead = (project: Project, { lead }: Command<'appoint-lead'>): Decided =>
  project.lead === lead ? [] : [{ type: 'lead-appointed', lead }]

export const transferProposer = (project: Project, { proposer }: Command<'transfer-proposer'>): Decided =>
  project.proposer === proposer ? [] : [{ type: 'proposer-transferred', proposer }]

/** Names the steering group anew; what is approved or running above level 1 does not go without one (G6). */
export const nameSteeringGroup = (project: Project, { members }: Command<'name-steering-group'>): Decided => {
  const needsOne = project.level !== 1 && ['approved', 'implementation', 'reconsideration'].includes(project.state)
  if (needsOne && members.length === 0) return refuse('invalid', 'steering-group-required', { at: ['members'] })
  return [{ type: 'steering-group-named', members: [...new Set(members)] }]
}

/** An authority joins; one that takes part already renews its pledge. */
export const join = (_: Project, { authority, pledge }: Command<'join'>): Decided => [
  { type: 'authority-joined', authority, pledge },
]

/** An authority leaves; when it was the last one of a running project, the project is reconsidered. */
export const leave = (project: Project, { authority, reason }: Command<'leave'>, context: DecisionContext): Decided => {
  if (!project.authorities.some((participation) => participation.authority === authority))
    return refuse('invalid', 'no-such-authority', { at: ['authority'], facts: { authority } })
  const left = { type: 'authority-left', authority, ...(reason === undefined ? {} : { reason }) } as const
  const wasLast = project.authorities.length === 1 && project.state === 'implementation'
  return wasLast ? [left, ...reconsider(project, [{ kind: 'last-authority-left' }], context)] : [left]
}

/** The owner fulfils a condition of the approval; the lead and the secretariat may for any owner. */
export const fulfilCondition = (
  project: Project,
  { condition: number, evidence }: Command<'fulfil-condition'>,
  { actor }: DecisionContext,
): Decided => {
  const condition = project.conditions.find((candidate) => candidate.number === number)
  if (condition === undefined) return refuse('not-found', 'no-such-condition', { facts: { number } })
  if (condition.state !== 'open') return refuse('illegal-in-state', 'condition-not-open', { facts: { number } })
  const mine = rolesOn(project, actor)
  const forAny = mine.includes('lead') || mine.includes('secretariat')
  if (!forAny && (actor.kind !== 'person' || condition.owner !== actor.id))
    return refuse('not-your-role', 'role', { facts: { roles: ['owner'] } })
  return [{ type: 'condition-fulfilled', condition: number, evidence }]
}

export const waiveCondition = (
  project: Project,
  { condition: number, reason }: Command<'waive-condition'>,
): Decided => {
  const condition = project.conditions.find((candidate) => candidate.number === number)
  if (condition === undefined) return refuse('not-found', 'no-such-condition', { facts: { number } })
  if (condition.state !== 'open') return refuse('illegal-in-state', 'condition-not-open', { facts: { number } })
  return [{ type: 'condition-waived', condition: number, reason }]
}
