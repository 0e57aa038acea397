import type { DueItem, DueStep } from '../domain/deadlines/due-item.ts'
import { passedSteps } from '../domain/deadlines/steps.ts'
import { isProjectId, type StreamId } from '../domain/identifiers.ts'
import * as meetings from '../domain/meeting/evolve.ts'
import * as projects from '../domain/project/evolve.ts'
import type { Instant } from '../domain/time.ts'
import { actOnMeeting } from './act-on-meeting.ts'
import { actOnProject, type ProcessPorts } from './act-on-project.ts'
import { followUp, settled } from './follow-up.ts'
import type { PostMessages } from './mail-ports.ts'
import type { LogPart, Projections } from './ports.ts'
import { remembering } from './remembering.ts'

export interface ChasePorts extends ProcessPorts {
  readonly projections: Pick<Projections, 'due'>
  readonly postMessages: Pick<PostMessages, 'callOut'>
}

export interface Chase {
  /** Follows this run to every mail and webhook it causes. */
  readonly correlationId: string
  /** Whether there is time for one more stream; what is left is due the next time as well. */
  readonly goesOn: () => boolean
}

type Named = { readonly stream: StreamId } | { readonly post: Instant }

/** What one run of the monitor did. */
export interface Chased {
  readonly streams: number
  readonly steps: number
  /** Mornings whose post was to go. */
  readonly posts: number
  /** Streams whose steps could not be taken, a post that nobody could be told to send: they stay due. */
  readonly failed: readonly (Named & { readonly error: unknown })[]
  readonly ended: 'done' | 'out-of-time'
}

/**
 * Asks the index what has passed, has the post go whose morning it is, and takes each step of a stream, one by one in
 * order. The id of a step's command is the step itself, so that it is taken once, however late the run is and however many run at once. The index may lag: the log says
 * what is due.
 */
export const chaseOverdue = async (ports: ChasePorts, chase: Chase): Promise<Chased> => {
  const failed: (Named & { error: unknown })[] = []
  let streams = 0
  let steps = 0
  let posts = 0
  for await (const { nextDueAt: _, ...due } of ports.projections.due(ports.clock())) {
    if (!chase.goesOn()) return { streams, steps, posts, failed, ended: 'out-of-time' }
    try {
      if ('post' in due) {
        posts += 1
        await ports.postMessages.callOut(due.post, chase.correlationId)
      } else {
        streams += 1
        steps += await chaseStream(ports, chase, due.stream)
      }
    } catch (error) {
      failed.push({ ...due, error })
    }
  }
  return { streams, steps, posts, failed, ended: 'done' }
}

/** @returns how many steps this run took itself. */
const chaseStream = async (given: ChasePorts, chase: Chase, stream: StreamId): Promise<number> => {
  const ports = { ...given, log: remembering(given.log) }
  const tried = new Set<string>()
  let due = await dueOf(ports, stream, { holds: 0 })
  let taken = 0
  for (;;) {
    // One that was tried is not tried again: another run, or the world, was there first.
    const step = passedSteps(due, ports.settings, ports.clock()).find((one) => !tried.has(nameOf(one)))
    if (step === undefined || !chase.goesOn()) return taken
    tried.add(nameOf(step))
    const after = await take(ports, chase, stream, step)
    if (after.taken) taken += 1
    due = after.due
  }
}

const nameOf = ({ item, name }: DueStep): string => `${item.key}/${name}`

const dueOf = async ({ log }: ChasePorts, stream: StreamId, part?: LogPart): Promise<readonly DueItem[]> =>
  isProjectId(stream)
    ? (projects.fold(await log.load(stream, part))?.due ?? [])
    : (meetings.fold(await log.load(stream, part))?.due ?? [])

/** Takes one step; `due` is what is due after it. */
const take = async (
  ports: ChasePorts,
  { correlationId }: Chase,
  stream: StreamId,
  step: DueStep,
): Promise<{ readonly taken: boolean; readonly due: readonly DueItem[] }> => {
  const command = { type: 'take-step', item: step.item.key, step: step.name } as const
  const context = followUp('progress-monitor', `${stream}/${nameOf(step)}`, correlationId)
  const result = isProjectId(stream)
    ? await actOnProject(ports, { project: stream, command, context })
    : await actOnMeeting(ports, { meeting: stream, command, context })
  if ('refused' in result) {
    settled(result)
    return { taken: false, due: result.seen.state?.due ?? [] }
  }
  // What an earlier run committed answers as it was then; the log says what is due now.
  if (result.outcome === 'committed' && result.repeated) return { taken: false, due: await dueOf(ports, stream) }
  return { taken: result.outcome === 'committed', due: result.state?.due ?? [] }
}
