import { meetingStates } from '../../../shared/domain/meeting/state.ts'
import { closedStates, projectStates } from '../../../shared/domain/project/state.ts'
import { meetingEventTypes } from '../../../shared/store/schema/meeting-events.ts'
import { projectEventTypes } from '../../../shared/store/schema/project-events.ts'
import { ends } from './ends.ts'

/** The kinds of things that are counted. */
export type Counted =
  | 'project state'
  | 'project event'
  | 'meeting state'
  | 'meeting event'
  | 'rule'
  | 'command accepted'
  | 'command refused'
  | 'refused by'
  | 'way to an end'

/** From each open state to each end other than withdrawal. */
const waysToAnEnd = projectStates
  .filter((state) => !closedStates.some((closed) => closed === state))
  .flatMap((state) => ends.map((end) => `${state} → ${end}`))

/** How often each thing has been there. */
export class Visits {
  readonly #counts = new Map<Counted, Map<string, number>>()
  /** Projects that were submitted. */
  lives = 0

  count(what: Counted, name: string): void {
    const counts = this.#counts.get(what) ?? new Map<string, number>()
    this.#counts.set(what, counts.set(name, (counts.get(name) ?? 0) + 1))
  }

  of(what: Counted): ReadonlyMap<string, number> {
    return this.#counts.get(what) ?? new Map()
  }

  /** What must be visited and was not often enough, as `event approved: 12`. */
  tooFew(atLeast: number, rules: readonly string[]): readonly string[] {
    const wanted: readonly [Counted, readonly string[]][] = [
      ['project state', projectStates],
      ['project event', projectEventTypes],
      ['meeting state', meetingStates],
      ['meeting event', meetingEventTypes],
      ['rule', rules],
      ['way to an end', waysToAnEnd],
    ]
    return wanted.flatMap(([what, names]) =>
      names
        .map((name) => [name, this.of(what).get(name) ?? 0] as const)
        .filter(([, times]) => times < atLeast)
        .map(([name, times]) => `${what} "${name}": ${times}`),
    )
  }

  /** A table to read: one column of counts under each heading. */
  table(headings: readonly Counted[]): string {
    return headings
      .map((what) => {
        const rows = [...this.of(what)].sort(([a], [b]) => (a < b ? -1 : 1))
        return [`\n${what}`, ...rows.map(([name, times]) => `${String(times).padStart(9)}  ${name}`)].join('\n')
      })
      .join('\n')
  }
}
