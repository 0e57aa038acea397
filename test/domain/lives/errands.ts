import { isRefusal } from '../../../shared/domain/refusal.ts'
import { system } from './cast.ts'
import { askMeeting } from './meeting-acts.ts'
import { ask } from './project-acts.ts'
import { type Errand, nextMeeting, type World } from './world.ts'

const keeper = system('agenda-keeper')

/**
 * Runs every errand there is, and those that follow from them. None comes twice: each is a command with an id, which the
 * log looks for (tests of the use-cases hold that).
 */
export const runErrands = (world: World): void => {
  for (let errand = world.errands.shift(); errand !== undefined; errand = world.errands.shift()) {
    run(world, errand)
  }
}

/** The item is for a meeting that the project is no longer to come before. */
const hasMovedOn = (world: World, { id, command }: Errand & { readonly to: 'meeting' }): boolean =>
  command.type === 'add-item' &&
  command.kind !== 'information' &&
  world.lives.find((life) => life.id === command.project)?.project.meeting?.meeting !== id

const run = (world: World, errand: Errand): void => {
  if (errand.to === 'meeting') {
    const gathering = world.gatherings.find(({ id }) => id === errand.id)
    if (gathering === undefined || hasMovedOn(world, errand)) return
    const answer = askMeeting(world, gathering, errand.command, keeper)
    // The meeting was over before the item came to it.
    if (errand.command.type === 'add-item' && isRefusal(answer) && errand.command.kind !== 'information')
      world.errands.push({ to: 'postpone', id: errand.command.project, from: errand.id, why: 'not-reached' })
    return
  }
  const life = world.lives.find(({ id }) => id === errand.id)
  if (life === undefined) return
  const next = nextMeeting(world)
  const to = next === undefined ? undefined : { meeting: next.id, meetingAt: next.meeting.meetsAt }
  switch (errand.to) {
    case 'project':
      ask(world, life, errand.command, keeper)
      return
    case 'next-meeting':
      if (to !== undefined && life.project.meeting === undefined)
        ask(world, life, { type: 'put-on-agenda', meeting: to }, keeper)
      return
    case 'postpone':
      ask(
        world,
        life,
        { type: 'postpone', from: errand.from, why: errand.why, ...(to === undefined ? {} : { to }) },
        keeper,
      )
  }
}
