import type { Actor } from '../../../shared/domain/actor.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { Project, ProjectStateName } from '../../../shared/domain/project/state.ts'
import { defaultSettings, type ProcessSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Visits } from './visits.ts'

/** One event of a life, with whoever caused it. */
export interface Told {
  readonly event: ProjectEvent
  readonly at: Instant
  readonly actor: Actor
}

/** A project and everything that has happened to it. */
export interface Life {
  readonly id: ProjectId
  readonly commits: Commit<ProjectEvent>[]
  readonly told: Told[]
  project: Project
  /** Keys of due items there have been, and steps that have fired (`item/step`). */
  readonly keys: Set<string>
  readonly steps: Set<string>
}

export interface Gathering {
  readonly id: MeetingId
  readonly commits: Commit<MeetingEvent>[]
  meeting: Meeting
  readonly steps: Set<string>
}

/** What the agenda keeper has yet to carry from one stream to another. */
export type Errand =
  | { readonly to: 'project'; readonly id: ProjectId; readonly command: ProjectCommand }
  | { readonly to: 'meeting'; readonly id: MeetingId; readonly command: MeetingCommand }
  /** To the next meeting whose papers are not due, whichever that is by then. */
  | { readonly to: 'next-meeting'; readonly id: ProjectId }
  | {
      readonly to: 'postpone'
      readonly id: ProjectId
      readonly from: MeetingId
      readonly why: 'cancelled' | 'inquorate' | 'not-reached'
    }

/** A few projects, the board's meetings, one clock. */
export interface World {
  now: Instant
  readonly settings: ProcessSettings
  readonly lives: Life[]
  readonly gatherings: Gathering[]
  readonly errands: Errand[]
  readonly visits: Visits
  /** How many commands there have been. */
  asked: number
}

export const newWorld = (visits: Visits): World => ({
  now: '2026-09-01T07:12:00.000Z',
  settings: defaultSettings,
  lives: [],
  gatherings: [],
  errands: [],
  visits,
  asked: 0,
})

const number = (index: number): string => String(index).padStart(26, '0')
export const projectIdOf = (index: number): ProjectId => `prj_${number(index)}`
export const meetingIdOf = (index: number): MeetingId => `mtg_${number(index)}`

const closed: readonly ProjectStateName[] = ['rejected', 'stopped', 'withdrawn', 'merged', 'completed', 'retired']

export const isClosed = ({ state }: Project): boolean => closed.includes(state)

/** Running: under way, also while it is reconsidered or stands still. */
export const isUnderway = (project: Project): boolean =>
  project.state === 'implementation' ||
  ((project.state === 'reconsideration' || project.state === 'paused') && project.from === 'implementation')

/** Meetings to come whose papers are not due yet, the earliest first. */
export const nextMeeting = (world: World): Gathering | undefined =>
  world.gatherings
    .filter(({ meeting }) => meeting.state === 'called' && meeting.papersDueAt > world.now)
    .sort((a, b) => (a.meeting.meetsAt < b.meeting.meetsAt ? -1 : 1))[0]

/** Freezes data all the way down, so that whoever writes into it throws. What is frozen already has been gone through. */
export const freeze = <Data>(data: Data): Data => {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data
  Object.freeze(data)
  for (const part of Object.values(data)) freeze(part)
  return data
}
