import * as z from 'zod/mini'
import type { Commit } from '../domain/commit.ts'
import type { StreamId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import type { EventOf, StreamEvent } from '../use-cases/ports.ts'
import { putTextBack, takeTextOut } from './free-text.ts'
import type { Item } from './item.ts'
import { json, M, N, S, stored } from './item.ts'
import { actor } from './schema/actor.ts'
import { meetingEvent } from './schema/meeting-events.ts'
import { projectEvent } from './schema/project-events.ts'
import { instant } from './schema/scalars.ts'
import { streamKey, versionKey } from './table.ts'

const projectEvents = z.array(projectEvent)
const meetingEvents = z.array(meetingEvent)

const eventsOf = (stream: StreamId): z.ZodMiniType<readonly StreamEvent[]> =>
  isProjectId(stream) ? projectEvents : meetingEvents

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
  const { without, texts } = takeTextOut(eventsOf(commit.stream).parse(commit.events))
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
  const parsed = eventsOf(stream).parse(putTextBack(events, texts))
  // The schema was chosen by the stream's kind, which the conditional type cannot see.
  return { stream, ...rest, events: parsed as readonly EventOf<Stream>[] }
}
