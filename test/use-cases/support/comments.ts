import type { Commit } from '../../../shared/domain/commit.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { Machine } from '../../../shared/use-cases/execute.ts'

/** The smallest machine there is: what was said, in order. */
export const saying = (
  text: string,
  decide: (said: readonly string[]) => readonly ProjectEvent[] | Refusal = () => [{ type: 'commented', text }],
): Machine<readonly string[], ProjectEvent> => ({
  fold: said,
  decide: (state = []) => decide(state),
})

/** The texts of a log, voids passed over; undefined for a log without events. */
export const said = (commits: readonly Commit<ProjectEvent>[]): readonly string[] | undefined => {
  const texts = commits.flatMap(({ events }) => events.flatMap((event) => ('text' in event ? [event.text] : [])))
  return texts.length === 0 ? undefined : texts
}
