import type { ImpersonalEvent } from '../domain/impersonal-event.ts'
import type { ProjectEventType } from '../domain/project/events.ts'
import type { PublicEvent } from '../domain/public-event.ts'

/** An event as a page shows it: to those on the project, or to anyone. */
export type ShownEvent = ImpersonalEvent | PublicEvent

type OfType<E, T> = E extends { readonly type: infer U } ? (T extends U ? E : never) : never

/** What happened in a few words, by type of event: one that has none does not compile. */
export type EventWords = { readonly [T in ProjectEventType]: (event: OfType<ShownEvent, T>) => string }

/** What happened, in the reader's words. */
export const saidOf = (words: EventWords, event: ShownEvent): string => {
  const say: (shown: never) => string = words[event.type]
  return say(event as never)
}
