import type { Actor } from '../../../shared/domain/actor.ts'
import type { Outcome } from '../../../shared/domain/board/votes.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { aBaseline, allMet, people, person } from '../support/material.ts'
import { chair, secretariat } from './cast.ts'
import { type End, ends } from './ends.ts'
import { isClosed, type World } from './world.ts'

type Step = readonly [ProjectCommand, Actor]

const target: ProjectId = 'prj_another'
const meeting = { meeting: 'mtg_soon', meetingAt: '2099-01-01T09:00:00.000Z' } as const

/** Drives sensible commands only, each by whoever may do it, to one end or another: over many projects to every end. */
export const reachesAnEnd = (project: Project, turn: number, { now, settings, visits }: World): void => {
  const end = ends[turn % ends.length]
  if (isClosed(project) || end === undefined) return
  reach(project, end, now, settings)
  visits.count('way to an end', `${project.state} → ${end}`)
}

const reach = (from: Project, end: End, now: Instant, settings: ProcessSettings): void => {
  let project = from
  const way: string[] = [from.state]
  for (let steps = 0; steps < 24 && project.state !== end; steps += 1) {
    const [command, actor] = towards(project, end, now)
    const answer = decide(project, command, { now, actor, settings, id: project.id })
    if (isRefusal(answer))
      throw new Error(`broken: no way to ${end}\n  ${way.join(' → ')}, ${command.type}: ${JSON.stringify(answer)}`)
    for (const event of answer)
      project = evolve(project, event, { stream: project.id, version: project.version + 1, at: now, actor })
    way.push(`${command.type} → ${project.state}`)
  }
  if (project.state !== end) throw new Error(`broken: ${end} is out of reach\n  ${way.join(', ')}`)
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
const decided = (project: Project, outcome: Outcome, now: Instant): Step => {
  if (project.level === 1) return [{ type: 'decide-reconsideration', decision: decision(outcome, now) }, secretariat]
  if (project.meeting === undefined) return [{ type: 'put-on-agenda', meeting }, secretariat]
  const tally = { counts: { [outcome]: 3 }, eligible: 5, excluded: [], quorum: 3, cast: 3 }
  return [{ type: 'decide', meeting: project.meeting.meeting, decision: decision(outcome, now), tally }, chair]
}

/** The next sensible command on the way to an end. */
const towards = (project: Project, end: End, now: Instant): Step => {
  const proposer = person(project.proposer)
  switch (project.state) {
    case 'idea':
      if (end === 'merged')
        return [{ type: 'merge', into: target, intoIsLive: true, reason: 'Samme idé.' }, secretariat]
      return [{ type: 'place', level: end === 'rejected' ? 2 : 1, reason: 'Efter samtale.' }, secretariat]
    case 'shaping': {
      if (end === 'merged')
        return [{ type: 'merge', into: target, intoIsLive: true, reason: 'Samme idé.' }, secretariat]
      const answered = Object.values(project.answers).every(({ answer }) => answer === 'yes')
      return answered
        ? [{ type: 'mark-ready' }, secretariat]
        : [{ type: 'revise', concept: {}, answers: allMet(3) }, proposer]
    }
    case 'ready':
      if (end === 'merged')
        return [{ type: 'merge', into: target, intoIsLive: true, reason: 'Samme idé.' }, secretariat]
      if (end === 'rejected')
        return project.level === 1
          ? [{ type: 'place', level: 2, reason: 'Flere er kommet til.' }, secretariat]
          : decided(project, 'reject', now)
      return project.level === 1
        ? [{ type: 'start', baseline: aBaseline(), lead: people.troels }, secretariat]
        : decided(project, 'approve', now)
    case 'returned':
      if (end === 'merged')
        return [{ type: 'merge', into: target, intoIsLive: true, reason: 'Samme idé.' }, secretariat]
      return [{ type: 'resubmit', concept: {}, answers: allMet(3) }, proposer]
    case 'approved':
      if (end !== 'implementation')
        return [{ type: 'open-reconsideration', text: 'Det kan ikke lade sig gøre.' }, secretariat]
      if (project.lead === undefined) return [{ type: 'appoint-lead', lead: people.troels }, secretariat]
      if (project.steering.length === 0)
        return [{ type: 'name-steering-group', members: [people.birgitte] }, secretariat]
      return [{ type: 'start' }, person(project.lead)]
    case 'implementation':
      return [{ type: 'open-reconsideration', text: 'Det kan ikke lade sig gøre.' }, secretariat]
    case 'reconsideration':
      return decided(project, end === 'stopped' ? 'stop' : end === 'implementation' ? 'continue' : 'return', now)
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
