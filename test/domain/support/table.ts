import type { Actor } from '../../../shared/domain/actor.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { decide } from '../../../shared/domain/meeting/decide.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { evolve } from '../../../shared/domain/meeting/evolve.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { day } from './life.ts'
import { actors, board, kr, meetings, people, projects } from './material.ts'

const { chair, secretariat, agendaKeeper } = actors
const { byggesag, sensor } = projects

/** What a meeting answers to a command: events or a refusal. */
export const ask = (
  meeting: Meeting | undefined,
  command: MeetingCommand,
  actor: Actor,
  now: Instant = day(25),
  settings = defaultSettings,
) => decide(meeting, command, { now, actor, settings, id: meetings.september })

/** The meeting after events that happened at one moment. */
export const happen = (meeting: Meeting | undefined, events: readonly MeetingEvent[], at: Instant): Meeting => {
  let now = meeting
  const version = (meeting?.version ?? 0) + 1
  for (const event of events) now = evolve(now, event, { stream: meetings.september, version, at, actor: chair })
  if (now === undefined) throw new Error('no meeting has been called')
  return now
}

/** The meeting after a command that must be accepted. */
export const act = (
  meeting: Meeting | undefined,
  command: MeetingCommand,
  actor: Actor,
  now: Instant = day(25),
): Meeting => {
  const decided = ask(meeting, command, actor, now)
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`)
  return happen(meeting, decided, now)
}

export const call = { type: 'call', meetsAt: day(50), form: 'meeting', members: board } as const
/** Called on day 1 for day 50. */
export const called = act(undefined, { ...call, place: 'København', budget: kr(3_000_000) }, secretariat, day(1))
/** With a concept, a reconsideration that one member is excluded from, and something to be informed of. */
export const withItems = [
  { type: 'add-item', project: byggesag, kind: 'concept', excluded: [], jointCost: kr(450_000) },
  { type: 'add-item', project: sensor, kind: 'reconsideration', excluded: [{ member: people.palle, why: 'lead' }] },
  { type: 'add-item', project: projects.arkiv, kind: 'information', excluded: [] },
].reduce((meeting, command) => act(meeting, command as MeetingCommand, agendaKeeper), called)
export const vote = { type: 'vote', project: byggesag, member: people.anders, choice: 'approve' } as const
