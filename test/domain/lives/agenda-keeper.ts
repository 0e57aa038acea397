import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { exclusionsOf } from '../../../shared/domain/meeting/outcome.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { Errand, Gathering, Life, World } from './world.ts'

const itemFor = (world: World, life: Life, meeting: MeetingId): readonly Errand[] => {
  const gathering = world.gatherings.find(({ id }) => id === meeting)
  if (gathering === undefined) return []
  const { project } = life
  return [
    {
      to: 'meeting',
      id: meeting,
      command: {
        type: 'add-item',
        project: life.id,
        kind: project.state === 'reconsideration' ? 'reconsideration' : 'concept',
        excluded: exclusionsOf(gathering.meeting.members, project),
        ...(project.concept.jointCost === undefined ? {} : { jointCost: project.concept.jointCost }),
      },
    },
  ]
}

const removal = (
  before: Project | undefined,
  why: 'withdrawn' | 'returned' | 'merged' | 'moved' | 'closed',
): readonly Errand[] =>
  before?.meeting === undefined
    ? []
    : [
        {
          to: 'meeting',
          id: before.meeting.meeting,
          command: { type: 'remove-item', project: before.id, why },
        },
      ]

const outcomes = {
  approved: 'approve',
  rejected: 'reject',
  continued: 'continue',
  rescoped: 'rescope',
  stopped: 'stop',
  returned: 'return',
} as const

/** What the agenda keeper carries on because of these events of a project. */
export const errandsOf = (
  world: World,
  life: Life,
  events: readonly ProjectEvent[],
  before: Project | undefined,
): readonly Errand[] => events.flatMap((event) => errandsOfOne(world, life, event, before))

const errandsOfOne = (
  world: World,
  life: Life,
  event: ProjectEvent,
  before: Project | undefined,
): readonly Errand[] => {
  const { project } = life
  switch (event.type) {
    case 'marked-ready':
    case 'reconsideration-opened':
      return project.level === 1 ? informed(world, life.id) : [{ to: 'next-meeting', id: life.id }]
    case 'level-changed':
      if (project.state !== 'ready') return []
      return project.level === 1 ? removal(before, 'moved') : [{ to: 'next-meeting', id: life.id }]
    case 'put-on-agenda':
      return [...removal(before, 'moved'), ...itemFor(world, life, event.meeting.meeting)]
    case 'postponed':
      return event.to === undefined ? [] : itemFor(world, life, event.to.meeting)
    case 'approved':
    case 'rejected':
    case 'continued':
    case 'rescoped':
    case 'stopped':
    case 'returned': {
      const meeting = event.decision?.meeting
      if (meeting === undefined) return removal(before, 'returned')
      return [
        {
          to: 'meeting',
          id: meeting,
          command: { type: 'close-item', project: life.id, outcome: outcomes[event.type] },
        },
      ]
    }
    case 'withdrawn':
      return removal(before, 'withdrawn')
    case 'merged':
      return [
        ...removal(before, 'merged'),
        {
          to: 'project',
          id: event.into,
          command: {
            type: 'absorb',
            project: life.id,
            contact: project.proposer,
            authority: project.concept.authority,
          },
        },
      ]
    default:
      return []
  }
}

const informed = (world: World, project: ProjectId): readonly Errand[] => {
  const called = world.gatherings.find(({ meeting }) => meeting.state === 'called')
  return called === undefined
    ? []
    : [
        {
          to: 'meeting',
          id: called.id,
          command: { type: 'add-item', project, kind: 'information', excluded: [] },
        },
      ]
}

/** Items that a meeting leaves undecided move on. */
export const errandsOfMeeting = (gathering: Gathering, events: readonly MeetingEvent[]): readonly Errand[] =>
  events.flatMap((event) => {
    if (event.type !== 'cancelled' && event.type !== 'concluded') return []
    const why = event.type === 'cancelled' ? 'cancelled' : event.quorate ? 'not-reached' : 'inquorate'
    return gathering.meeting.agenda
      .filter(({ kind, outcome }) => kind !== 'information' && outcome === undefined)
      .map(({ project }) => ({ to: 'postpone', id: project, from: gathering.id, why }) as const)
  })
