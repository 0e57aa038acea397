import type { SystemActor } from '../domain/actor.ts'
import { followsFromId } from '../domain/commit.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { CommandContext } from './act-on-project.ts'
import { Unavailable } from './unavailable.ts'

/**
 * The identity of a command that follows from an event or a moment: always the same, so that it is carried out once
 * however often it is given. Its payload follows from its id, and never counts as another.
 */
export const followUp = (name: SystemActor, commandId: string, correlationId: string): CommandContext => ({
  actor: { kind: 'system', name },
  commandId,
  payloadHash: followsFromId,
  correlationId,
})

/**
 * What became of a follow-up. A refusal says that the world has moved on since, which is no trouble; only what was too
 * busy is tried again.
 * @throws Unavailable when it was too busy
 */
export const settled = (result: object): 'done' | 'moved-on' => {
  if (!isRefusal(result)) return 'done'
  if (result.refused === 'busy') throw new Unavailable('a stream with too many writers')
  return 'moved-on'
}
