import { isDeepStrictEqual } from 'node:util'
import { addDays, dateOf, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { StreamId } from '../../../shared/domain/identifiers.ts'
import { fold as foldMeeting } from '../../../shared/domain/meeting/evolve.ts'
import { fold } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { commitOfItem, itemOfCommit } from '../../../shared/store/commit-item.ts'
import { itemOfProjection, rowOfItem } from '../../../shared/store/projection-item.ts'
import type { StreamEvent } from '../../../shared/use-cases/ports.ts'
import { projectProjection } from '../../../shared/use-cases/project-projection.ts'
import { boardWork, callOne } from './board-work.ts'
import { anybody, somebodyAs } from './cast.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { End } from './ends.ts'
import { runErrands } from './errands.ts'
import { chase } from './monitor.ts'
import { nextStep } from './next-steps.ts'
import { ask, story, submit, voidOf } from './project-acts.ts'
import { commands, commandTypes } from './project-commands.ts'
import { reachesAnEnd } from './to-an-end.ts'
import { towards } from './towards.ts'
import type { Visits } from './visits.ts'
import { isClosed, type Life, newWorld, nextMeeting, type World } from './world.ts'

/** Projects in one world, beside and into each other. */
const livesPerWorld = 10

/** Lives through one world, one step for each number; every rule is held at every commit. */
export const live = (steps: readonly number[], visits: Visits): World => {
  const world = newWorld(visits)
  const first = chanceFrom(steps.length)
  for (let count = 0; count < livesPerWorld; count += 1) begin(world, first)
  const [product, running] = world.lives
  if (product !== undefined) takeTo(world, product, 'product', first)
  if (running !== undefined) takeTo(world, running, 'implementation', first)
  for (const number of steps) takeStep(world, chanceFrom(number))
  runErrands(world)
  if (first.percent(20)) yearsLater(world)
  for (const life of world.lives) atTheEnd(world, life)
  for (const { id, meeting, commits } of world.gatherings)
    if (!isDeepStrictEqual(foldMeeting(commits.map(asStored(id))), meeting))
      throw new Error('broken: a meeting is the fold of its log')
  return world
}

const begin = (world: World, chance: Chance): void => {
  // Nobody has a project before it is submitted; the command looks at none.
  submit(world, commands.submit({} as Life, world, chance), { kind: 'anonymous' })
}

/** Few ideas get far by chance alone: one begins as a product, one as a project that runs, each by its own sensible commands. */
const takeTo = (world: World, life: Life, end: End, chance: Chance): void => {
  const way = { end, level: chance.of([1, 2, 2, 3] as const), now: world.now }
  while (life.project.state !== end) {
    const [command, actor] = towards(life.project, way)
    const answer = ask(world, life, command, actor)
    if (isRefusal(answer)) throw new Error(`broken: a way to ${end}\n  ${command.type}: ${JSON.stringify(answer)}`)
  }
}

const takeStep = (world: World, chance: Chance): void => {
  const dice = chance.below(100)
  if (dice < 9) {
    pass(world, chance)
    return
  }
  if (dice < 26 || nextMeeting(world) === undefined) {
    if (nextMeeting(world) === undefined && chance.percent(60)) callOne(world, chance)
    else if (world.gatherings.length > 0) boardWork(world, chance)
  } else {
    // Some are cared for more than others: few lives get far, many lie and are chased.
    const life = chance.of(chance.percent(75) ? world.lives.slice(0, 4) : world.lives)
    if (dice < 84) sensible(world, life, chance)
    else anything(world, life, chance)
    if (chance.percent(isSeldom(life.project) ? 60 : 8)) reachesAnEnd(life.project, world)
    if (chance.percent(1)) voidOf(world, life)
  }
  if (chance.percent(85)) runErrands(world)
}

/** States that few lives are in at any time. */
const isSeldom = ({ state }: Project): boolean => state === 'paused' || state === 'approved' || state === 'returned'

/** Time goes by: hours, days or months. The monitor runs then, or was away, or runs twice. */
const pass = (world: World, chance: Chance): void => {
  const days = chance.of([0, 1, 2, 3, 5, 8, 13, 21, 34])
  const later = Date.parse(`${addDays(dateOf(world.now), days)}T00:00:00.000Z`) + (5 + chance.below(16)) * 3_600_000
  const now = new Date(Math.max(later + chance.below(3_600_000), Date.parse(world.now) + 60_000)).toISOString()
  world.now = now
  if (chance.percent(85)) chase(world)
  if (chance.percent(6)) chase(world)
}

/** A year and a half in which nobody does anything but the monitor. */
const yearsLater = (world: World): void => {
  for (let month = 0; month < 18; month += 1) {
    world.now = morningOf(addDays(dateOf(world.now), 31))
    chase(world)
    runErrands(world)
  }
  for (const life of world.lives) staysErased(world, life)
}

const isGone = 'what is erased is not taken up again'

const staysErased = (world: World, life: Life): void => {
  if (life.project.contentErasedAt === undefined) return
  const answer = ask(
    world,
    life,
    commands.reopen(life, world, chanceFrom(0)),
    somebodyAs('secretariat', life.project, chanceFrom(0)),
  )
  if (!isRefusal(answer)) throw new Error(`broken: ${isGone}\n${story(life)}`)
  world.visits.count('rule', isGone)
}

const sensible = (world: World, life: Life, chance: Chance): void => {
  if (isClosed(life.project) && !chance.percent(25)) return
  const { act, as } = nextStep(life.project, chance)
  const actor = chance.percent(4) ? anybody(life.project, chance) : somebodyAs(as, life.project, chance)
  ask(world, life, commands[act](life, world, chance), actor)
}

const anything = (world: World, life: Life, chance: Chance): void => {
  const command = commands[chance.of(commandTypes)](life, world, chance)
  ask(world, life, command, anybody(life.project, chance))
}

/** A commit as it comes back from the table. */
const asStored =
  <Stream extends StreamId>(stream: Stream) =>
  (commit: Commit<StreamEvent>) =>
    commitOfItem(stream, itemOfCommit(commit))

const isFold = 'the state is the fold of the log, stored, read and replayed'
const isShown = 'what lists show is stored, and read again as it was'
const ignoresVoids = 'the fold ignores voids'

const atTheEnd = (world: World, life: Life): void => {
  const { commits, project } = life
  const stored = commits.filter(({ events }) => events.length > 0).map(asStored(life.id))
  if (!isDeepStrictEqual(fold(stored), project)) throw new Error(`broken: ${isFold}\n${story(life)}`)
  // Voids are passed over: a fold with them is looked at where there are some.
  if (stored.length < commits.length && !isDeepStrictEqual(fold(commits), project))
    throw new Error(`broken: ${ignoresVoids}\n${story(life)}`)
  const shown = projectProjection(project, world.settings)
  if (!isDeepStrictEqual(rowOfItem(itemOfProjection(shown)).summary, shown.summary))
    throw new Error(`broken: ${isShown}\n${story(life)}`)
  world.visits.count('rule', isFold)
  world.visits.count('rule', isShown)
  if (stored.length < commits.length) world.visits.count('rule', ignoresVoids)
  reachesAnEnd(project, world)
  const { meeting } = project
  const lost =
    meeting !== undefined &&
    world.gatherings.some((one) => one.id === meeting.meeting && one.meeting.state !== 'called')
  if (lost) throw new Error(`broken: items of a meeting that is over move to the next one\n${story(life)}`)
  world.visits.count('rule', 'items of a meeting that is over move to the next one')
}
