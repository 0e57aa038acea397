import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import { exclusionsOf } from '../../../shared/domain/meeting/outcome.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { Errand, Gathering, Life, World } from './world.ts'

/** What the board is asked about a project now, if anything. */
const askedOn = ({ state, level, dispute }: Project): 'concept' | 'reconsideration' | 'level' | undefined => {
  if (state === 'ready' && level !== 1) return 'concept'
  if (state === 'reconsideration' && level !== 1) return 'reconsideration'
  return (state === 'implementation' || state === 'product') && dispute !== undefined ? 'level' : undefined
}

/** What waits for the board and is on no agenda goes on the next one. */
const schedule = ({ id, project }: Life): readonly Errand[] =>
  askedOn(project) === undefined || project.meeting !== undefined ? [] : [{ to: 'next-meeting', id }]

const itemFor = (world: World, life: Life, meeting: MeetingId): readonly Errand[] => {
  const gathering = world.gatherings.find(({ id }) => id === meeting)
  const { project } = life
  const kind = askedOn(project)
  if (gathering === undefined || kind === undefined) return []
  return [
    {
      to: 'meeting',
      id: meeting,
      command: {
        type: 'add-item',
        project: life.id,
        kind,
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
      return project.level === 1 ? informed(world, life.id) : schedule(life)
    case 'reconsideration-opened': {
      // A disagreement that stood on an agenda waits until the project is decided on.
      const left = removal(before, 'moved')
      return project.level === 1 ? [...left, ...informed(world, life.id)] : [...left, ...schedule(life)]
    }
    case 'level-changed':
      return project.meeting === undefined ? [...removal(before, 'moved'), ...schedule(life)] : []
    case 'paused':
    case 'evaluated':
    case 'completed':
    case 'retired':
      return project.meeting === undefined ? removal(before, 'closed') : []
    case 'put-on-agenda':
      return [...removal(before, 'moved'), ...itemFor(world, life, event.meeting.meeting)]
    case 'postponed':
      return event.to === undefined ? [] : itemFor(world, life, event.to.meeting)
    case 'approved':
    case 'rejected':
    case 'continued':
    case 'rescoped':
    case 'stopped':
    case 'returned':
    case 'dispute-decided': {
      const { meeting, outcome } = event.decision ?? {}
      if (meeting === undefined || outcome === undefined) return [...removal(before, 'returned'), ...schedule(life)]
      return [
        { to: 'meeting', id: meeting, command: { type: 'close-item', project: life.id, outcome } },
        ...schedule(life),
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
      // Whatever else may have made it wait for the board: disputed, resumed, gone on.
      return schedule(life)
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
