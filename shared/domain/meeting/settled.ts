import type { Commit } from '../commit.ts'
import type { Baseline } from '../economy/report.ts'
import type { MeetingId } from '../identifiers.ts'
import type { AssessedLevel } from '../level.ts'
import type { NewCondition, ProjectEvent } from '../project/events.ts'
import type { ReturnReason } from '../return-reasons.ts'
import type { CalendarDate } from '../time.ts'

/** What a decision settled beside its outcome: what the minutes have to hold on to. */
export interface Settled {
  /** Of an approval, or a new one. */
  readonly baseline?: Baseline
  readonly conditions?: readonly NewCondition[]
  /** The new end of a project that goes on. */
  readonly endsOn?: CalendarDate
  readonly reasons?: readonly ReturnReason[]
  readonly comeBackWith?: string
  /** Of a disagreement about a level: the one that holds from then on. */
  readonly level?: AssessedLevel
}

/** What the last decision that this meeting took on a project settled, from its log; undefined when it took none. */
export const settledAt = (
  id: MeetingId,
  commits: readonly Pick<Commit<ProjectEvent>, 'events'>[],
): Settled | undefined => {
  const event = commits
    .flatMap(({ events }) => events)
    .findLast((one) => 'decision' in one && one.decision?.meeting === id)
  return event === undefined ? undefined : settledBy(event)
}

const settledBy = (event: ProjectEvent): Settled => {
  if (event.type === 'approved') return { baseline: event.baseline, conditions: event.conditions }
  if (event.type === 'rescoped') return { baseline: event.baseline }
  if (event.type === 'continued') return event.endsOn === undefined ? {} : { endsOn: event.endsOn }
  if (event.type === 'returned') return { reasons: event.reasons, comeBackWith: event.comeBackWith }
  return event.type === 'dispute-decided' ? { level: event.level } : {}
}
