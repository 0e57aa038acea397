import { bodies } from '../../../shared/api/bodies.ts'
import { classificationActs } from '../../../shared/api/classification.ts'
import { progressActs } from '../../../shared/api/progress.ts'
import type { ProjectAct, Read } from '../../../shared/api/project-act.ts'
import { onboardingActs, stewardshipActs } from '../../../shared/api/stewardship.ts'
import { submissionActs } from '../../../shared/api/submission.ts'
import type { MeetingCommandType } from '../../../shared/domain/meeting/commands.ts'
import type { ProjectCommandType } from '../../../shared/domain/project/commands.ts'

type Written = keyof typeof bodies

/** A body that says nothing: enough to see which command it becomes. */
const empty = { members: [] }

const typeOf = ({ command }: ProjectAct): ProjectCommandType =>
  command((() => empty) as unknown as Read, { person: () => 'con_somebody', contact: () => 'con_somebody', number: 1 })
    .type

const acts: Readonly<Record<string, ProjectAct>> = {
  ...submissionActs,
  ...classificationActs,
  ...progressActs,
  ...onboardingActs,
  ...stewardshipActs,
}

const isWritten = (route: string): route is Written => route in bodies

/** Routes whose body is more than the command: they read a meeting or another project first. */
const others: Partial<Readonly<Record<ProjectCommandType, Written>>> = {
  submit: 'POST /api/projects',
  merge: 'POST /api/projects/{id}/merge',
  'put-on-agenda': 'POST /api/meetings/{id}/agenda',
  decide: 'POST /api/meetings/{id}/decisions',
  'record-assembly-decision': 'POST /api/meetings/{id}/decisions',
  'decide-reconsideration': 'POST /api/projects/{id}/reconsideration/decision',
}

/** By which route people issue a command; none where a part of Trin issues it by itself. */
export const routeOf = (type: ProjectCommandType): Written | undefined =>
  others[type] ??
  Object.keys(acts)
    .filter(isWritten)
    .find((route) => acts[route] && typeOf(acts[route]) === type)

export const meetingRoutes: Partial<Readonly<Record<MeetingCommandType, Written>>> = {
  call: 'POST /api/meetings',
  'declare-conflict': 'POST /api/meetings/{id}/conflicts',
  'name-proxy': 'POST /api/meetings/{id}/proxies',
  vote: 'POST /api/meetings/{id}/votes',
  rank: 'POST /api/meetings/{id}/rankings',
  cancel: 'POST /api/meetings/{id}/cancellation',
  conclude: 'POST /api/meetings/{id}/conclusion',
}
