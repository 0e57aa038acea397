import type { Actor } from '../../../shared/domain/actor.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { decide } from '../../../shared/domain/meeting/decide.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { evolve } from '../../../shared/domain/meeting/evolve.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { errandsOfMeeting } from './agenda-keeper.ts'
import { hold } from './moment.ts'
import { meetingRules } from './rules/meeting-rules.ts'
import { freeze, type Gathering, meetingIdOf, type World } from './world.ts'

type Answer = readonly MeetingEvent[] | Refusal

/** Calls a meeting, or is refused. */
export const call = (world: World, command: MeetingCommand & { type: 'call' }, actor: Actor): Answer => {
  const id = meetingIdOf(world.gatherings.length + 1)
  const answer = decide(undefined, command, { now: world.now, actor, settings: world.settings, id })
  if (isRefusal(answer)) {
    world.visits.count('command refused', 'call')
    world.visits.count('refused by', answer.rule)
    return answer
  }
  const gathering = { id, commits: [], steps: new Set<string>() } as unknown as Gathering
  world.gatherings.push(gathering)
  commit(world, gathering, undefined, command, actor, answer)
  return answer
}

/** Asks a meeting to do something, and holds every rule to what comes of it. */
export const askMeeting = (world: World, gathering: Gathering, command: MeetingCommand, actor: Actor): Answer => {
  const before = gathering.meeting
  const context = { now: world.now, actor, settings: world.settings, id: gathering.id }
  const answer = decide(before, freeze(command), context)
  if (isRefusal(answer)) {
    world.visits.count('command refused', command.type)
    world.visits.count('refused by', answer.rule)
    return answer
  }
  if (answer.length > 0) commit(world, gathering, before, command, actor, answer)
  return answer
}

const commit = (
  world: World,
  gathering: Gathering,
  before: Meeting | undefined,
  command: MeetingCommand,
  actor: Actor,
  events: readonly MeetingEvent[],
): void => {
  const { now, settings, visits } = world
  const version = gathering.commits.length + 1
  freeze(events)
  let after = before
  for (const event of events) after = freeze(evolve(after, event, { stream: gathering.id, version, at: now, actor }))
  if (after === undefined) throw new Error(`${gathering.id} has no events`)
  gathering.meeting = after
  gathering.commits.push({
    stream: gathering.id,
    version,
    commitId: `cmt_${version}`,
    commandId: `cmd_${version}`,
    payloadHash: '',
    actor,
    at: now,
    correlationId: '',
    events,
  })
  for (const event of events) visits.count('meeting event', event.type)
  visits.count('command accepted', command.type)
  if (before?.state !== after.state) visits.count('meeting state', after.state)
  hold(meetingRules, { before, after, actor, events, now, settings }, (rule) => visits.count('rule', rule))
  for (const event of events) {
    if (event.type !== 'step-taken') continue
    const step = `${event.item}/${event.step}`
    if (gathering.steps.has(step)) throw new Error(`${step} of ${gathering.id} fired twice`)
    gathering.steps.add(step)
  }
  world.errands.push(...errandsOfMeeting(gathering, events))
}
