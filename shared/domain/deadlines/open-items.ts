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

/** The due items with one of them moved. It keeps its key and the steps that have fired. */
export const moveDue = (due: readonly DueItem[], kind: DueKind, dueAt: Instant): readonly DueItem[] =>
  due.map((item) => (item.kind === kind ? { ...item, dueAt } : item))

/** The due items with one more step of one of them fired. */
export const fire = (due: readonly DueItem[], key: string, step: StepName): readonly DueItem[] =>
  due.map((item) => (item.key === key ? { ...item, fired: [...item.fired, step] } : item))
