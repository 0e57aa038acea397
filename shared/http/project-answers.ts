import { etagOf, type StandingView } from '../api/project-view.ts'
import type { Actor } from '../domain/actor.ts'
import { allowedActs } from '../domain/project/acts.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import type { Project } from '../domain/project/state.ts'
import { whoseMove } from '../domain/project/whose-move.ts'
import { sightOf } from '../domain/publication.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { ProjectExecuted } from '../use-cases/act-on-project.ts'
import type { EdgeAnswer } from './exchange.ts'
import { InTrouble, type Standing } from './trouble.ts'

/** What every answer to a write says of the project: where it stands, whose move it is, and what this caller may do now. */
export const standingAnswer = (project: Project, actor: Actor): StandingView => {
  const { party, since, dueAt } = whoseMove(project)
  return {
    id: project.id,
    state: project.state,
    ...(project.level === undefined ? {} : { level: project.level }),
    version: project.version,
    whoseMove: party,
    since,
    ...(dueAt === undefined ? {} : { dueAt }),
    allowed: allowedTo(project, actor),
  }
}

const allowedTo = (project: Project, actor: Actor): readonly string[] =>
  allowedActs(project, actor)
    .filter(({ refusal }) => refusal === undefined)
    .map(({ act }) => act)

/** The answer to a command on a project. @throws InTrouble when it was refused */
export const projectAnswer = (result: ProjectExecuted | Refusal, actor: Actor, status = 200): EdgeAnswer => {
  if (isRefusal(result)) throw refusedOn(result, 'seen' in result ? result.seen.state : undefined, actor)
  const { state } = result
  const number = result.outcome === 'committed' ? numberIn(result.commit.events) : undefined
  if (state === undefined) throw new Error('a command changed nothing on a project that is not there')
  const json = { ...standingAnswer(state, actor), ...(number === undefined ? {} : { number }) }
  return { status, headers: { etag: etagOf(state.version) }, json }
}

/** The number of the report, change, result or evaluation that the command was about, or brought into being. */
const numberIn = (events: readonly ProjectEvent[]): number | undefined =>
  events.flatMap((event) => ('number' in event ? [event.number] : []))[0]

/** A refusal tells nobody more than they may see: who may not know of the project is told that there is none. */
const refusedOn = (refusal: Refusal, project: Project | undefined, actor: Actor): InTrouble => {
  const refused = { kind: 'refused', refusal: toldOf(refusal) } as const
  if (refusal.rule === 'missing') return new InTrouble({ kind: 'not-found' })
  // These speak of the caller's own request, and not of the project.
  if (project === undefined || refusal.refused === 'idempotency-mismatch' || refusal.refused === 'busy')
    return new InTrouble(refused)
  if (sightOf(project, actor) === 'nothing') return new InTrouble({ kind: 'not-found' })
  const { state, version } = project
  const standing: Standing = { state, version, allowed: allowedTo(project, actor) }
  return new InTrouble({ ...refused, standing })
}

/** Without what a use-case adds to a refusal for its caller. */
const toldOf = ({ refused, rule, at, facts, allowedRoles }: Refusal): Refusal =>
  refuse(refused, rule, {
    // A report is the whole body, not a field of it.
    ...(at === undefined ? {} : { at: at[0] === 'report' ? at.slice(1) : at }),
    ...(facts === undefined ? {} : { facts }),
    ...(allowedRoles === undefined ? {} : { allowedRoles }),
  })
