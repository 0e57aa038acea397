import { dueAfter, dueBefore } from '../calendar/days.ts'
import type { Level } from '../level.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Days, Instant } from '../time.ts'
import type { DueItem, DueKind, DueStep } from './due-item.ts'

type Clocks = Pick<ProcessSettings, 'clocks'>

/**
 * Reminders of an item. One that a weekend or a holiday has moved onto the due moment or past it has nothing left to
 * remind of; one before the item began would remind of what nobody knew. `before-0` is meant for the due moment itself.
 */
const remindersOf = (item: DueItem, { clocks }: Clocks): readonly DueStep[] => {
  const { remind, remindAfter = [], remindBefore = [] } = clocks[item.kind]
  const reminder = { item, to: remind, consequence: 'none' } as const
  const after = remindAfter.map(
    (days) => ({ ...reminder, name: `after-${days}`, at: dueAfter(item.since, days) }) as const,
  )
  const before = remindBefore.map(
    (days) =>
      ({ ...reminder, name: `before-${days}`, at: days === 0 ? item.dueAt : dueBefore(item.dueAt, days) }) as const,
  )
  return [...after, ...before].filter(({ name, at }) => name === 'before-0' || (at >= item.since && at < item.dueAt))
}

/** The overdue ladder of an item. */
const ladderOf = (item: DueItem, { clocks }: Clocks): readonly DueStep[] =>
  clocks[item.kind].ladder.map(({ overdue, to, consequence = 'none' }) => ({
    item,
    name: `overdue-${overdue}`,
    to,
    consequence,
    at: dueAfter(item.dueAt, overdue),
  }))

const inOrderOfMoment = (a: DueStep, b: DueStep): number => (a.at < b.at ? -1 : Number(a.at > b.at))

/** Every step of an item, fired or not, in the order in which they fire; at the same moment as the settings have them. */
export const stepsOf = (item: DueItem, settings: Clocks): readonly DueStep[] =>
  [...remindersOf(item, settings), ...ladderOf(item, settings)].sort(inOrderOfMoment)

/** The steps of an item that have not fired, in order. */
const unfired = (item: DueItem, settings: Clocks): readonly DueStep[] =>
  stepsOf(item, settings).filter(({ name }) => !item.fired.includes(name))

/**
 * The steps whose moment has passed at `now` and that have not fired: each once, however late, by moment, then by the
 * item's key, then as they stand in the settings.
 */
export const passedSteps = (due: readonly DueItem[], settings: Clocks, now: Instant): readonly DueStep[] =>
  [...due]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((item) => unfired(item, settings))
    .filter(({ at }) => at <= now)
    .sort(inOrderOfMoment)

/** The earliest moment at which a step has yet to fire; `undefined` when none has. It may have passed. */
export const nextStepAt = (due: readonly DueItem[], settings: Clocks): Instant | undefined =>
  due
    .flatMap((item) => unfired(item, settings))
    .map(({ at }) => at)
    .sort()
    .at(0)

/** How many days there are for a kind of due item; none where its date comes from elsewhere. */
export const daysOf = (kind: DueKind, level: Level | undefined, { clocks }: Clocks): Days => {
  const { days = 0 } = clocks[kind]
  return typeof days === 'number' ? days : days[level ?? 1]
}

/**
 * When something that begins at `from` is due. A clock that differs by level runs as on level 1 where none is placed yet.
 * A kind whose date comes from elsewhere (a meeting, a condition) has no days of its own: it would be due at once.
 */
export const dueDate = (kind: DueKind, level: Level | undefined, from: Instant, settings: Clocks): Instant =>
  dueAfter(from, daysOf(kind, level, settings))
