import type { Instant } from '../time.ts'
import type { DueItem, DueKind, StepName } from './due-item.ts'

/** What keeps due items: a project or a meeting. */
interface Keeper {
  readonly due: readonly DueItem[]
  readonly counted: Readonly<Partial<Record<DueKind, number>>>
}

type Open = Pick<DueItem, 'kind' | 'since' | 'dueAt' | 'about'>

/** The keeper's due items with one more, whose key has never been used before. */
export const withDue = (keeper: Keeper, { kind, ...open }: Open): Keeper => {
  const number = (keeper.counted[kind] ?? 0) + 1
  return {
    due: [...keeper.due, { kind, key: `${kind}-${number}`, ...open, fired: [] }],
    counted: { ...keeper.counted, [kind]: number },
  }
}

/** The due items without those of these kinds; with `about`, only the one about that report or condition is left out. */
export const withoutDue = (due: readonly DueItem[], kinds: readonly DueKind[], about?: number): readonly DueItem[] =>
  due.filter((item) => !kinds.includes(item.kind) || (about !== undefined && item.about !== about))

/** The due items with one of them moved. It keeps its key. */
export const moveDue = (due: readonly DueItem[], kind: DueKind, dueAt: Instant): readonly DueItem[] =>
  due.map((item) => (item.kind === kind ? { ...item, dueAt } : item))

/**
 * The keeper with an item of this kind due at another moment. Once steps of it have fired and the new moment lies ahead,
 * it is a new item under a new key: its steps fire for that moment too, and nothing passes in silence.
 */
export const moveOn = (keeper: Keeper, kind: DueKind, dueAt: Instant, at: Instant): Keeper => {
  const begunAnew = dueAt > at && keeper.due.some((item) => item.kind === kind && item.fired.length > 0)
  return begunAnew
    ? withDue({ due: withoutDue(keeper.due, [kind]), counted: keeper.counted }, { kind, since: at, dueAt })
    : { due: moveDue(keeper.due, kind, dueAt), counted: keeper.counted }
}

/** The due items with one more step of one of them fired. */
export const fire = (due: readonly DueItem[], key: string, step: StepName): readonly DueItem[] =>
  due.map((item) => (item.key === key ? { ...item, fired: [...item.fired, step] } : item))
