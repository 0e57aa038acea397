import type { Actor } from '../../../shared/domain/actor.ts'
import type { Outcome } from '../../../shared/domain/board/votes.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { confirmedItems } from '../../../shared/domain/stewardship/onboarding.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { aBaseline, allMet, people, person } from '../support/material.ts'
import { chair, coordinators, secretariat } from './cast.ts'
import type { End } from './ends.ts'

type Step = readonly [ProjectCommand, Actor]

/** Where to, on which level an idea is placed on the way, and when. */
export interface Way {
  readonly end: End
  readonly level: Level
  readonly now: Instant
}

const target: ProjectId = 'prj_another'
const meeting = { meeting: 'mtg_soon', meetingAt: '2099-01-01T09:00:00.000Z' } as const

/** The next sensible command on the way to an end, and who gives it. */
export const towards = (project: Project, way: Way): Step => {
  const { end, level } = way
  const proposer = person(project.proposer)
  if (project.proposer === 'con_nobody' && project.state !== 'paused' && isOpen(project))
    return [{ type: 'transfer-proposer', proposer: people.maren }, secretariat]
  switch (project.state) {
    case 'idea':
      if (end === 'merged') return merge
      return [{ type: 'place', level: end === 'rejected' ? 2 : level, reason: 'Efter samtale.' }, secretariat]
    case 'shaping': {
      if (end === 'merged') return merge
      const answered = Object.values(project.answers).every(({ answer }) => answer === 'yes')
      return answered && project.answers.F2 !== undefined
        ? [{ type: 'mark-ready' }, secretariat]
        : [{ type: 'revise', concept: {}, answers: allMet(3) }, proposer]
    }
    case 'ready':
      return fromReady(project, way)
    case 'returned':
      if (end === 'merged') return merge
      return [{ type: 'resubmit', concept: {}, answers: allMet(3) }, proposer]
    case 'approved':
      return fromApproved(project, way)
    case 'implementation':
      if (end === 'product' || end === 'retired') return becoming(project, way)
      return end === 'completed' ? completing(project, way) : cannotGoOn
    case 'reconsideration':
      return decided(project, end === 'stopped' ? 'stop' : goesByRunning(end) ? 'continue' : 'return', way)
    case 'product':
      return [{ type: 'retire', reason: 'Et nyt system har taget over.' }, secretariat]
    case 'paused':
      return [{ type: 'resume' }, secretariat]
    case 'rejected':
    case 'stopped':
    case 'withdrawn':
    case 'merged':
    case 'completed':
    case 'retired':
      return [{ type: 'reopen', reason: 'Der er kommet midler.' }, secretariat]
  }
}

const merge: Step = [{ type: 'merge', into: target, intoIsLive: true, reason: 'Samme idé.' }, secretariat]
const cannotGoOn: Step = [{ type: 'open-reconsideration', text: 'Det kan ikke lade sig gøre.' }, secretariat]

const isOpen = ({ state }: Project): boolean =>
  ['idea', 'shaping', 'ready', 'returned', 'approved', 'implementation', 'reconsideration', 'product'].includes(state)

/** Ends that lie beyond running. */
const goesByRunning = (end: End): boolean => ['implementation', 'product', 'completed', 'retired'].includes(end)

const fromReady = (project: Project, way: Way): Step => {
  const { end, now } = way
  if (end === 'merged') return merge
  if (end === 'rejected')
    return project.level === 1
      ? [{ type: 'place', level: 2, reason: 'Flere er kommet til.' }, secretariat]
      : decided(project, 'reject', way)
  if (project.level !== 1) return decided(project, 'approve', way)
  const baseline = aBaseline({ endsOn: addDays(dateOf(now), 300) })
  return takenOver(project, way) ?? [{ type: 'start', baseline, lead: people.troels }, secretariat]
}

const fromApproved = (project: Project, way: Way): Step => {
  const { end } = way
  if (!goesByRunning(end)) return cannotGoOn
  const asItIs = takenOver(project, way)
  if (asItIs !== undefined) return asItIs
  if (project.lead === undefined) return [{ type: 'appoint-lead', lead: people.troels }, secretariat]
  if (project.level !== 1 && project.steering.length === 0)
    return [{ type: 'name-steering-group', members: [people.birgitte] }, secretariat]
  return [{ type: 'start' }, person(project.lead)]
}

/** A finished solution comes to its end as it is, without a start; undefined where it has to run. */
const takenOver = (project: Project, way: Way): Step | undefined => {
  if (project.kind !== 'takeover') return undefined
  if (way.end === 'completed') return completing(project, way)
  return way.end === 'product' || way.end === 'retired' ? becoming(project, way) : undefined
}

/** What the onboarding asks for, one thing after another, and then the product. */
const becoming = (project: Project, { now }: Way): Step => {
  const open = project.conditions.find(({ state }) => state === 'open')
  if (open !== undefined && project.state !== 'ready')
    return [{ type: 'waive-condition', condition: open.number, reason: 'Loven er ændret.' }, chair]
  if (project.evaluations.F2?.colour !== 'green')
    return [{ type: 'assess', evaluations: { F2: { colour: 'green' } } }, secretariat]
  if (project.coordination === undefined)
    return [
      { type: 'name-coordination-group', members: coordinators, chair: coordinators[0] ?? people.lone },
      secretariat,
    ]
  if (project.live.length < 2) return goLive(project, now)
  const confirmed = confirmedItems.map((item) => ({ item, evidence: 'Aftalen ligger i sagen.' }))
  return [{ type: 'graduate', confirmed }, secretariat]
}

/** Live in one authority and no other. */
const completing = (project: Project, { now }: Way): Step => {
  const [first, second] = project.live
  if (first === undefined) return goLive(project, now)
  return second === undefined
    ? [{ type: 'complete' }, secretariat]
    : [{ type: 'leave', authority: second.authority }, secretariat]
}

const goLive = (project: Project, now: Instant): Step => {
  const names = ['Ærø Kommune', 'Samsø Kommune']
  const [authority = ''] = names.filter((name) => !project.live.some((one) => one.authority === name))
  return [{ type: 'go-live', authority, on: dateOf(now) }, secretariat]
}

const decision = (outcome: Outcome, now: Instant) => ({
  outcome,
  reason: 'Behovet er fælles.',
  criteria: ['R1'] as const,
  nextStep: 'Styregruppen mødes.',
  reasons: [{ code: 'economy' }] as const,
  comeBackWith: 'En ny økonomi.',
  baseline: aBaseline({ endsOn: addDays(dateOf(now), 300) }),
})

/** The board, or on level 1 the secretariat, decides; on the agenda first. */
const decided = (project: Project, outcome: Outcome, { now }: Way): Step => {
  if (project.level === 1) return [{ type: 'decide-reconsideration', decision: decision(outcome, now) }, secretariat]
  if (project.meeting === undefined) return [{ type: 'put-on-agenda', meeting }, secretariat]
  const tally = { counts: { [outcome]: 3 }, eligible: 5, excluded: [], quorum: 3, cast: 3 }
  return [{ type: 'decide', meeting: project.meeting.meeting, decision: decision(outcome, now), tally }, chair]
}
