import type { Outcome } from './matrix.ts'
import { caseName } from './matrix.ts'

/** What a run of cases came to, as a table: by mode, how many, how many committed and handed on, how many went wrong. */
export const tableOf = (outcomes: readonly Outcome[]): string => {
  const rows = new Map<string, readonly number[]>()
  for (const { of, wrong, rounds, commits, effects, doubled, putOff } of outcomes) {
    const name = of.faults.length === 1 ? (of.faults[0]?.mode ?? '') : 'pair'
    const cells = [1, rounds, commits, effects, doubled, putOff, wrong.length > 0 ? 1 : 0]
    for (const row of [name, 'all'])
      rows.set(
        row,
        cells.map((cell, at) => cell + (rows.get(row)?.[at] ?? 0)),
      )
  }
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(16) : String(cell).padStart(8))).join('')
  return [
    line(['fault', 'cases', 'rounds', 'commits', 'effects', 'doubled', 'put off', 'wrong']),
    ...[...rows]
      .sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'))
      .map(([name, row]) => line([name, ...row])),
  ].join('\n')
}

/** Each case that went wrong, and how. */
export const failuresOf = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ of, wrong }) => `${caseName(of)}\n${wrong.map((one) => `    ${one}`).join('\n')}`)
