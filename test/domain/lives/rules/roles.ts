import type { Actor } from '../../../../shared/domain/actor.ts'
import type { ProjectEventType } from '../../../../shared/domain/project/events.ts'
import type { Project } from '../../../../shared/domain/project/state.ts'
import { type Moment, type Rule, when } from '../moment.ts'

/** Who may cause what, written down here anew from the process, not read from the table that `decide` goes by. */
const causes: Readonly<Record<ProjectEventType, readonly string[]>> = {
  submitted: [],
  'level-proposed': ['classification'],
  placed: ['secretariat'],
  'level-changed': ['secretariat'],
  commented: ['secretariat', 'proposer', 'lead', 'steering', 'coordination', 'owner', 'contact', 'board', 'chair'],
  revised: ['proposer', 'secretariat'],
  assessed: ['secretariat'],
  'marked-ready': ['secretariat'],
  returned: ['secretariat', 'chair'],
  resubmitted: ['proposer'],
  merged: ['secretariat'],
  'joined-by': ['agenda-keeper'],
  withdrawn: ['proposer', 'progress-monitor'],
  'put-on-agenda': ['secretariat', 'agenda-keeper'],
  postponed: ['agenda-keeper'],
  approved: ['secretariat', 'chair'],
  rejected: ['secretariat', 'chair'],
  'lead-appointed': ['proposer', 'lead', 'secretariat'],
  'proposer-transferred': ['proposer', 'secretariat'],
  'steering-group-named': ['proposer', 'lead', 'secretariat'],
  'authority-joined': ['proposer', 'lead', 'secretariat', 'coordination'],
  'authority-left': ['proposer', 'lead', 'secretariat', 'coordination'],
  started: ['secretariat', 'lead'],
  'board-informed': ['secretariat', 'lead', 'proposer', 'steering', 'progress-monitor'],
  reported: ['lead'],
  'report-accepted': ['secretariat', 'progress-monitor'],
  'report-returned': ['secretariat'],
  'reconsideration-opened': ['lead', 'steering', 'secretariat', 'proposer', 'progress-monitor'],
  continued: ['secretariat', 'chair'],
  rescoped: ['secretariat', 'chair'],
  stopped: ['secretariat', 'chair'],
  'frame-withheld': ['secretariat'],
  'frame-released': ['secretariat'],
  paused: ['secretariat'],
  resumed: ['secretariat'],
  reopened: ['secretariat'],
  'condition-fulfilled': ['owner', 'lead', 'secretariat'],
  'condition-waived': ['chair'],
  'went-live': ['lead', 'coordination', 'secretariat'],
  'coordination-group-named': ['lead', 'coordination', 'secretariat'],
  'graduation-checked': ['secretariat'],
  graduated: ['secretariat'],
  completed: ['secretariat'],
  'change-requested': ['coordination', 'steering', 'secretariat', 'proposer', 'contact', 'lead', 'board', 'chair'],
  'change-assessed': ['coordination'],
  'change-decided': ['coordination', 'steering', 'secretariat'],
  'change-done': ['coordination'],
  'sla-set': ['coordination', 'secretariat'],
  'sla-result-recorded': ['coordination'],
  'adaptation-recorded': ['coordination', 'secretariat'],
  'self-evaluated': ['steering', 'lead', 'coordination'],
  evaluated: ['secretariat'],
  'level-disputed': ['steering', 'lead', 'coordination'],
  'dispute-decided': ['secretariat', 'chair'],
  retired: ['coordination', 'secretariat'],
  'person-erased': ['eraser'],
  'content-erased': ['progress-monitor'],
  'step-taken': ['progress-monitor'],
}

/** What somebody is on a project, by the token, by the link, or because the project names them. */
export const isOn = (project: Project, actor: Actor, part: string): boolean => {
  if (actor.kind === 'anonymous') return false
  if (actor.kind === 'system') return actor.name === part
  const names: Readonly<Record<string, boolean>> = {
    proposer: project.proposer === actor.id,
    contact: project.contacts.includes(actor.id),
    lead: project.lead === actor.id,
    steering: project.steering.includes(actor.id),
    coordination: project.coordination?.members.includes(actor.id) === true,
    owner: project.conditions.some(({ owner, state }) => owner === actor.id && state === 'open'),
  }
  const says = actor.roles.some((role) => role === part || (part === 'board' && role === 'chair'))
  if (actor.link === true) return actor.project === project.id && says && names[part] === true
  const forAll = ['secretariat', 'board', 'chair'].includes(part)
  return names[part] === true || (says && (forAll || actor.project === project.id))
}

export const roleRules: readonly Rule<Moment>[] = [
  when(
    'nobody moves a project but who may: by role, by link while it counts, by name',
    ({ before }) => before !== undefined,
    ({ before, actor, events }) => {
      if (before === undefined) return
      const wrong = events.find(({ type }) => !causes[type].some((part) => isOn(before, actor, part)))
      return wrong && `${wrong.type} by ${JSON.stringify(actor)}`
    },
  ),
  when(
    'an owner fulfils their own condition; the lead and the secretariat any',
    ({ events }) => events.some(({ type }) => type === 'condition-fulfilled'),
    ({ before, actor, events }) => {
      const event = events.find((one) => one.type === 'condition-fulfilled')
      if (before === undefined || event?.type !== 'condition-fulfilled') return
      if (isOn(before, actor, 'lead') || isOn(before, actor, 'secretariat')) return
      const condition = before.conditions.find(({ number }) => number === event.condition)
      const tokenOwner = actor.kind === 'person' && actor.roles.includes('owner') && actor.link !== true
      return !(actor.kind === 'person' && condition?.owner === actor.id) && !tokenOwner && 'not the owner’s'
    },
  ),
]
