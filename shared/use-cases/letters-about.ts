import type { Commit } from '../domain/commit.ts'
import type { Letter } from '../domain/correspondence/letter.ts'
import { waitedMove } from '../domain/correspondence/waited-move.ts'
import { lettersFor, meetingLettersFor, streamsNamedBy } from '../domain/correspondence.ts'
import { isProjectId, type MeetingId, type ProjectId, type StreamId } from '../domain/identifiers.ts'
import type { MeetingEvent } from '../domain/meeting/events.ts'
import { fold as foldMeeting } from '../domain/meeting/evolve.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { fold as foldProject } from '../domain/project/evolve.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { Place } from './mail-ports.ts'
import type { CommitLog } from './ports.ts'

export interface LetterPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly settings: ProcessSettings
}

type At<S extends StreamId> = { readonly stream: S; readonly version: number }

/** A letter, which event of the commit it is about, and what that came of. */
export interface LetterOf {
  readonly letter: Letter
  readonly index: number
  readonly correlationId: string
}

/** The log up to a version: a letter tells what was so when it happened, however late it is written. */
const until = <E>(commits: readonly Commit<E>[], version: number): readonly Commit<E>[] =>
  commits.filter((commit) => commit.version <= version)

const commitAt = <E>(commits: readonly Commit<E>[], { stream, version }: Place): Commit<E> => {
  const commit = commits.find((candidate) => candidate.version === version)
  if (commit === undefined) throw new Error(`no commit ${stream}/${version} in the log`)
  return commit
}

/**
 * The letters about one commit, by its events in order, as its log tells it.
 * @throws when the log does not hold the commit: a notice never comes before it.
 */
export const lettersOf = (ports: LetterPorts, { stream, version }: Place): Promise<readonly LetterOf[]> =>
  isProjectId(stream) ? ofProject(ports, { stream, version }) : ofMeeting(ports, { stream, version })

/** The letters about one event of a commit. @throws when the log does not hold it. */
export const lettersAbout = async (
  ports: LetterPorts,
  { index, ...place }: Place & { readonly index: number },
): Promise<readonly Letter[]> =>
  (await lettersOf(ports, place)).filter((one) => one.index === index).map(({ letter }) => letter)

const ofProject = async ({ log, settings }: LetterPorts, place: At<ProjectId>): Promise<readonly LetterOf[]> => {
  const commits: readonly Commit<ProjectEvent>[] = await log.load(place.stream, { holds: place.version })
  const commit = commitAt(commits, place)
  const project = foldProject(until(commits, place.version))
  if (project === undefined) throw new Error(`${place.stream} does not exist`)
  const before = foldProject(until(commits, place.version - 1))
  const titles = await titlesOf(
    log,
    commit.events.flatMap((event) => streamsNamedBy(event)),
  )
  const context = { commit, settings, titles, ...(before === undefined ? {} : { before }) }
  const now = foldProject(commits) ?? project
  return commit.events.flatMap((event, index) =>
    lettersFor(event, project, context).map((letter) => ({
      letter: { ...letter, move: waitedMove(letter, project, now) },
      index,
      correlationId: commit.correlationId,
    })),
  )
}

const ofMeeting = async ({ log, settings }: LetterPorts, place: At<MeetingId>): Promise<readonly LetterOf[]> => {
  const commits: readonly Commit<MeetingEvent>[] = await log.load(place.stream, { holds: place.version })
  const commit = commitAt(commits, place)
  const meeting = foldMeeting(until(commits, place.version))
  if (meeting === undefined) throw new Error(`${place.stream} does not exist`)
  const before = foldMeeting(until(commits, place.version - 1))
  const titles = await titlesOf(
    log,
    commit.events.flatMap((event) => streamsNamedBy(event, meeting)),
  )
  const context = { commit, settings, titles, ...(before === undefined ? {} : { before }) }
  return commit.events.flatMap((event, index) =>
    meetingLettersFor(event, meeting, context).map((letter) => ({
      letter,
      index,
      correlationId: commit.correlationId,
    })),
  )
}

const titlesOf = async (
  log: Pick<CommitLog, 'load'>,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, string>> => {
  const titled = await Promise.all(
    [...new Set(streams)].filter(isProjectId).map(async (stream) => {
      const project = foldProject(await log.load(stream, { holds: 1 }))
      return project === undefined ? [] : [[stream, project.concept.title] as const]
    }),
  )
  return new Map(titled.flat())
}
