import { dateOf } from '../../calendar/days.ts'
import { withheldUntil } from '../../publication.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import type { CalendarDate, Instant } from '../../time.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'

/** Why a frame may not end so: it is kept on days to come. */
export const endRefusal = (
  endsOn: CalendarDate | undefined,
  now: Instant,
  at: readonly string[],
): Refusal | undefined =>
  endsOn !== undefined && endsOn <= dateOf(now) ? refuse('invalid', 'date-in-past', { at }) : undefined

/**
 * Keeps the frame from the public until a day, or lets it be read again before it. A day that is past is refused and not
 * taken for a release: what anyone has read cannot be taken back, and years are easily mistyped.
 */
export const withholdFrame = (
  project: Project,
  { until }: Command<'withhold-frame'>,
  { now }: DecisionContext,
): Decided => {
  const before = withheldUntil(project, now)
  if (until === null) return before === undefined ? [] : [{ type: 'frame-released' }]
  if (until <= dateOf(now)) return refuse('invalid', 'date-in-past', { at: ['until'] })
  return until === before ? [] : [{ type: 'frame-withheld', until }]
}
