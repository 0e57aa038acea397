import { taskInHand } from '../domain/correspondence/next-move.ts'
import { nextStepAt } from '../domain/deadlines/steps.ts'
import { peopleOn } from '../domain/project/parts.ts'
import { secretariatTask } from '../domain/project/secretariat-task.ts'
import type { Project } from '../domain/project/state.ts'
import { whoseMove } from '../domain/project/whose-move.ts'
import { isPublic } from '../domain/publication.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { Projection } from './ports.ts'

/** What lists show of a project, and when something is due on it. The same project makes the same projection. */
export const projectProjection = (project: Project, settings: ProcessSettings): Projection => {
  const move = whoseMove(project)
  const nextDueAt = nextStepAt(project.due, settings)
  const task = secretariatTask(project)
  const assessed = project.assessments.at(-1)
  const published = project.assessments.findLast((assessment) => assessment.published)
  return {
    stream: project.id,
    version: project.version,
    state: project.state,
    orderedBy: move.since,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    summary: {
      kind: 'project',
      id: project.id,
      title: project.concept.title,
      purpose: project.concept.purpose,
      ...(project.concept.theme === undefined ? {} : { theme: project.concept.theme }),
      authority: project.concept.authority,
      authorities: project.authorities.map(({ authority }) => authority),
      state: project.state,
      ...(project.level === undefined ? {} : { level: project.level }),
      ...(move.party === 'nobody' ? {} : { whoseMove: move.party }),
      since: move.since,
      ...(move.dueAt === undefined ? {} : { dueAt: move.dueAt }),
      ...(move.party === 'nobody' ? {} : { doing: taskInHand(project) }),
      ...(task === undefined ? {} : { task }),
      ...(project.meeting === undefined ? {} : { meeting: project.meeting.meeting }),
      ...(project.dispute === undefined ? {} : { disputed: true as const }),
      ...(project.boardInformedAt === undefined ? {} : { boardInformedAt: project.boardInformedAt }),
      public: isPublic(project),
      ...(project.baseline === undefined ? {} : { budget: project.baseline.budget.amount }),
      ...(project.frameWithheldUntil === undefined ? {} : { frameWithheldUntil: project.frameWithheldUntil }),
      submittedAt: project.submittedAt,
      ...(project.live.length === 0 ? {} : { live: project.live.length }),
      ...(assessed === undefined ? {} : { assessedLevel: assessed.level }),
      ...(published === undefined ? {} : { publishedLevel: published.level }),
    },
    people: peopleOn(project),
  }
}
