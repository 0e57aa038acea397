import type { Contender } from './contenders.ts'
import type { Medians } from './measure.ts'

/** One function, measured: milliseconds of processor time net of the empty handler's, and what they are of the usual set's. */
export interface Row {
  readonly name: string
  readonly load: number
  readonly total: number
  readonly ratio: number
  /** The highest ratio it may have. */
  readonly bar: number
  readonly size: number
  readonly parts: Contender['parts']
}

/** What each function may cost of the usual set; those that somebody waits for at every step of the process cost less. */
export const barOf = (name: string): number => (['submission', 'board-decision', 'relay'].includes(name) ? 0.5 : 0.7)

/** The rows of contenders, the usual set's first. @throws when one of them was not measured. */
export const rowsOf = (
  {
    empty,
    usual,
    functions,
  }: { readonly [Kind in 'empty' | 'usual']: Contender } & {
    readonly functions: readonly Contender[]
  },
  medians: ReadonlyMap<string, Medians>,
): readonly Row[] => {
  const of = ({ name }: Contender): Medians => {
    const found = medians.get(name)
    if (found === undefined) throw new Error(`${name} was not measured`)
    return found
  }
  const net = (contender: Contender, what: keyof Medians) => of(contender)[what] - of(empty)[what]
  return [usual, ...functions].map((contender) => ({
    name: contender.name,
    load: net(contender, 'load'),
    total: net(contender, 'total'),
    ratio: net(contender, 'total') / net(usual, 'total'),
    bar: contender === usual ? 1 : barOf(contender.name),
    size: contender.size,
    parts: contender.parts.slice(0, 3),
  }))
}

/** Those above their bar. */
export const tooSlow = (rows: readonly Row[]): readonly Row[] => rows.filter(({ ratio, bar }) => ratio > bar)

/** A table in Markdown, for people and for the README. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    '| function | load, ms | with the first call, ms | of the usual set | at most | bundle, KB | largest parts, KB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(({ name, load, total, ratio, bar, size, parts }) => {
      const largest = parts.map((part) => `${part.name} ${inKB(part.bytes)}`).join(', ')
      const cells = [name, load.toFixed(0), total.toFixed(0), ratio.toFixed(2), bar.toFixed(1), inKB(size), largest]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')

const inKB = (bytes: number): string => (bytes / 1_000).toFixed(0)

const marks = { begin: '<!-- npm run bench:cold -- --write -->', end: '<!-- end -->' } as const

/** The text with the table between its marks. @throws when it has no such marks. */
export const withTable = (text: string, table: string): string => {
  const [before, rest = ''] = text.split(marks.begin)
  const after = rest.slice(rest.indexOf(marks.end))
  if (!after.startsWith(marks.end)) throw new Error('no marks for the table')
  return `${before}${marks.begin}\n\n${table}\n\n${after}`
}

/** The functions that the table in a text names, in its order. */
export const namesIn = (text: string): readonly string[] => {
  const table = text.split(marks.begin)[1]?.split(marks.end)[0] ?? ''
  return [...table.matchAll(/^\| ([a-z][a-z-]*) \| -?\d/gm)].map(([, name = '']) => name)
}
