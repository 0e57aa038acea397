import type { Commit } from '../domain/commit.ts'
import type { Letter } from '../domain/correspondence/letter.ts'
import { lettersFor, meetingLettersFor, streamsNamedBy } from '../domain/correspondence.ts'
import { isProjectId, type MeetingId, type ProjectId, type StreamId } from '../domain/identifiers.ts'
import type { MeetingEvent } from '../domain/meeting/events.ts'
import { fold as foldMeeting } from '../domain/meeting/evolve.ts'
import type { ProjectEvent } from '../domain/project/events.ts'
import { fold as foldProject } from '../domain/project/evolve.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { CommitLog, EventNotice } from './ports.ts'

export interface LetterPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly settings: ProcessSettings
}

type Place<S extends StreamId = StreamId> = Pick<EventNotice, 'version' | 'index'> & { readonly stream: S }

/** The log up to a version: a letter tells what was so when it happened, however late it is written. */
const until = <E>(commits: readonly Commit<E>[], version: number): readonly Commit<E>[] =>
  commits.filter((commit) => commit.version <= version)

const eventAt = <E>(commits: readonly Commit<E>[], { stream, version, index }: Place) => {
  const commit = commits.find((candidate) => candidate.version === version)
  const event = commit?.events[index]
  if (commit === undefined || event === undefined) throw new Error(`no event ${stream}/${version}/${index} in the log`)
  return { commit, event }
}

/**
 * The letters about one committed event, as its log tells it.
 * @throws when the log does not hold the event: a notice never comes before its commit.
 */
export const lettersAbout = (ports: LetterPorts, { stream, version, index }: Place): Promise<readonly Letter[]> =>
  isProjectId(stream)
    ? aboutProject(ports, { stream, version, index })
    : aboutMeeting(ports, { stream, version, index })

const aboutProject = async ({ log, settings }: LetterPorts, place: Place<ProjectId>): Promise<readonly Letter[]> => {
  const commits: readonly Commit<ProjectEvent>[] = await log.load(place.stream, { holds: place.version })
  const { commit, event } = eventAt(commits, place)
  const project = foldProject(until(commits, place.version))
  if (project === undefined) throw new Error(`${place.stream} does not exist`)
  const before = foldProject(until(commits, place.version - 1))
  const titles = await titlesOf(log, streamsNamedBy(event))
  return lettersFor(event, project, { commit, settings, titles, ...(before === undefined ? {} : { before }) })
}

const aboutMeeting = async ({ log, settings }: LetterPorts, place: Place<MeetingId>): Promise<readonly Letter[]> => {
  const commits: readonly Commit<MeetingEvent>[] = await log.load(place.stream, { holds: place.version })
  const { commit, event } = eventAt(commits, place)
  const meeting = foldMeeting(until(commits, place.version))
  if (meeting === undefined) throw new Error(`${place.stream} does not exist`)
  const before = foldMeeting(until(commits, place.version - 1))
  const titles = await titlesOf(log, streamsNamedBy(event, meeting))
  return meetingLettersFor(event, meeting, { commit, settings, titles, ...(before === undefined ? {} : { before }) })
}

const titlesOf = async (
  log: Pick<CommitLog, 'load'>,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, string>> => {
  const titled = await Promise.all(
    streams.filter(isProjectId).map(async (stream) => {
      const project = foldProject(await log.load(stream, { holds: 1 }))
      return project === undefined ? [] : [[stream, project.concept.title] as const]
    }),
  )
  return new Map(titled.flat())
}
