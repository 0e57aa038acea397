import { nextStepAt, passedSteps } from '../../../shared/domain/deadlines/steps.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { system } from './cast.ts'
import { askMeeting } from './meeting-acts.ts'
import { ask, isSampled, story } from './project-acts.ts'
import type { Gathering, Life, World } from './world.ts'

const monitor = system('progress-monitor')

/** Takes every step that has passed, in order, as the monitor does; afterwards none is left. */
export const chase = (world: World): void => {
  for (const life of world.lives) if (isDue(world, life.project)) chaseProject(world, life)
  for (const gathering of world.gatherings) chaseMeeting(world, gathering)
}

/** The next moment of a project, remembered as the index remembers it: until the project changes. */
const nextAt = new WeakMap<Project, Instant | 'never'>()

const isDue = ({ settings, now }: World, project: Project): boolean => {
  const at = nextAt.get(project) ?? nextStepAt(project.due, settings) ?? 'never'
  nextAt.set(project, at)
  return at <= now
}

const chaseProject = (world: World, life: Life): void => {
  for (const { item, name } of passedSteps(life.project.due, world.settings, world.now)) {
    if (!life.project.due.some(({ key }) => key === item.key)) continue
    const answer = ask(world, life, { type: 'take-step', item: item.key, step: name }, monitor)
    if (isRefusal(answer) || answer.length === 0)
      throw new Error(
        `broken: every passed step fires\n  ${item.key} ${name}: ${JSON.stringify(answer)}\n${story(life)}`,
      )
    if (!isSampled(world)) continue
    const again = ask(world, life, { type: 'take-step', item: item.key, step: name }, monitor)
    // A second monitor finds it done, which is no trouble; on a project that the step has closed there is nothing to take.
    if (isRefusal(again) ? again.rule !== 'state' : again.length > 0)
      throw new Error(`broken: a step fires once, and again changes nothing\n  ${item.key} ${name}`)
  }
  if (!isSampled(world)) return
  const left = passedSteps(life.project.due, world.settings, world.now)
  if (left.length > 0) throw new Error(`broken: a monitor that ran leaves nothing behind\n${story(life)}`)
  world.visits.count('rule', 'a monitor that was away fires each step it missed once, in order, and leaves none')
}

const chaseMeeting = (world: World, gathering: Gathering): void => {
  for (const { item, name } of passedSteps(gathering.meeting.due, world.settings, world.now)) {
    if (!gathering.meeting.due.some(({ key }) => key === item.key)) continue
    const answer = askMeeting(world, gathering, { type: 'take-step', item: item.key, step: name }, monitor)
    if (isRefusal(answer) || answer.length === 0)
      throw new Error(`a passed step of ${gathering.id} did not fire: ${name}`)
    const again = askMeeting(world, gathering, { type: 'take-step', item: item.key, step: name }, monitor)
    if (!isRefusal(again) && again.length > 0) throw new Error(`a step of ${gathering.id} fired twice: ${name}`)
  }
}
