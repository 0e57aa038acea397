import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { allowedActs, refusalOf } from '../../../shared/domain/project/acts.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { evolve, settleLevel } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { errandsOf } from './agenda-keeper.ts'
import { hold } from './moment.ts'
import { projectRules } from './rules/project-rules.ts'
import { freeze, type Life, projectIdOf, type World } from './world.ts'

type Answer = readonly ProjectEvent[] | Refusal

/** A new project; `undefined` when it was refused. */
export const submit = (world: World, command: ProjectCommand & { type: 'submit' }, actor: Actor): Life => {
  const id = projectIdOf(world.lives.length + 1)
  const answer = decide(undefined, command, { now: world.now, actor, settings: world.settings, id })
  if (isRefusal(answer)) throw new Error(`an idea was refused: ${JSON.stringify(answer)}`)
  const life = { id, commits: [], told: [], keys: new Set<string>(), steps: new Set<string>() } as unknown as Life
  world.lives.push(life)
  world.visits.lives += 1
  commit(world, life, undefined, command, actor, answer)
  return life
}

/** Asks a project to do something, and holds every rule to what comes of it. */
export const ask = (world: World, life: Life, command: ProjectCommand, actor: Actor): Answer => {
  const before = life.project
  const context = { now: world.now, actor, settings: world.settings, id: life.id }
  const answer = decide(before, freeze(command), context)
  const sampled = isSampled(world)
  agreesWithTable(settleLevel(before, world.now), command, actor, answer, sampled)
  if (sampled && !isDeepStrictEqual(decide(before, command, context), answer))
    throw new Error('asked twice, answered otherwise')
  if (isRefusal(answer)) {
    world.visits.count('command refused', command.type)
    world.visits.count('refused by', answer.rule)
    return answer
  }
  if (answer.length > 0) commit(world, life, before, command, actor, answer)
  return answer
}

/** One of some: for what costs more than it finds when it is looked at every time. */
export const isSampled = (world: World): boolean => {
  world.asked += 1
  return world.asked % 8 === 0
}

/** Acts for which it matters which condition or request they are about: the table allows them, the act may not. */
const asksForMore: readonly ProjectCommand['type'][] = ['fulfil-condition', 'decide-change']

/** What the table of acts lists as refused is refused so; what it lists as allowed is never refused for its state or role. */
const agreesWithTable = (
  project: Project,
  command: ProjectCommand,
  actor: Actor,
  answer: Answer,
  sampled: boolean,
): void => {
  if (command.type === 'submit') return
  const refused = refusalOf(project, command.type, actor)
  const listed = refused === undefined ? { act: command.type } : { act: command.type, refusal: refused }
  if (
    sampled &&
    !isDeepStrictEqual(
      allowedActs(project, actor).find(({ act }) => act === command.type),
      listed,
    )
  )
    throw new Error(`${command.type} is listed otherwise than it is refused`)
  const refusal = isRefusal(answer) ? answer : undefined
  if (refused !== undefined) {
    if (!isDeepStrictEqual(refusal, refused))
      throw new Error(`${command.type}: listed ${JSON.stringify(refused)}, answered ${JSON.stringify(answer)}`)
    const allowedIn = refused.facts?.allowedIn
    if (Array.isArray(allowedIn) && allowedIn.includes(project.state))
      throw new Error(`${command.type} is refused in ${project.state}, which it says would do`)
    return
  }
  const byTable = refusal?.rule === 'state' || (refusal?.rule === 'role' && !asksForMore.includes(command.type))
  if (byTable) throw new Error(`${command.type} is listed as allowed, but: ${JSON.stringify(refusal)}`)
}

const evolveAll = (
  life: Life,
  before: Project | undefined,
  events: readonly ProjectEvent[],
  meta: { readonly stream: ProjectId; readonly version: number; readonly at: string; readonly actor: Actor },
): Project => {
  let project = before
  for (const event of events) project = freeze(evolve(project, event, meta))
  if (project === undefined) throw new Error(`${life.id} has no events`)
  return project
}

const commit = (
  world: World,
  life: Life,
  before: Project | undefined,
  command: ProjectCommand,
  actor: Actor,
  events: readonly ProjectEvent[],
): void => {
  const { now, settings, visits } = world
  const version = life.commits.length + 1
  freeze(events)
  const after = evolveAll(life, before, events, { stream: life.id, version, at: now, actor })
  life.project = after
  life.commits.push({
    stream: life.id,
    version,
    commitId: `cmt_${version}`,
    commandId: `cmd_${version}`,
    payloadHash: '',
    actor,
    at: now,
    correlationId: '',
    events,
  })
  for (const event of events) {
    life.told.push({ event, at: now, actor })
    visits.count('project event', event.type)
  }
  visits.count('command accepted', command.type)
  if (before?.state !== after.state) visits.count('project state', after.state)
  try {
    hold(projectRules, { life, before, after, command, actor, events, now, settings }, (rule) =>
      visits.count('rule', rule),
    )
  } catch (trouble) {
    throw new Error(`${(trouble as Error).message}\n${story(life)}`)
  }
  for (const { key } of [...after.due, ...(after.state === 'paused' ? after.held : [])]) life.keys.add(key)
  for (const event of events) if (event.type === 'step-taken') life.steps.add(`${event.item}/${event.step}`)
  world.errands.push(...errandsOf(world, life, events, before))
}

/** A void, as the relay writes one: it takes a version and says nothing. */
export const voidOf = (world: World, life: Life): void => {
  const version = life.commits.length + 1
  life.commits.push({
    stream: life.id,
    version,
    commitId: `cmt_${version}`,
    commandId: `cmd_${version}`,
    payloadHash: '',
    actor: { kind: 'system', name: 'relay' },
    at: world.now,
    correlationId: '',
    events: [],
  })
}

/** The life so far, one line an event. */
export const story = (life: Life): string =>
  life.told
    .slice(-25)
    .map(({ event, at, actor }) => {
      const who = actor.kind === 'person' ? actor.id : actor.kind === 'system' ? actor.name : 'anonymous'
      const said = JSON.stringify(event, (key, value) => (['concept', 'answers'].includes(key) ? '…' : value))
      return `  ${at} ${who}: ${said.slice(0, 600)}`
    })
    .join('\n')
