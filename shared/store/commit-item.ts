import * as z from 'zod/mini'
import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import type { EventOf, StreamEvent } from '../use-cases/ports.ts'
import { putTextBack, takeTextOut } from './free-text.ts'
import type { Item } from './item.ts'
import { json, M, N, S, stored } from './item.ts'
import { actor } from './schema/actor.ts'
import { meetingEventOf, meetingEventTypes } from './schema/meeting-events.ts'
import { projectEventOf, projectEventTypes } from './schema/project-events.ts'
import { instant } from './schema/scalars.ts'
import { streamKey, versionKey } from './table.ts'

const ofProject = z.array(z.looseObject({ type: z.enum(projectEventTypes) }))
const ofMeeting = z.array(z.looseObject({ type: z.enum(meetingEventTypes) }))

/** The events of a stream, each by the schema of its type. @throws ZodError */
const parseEvents = (stream: StreamId, events: unknown): readonly StreamEvent[] =>
  isProjectId(stream)
    ? ofProject.parse(events).map((event) => projectEventOf(event.type).parse(event))
    : ofMeeting.parse(events).map((event) => meetingEventOf(event.type).parse(event))

const commitItem = z.object({
  version: z.pipe(stored.number, z.int().check(z.positive())),
  commitId: stored.text,
  commandId: stored.text,
  payloadHash: stored.text,
  actor: z.pipe(stored.json, actor),
  at: z.pipe(stored.text, instant),
  correlationId: stored.text,
  events: stored.json,
  texts: stored.texts,
})

/**
 * The item of a commit. Its events are parsed before they are written, since one that cannot be read again would close
 * the stream for good.
 * @throws ZodError when an event does not have the shape of its type.
 */
export const itemOfCommit = (commit: Commit<StreamEvent>): Item => {
  const { without, texts } = takeTextOut(parseEvents(commit.stream, commit.events))
  return {
    pk: S(streamKey(commit.stream)),
    sk: S(versionKey(commit.version)),
    version: N(commit.version),
    commitId: S(commit.commitId),
    commandId: S(commit.commandId),
    payloadHash: S(commit.payloadHash),
    actor: json(actor.parse(commit.actor)),
    at: S(commit.at),
    correlationId: S(commit.correlationId),
    events: json(without),
    texts: M(texts),
  }
}

/** The commit of an item. @throws ZodError when the item is not what `itemOfCommit` writes. */
export const commitOfItem = <Stream extends StreamId>(stream: Stream, item: Item): Commit<EventOf<Stream>> => {
  const { events, texts, ...rest } = commitItem.parse(item)
  const parsed = parseEvents(stream, putTextBack(events, texts))
  // The schema was chosen by the stream's kind, which the conditional type cannot see.
  return { stream, ...rest, events: parsed as readonly EventOf<Stream>[] }
}
