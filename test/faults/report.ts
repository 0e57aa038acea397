import type { Outcome } from './matrix.ts'
import { caseName } from './matrix.ts'

/** What a run of cases came to, as a table: by mode, how many, how many committed and handed on, how many went wrong. */
export const tableOf = (outcomes: readonly Outcome[]): string => {
  const rows = new Map<string, { cases: number; commits: number; effects: number; wrong: number; rounds: number }>()
  for (const { of, wrong, rounds, commits, effects } of outcomes) {
    const name = of.faults.length === 1 ? (of.faults[0]?.mode ?? '') : 'pair'
    const row = rows.get(name) ?? { cases: 0, commits: 0, effects: 0, wrong: 0, rounds: 0 }
    rows.set(name, {
      cases: row.cases + 1,
      commits: row.commits + commits,
      effects: row.effects + effects,
      wrong: row.wrong + (wrong.length > 0 ? 1 : 0),
      rounds: row.rounds + rounds,
    })
  }
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(16) : String(cell).padStart(8))).join('')
  return [
    line(['fault', 'cases', 'rounds', 'commits', 'effects', 'wrong']),
    ...[...rows].map(([name, row]) => line([name, row.cases, row.rounds, row.commits, row.effects, row.wrong])),
  ].join('\n')
}

/** Each case that went wrong, and how. */
export const failuresOf = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ of, wrong }) => `${caseName(of)}\n${wrong.map((one) => `    ${one}`).join('\n')}`)
