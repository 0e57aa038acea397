import { type Project, type ProjectStateName, projectStates } from '../../../shared/domain/project/state.ts'
import { whoseMove } from '../../../shared/domain/project/whose-move.ts'
import { labels } from '../../../shared/i18n/labels.ts'
import { code, codes, table } from './markdown.ts'
import { type Outcome, outcomesIn } from './outcomes.ts'
import type { Somebody } from './people.ts'
import { problemInWords } from './problems.ts'
import { type Situation, situations } from './situations.ts'

const inState = (state: ProjectStateName): readonly Situation[] =>
  situations.filter(({ project }) => project.state === state)

const moveOf = (project: Project): string => {
  const { party, dueAt } = whoseMove(project)
  // A condition or a review may fall on the same morning; neither is what the move waits for.
  const clock = project.due.find(
    ({ kind, ...item }) => item.dueAt === dueAt && kind !== 'condition' && kind !== 'review',
  )?.kind
  return clock === undefined ? party : `${party}, until ${code(clock)}`
}

/** Every state with its name in both languages and whose move it is. */
export const statesTable = (): string =>
  table(
    ['state', 'in Danish', 'whose move, until which clock'],
    projectStates.map((state) => [
      code(state),
      labels.da.states[state],
      [...new Set(inState(state).map(({ project, particular }) => whoseIn(project, particular)))].join('; '),
    ]),
  )

const whoseIn = (project: Project, particular: string | undefined): string => {
  const differs = new Set(inState(project.state).map((one) => moveOf(one.project))).size > 1
  return differs ? `${particular?.split(',')[0] ?? ''}: ${moveOf(project)}` : moveOf(project)
}

interface Row {
  readonly act: string
  readonly particulars: readonly string[]
  readonly who: readonly Somebody[]
  readonly result: string
  readonly where: readonly string[]
}

/** What is particular about a sample: what stands in its brackets. */
const particularOf = ({ name }: Outcome): string => /\((.+)\)$/.exec(name)?.[1] ?? ''

const resultOf = ({ came }: Outcome, from: ProjectStateName): string => {
  if ('refusal' in came) return problemInWords(came.refusal)
  if (came.events.length === 0) return 'nothing: it was so already'
  const events = codes(came.events)
  return came.to === from ? events : `${events} → **${came.to}**`
}

const isByTable = ({ came }: Outcome): boolean => 'refusal' in came && ['state', 'role'].includes(came.refusal.rule)

/** One row for what is the same: the same act, by the same people, with the same result. */
const rowsOf = (here: readonly Situation[]): readonly Row[] => {
  const rows = new Map<string, Row>()
  for (const situation of here)
    for (const outcome of outcomesIn(situation).filter((one) => !isByTable(one))) {
      const result = resultOf(outcome, situation.project.state)
      const key = `${outcome.act}/${outcome.who.join()}/${result}`
      const same = rows.get(key)
      rows.set(key, {
        act: outcome.act,
        who: outcome.who,
        result,
        particulars: [...new Set([...(same?.particulars ?? []), particularOf(outcome)])],
        where: [...new Set([...(same?.where ?? []), situation.particular ?? ''])],
      })
    }
  return [...rows.values()].sort((a, b) => (a.act < b.act ? -1 : Number(a.act > b.act)))
}

const refusedNow = (here: readonly Situation[]): readonly (readonly [string, readonly Somebody[]])[] => {
  const refused = new Map<string, Set<Somebody>>()
  for (const situation of here)
    for (const outcome of outcomesIn(situation))
      if ('refusal' in outcome.came && outcome.came.refusal.rule === 'state')
        refused.set(outcome.act, new Set([...(refused.get(outcome.act) ?? []), ...outcome.who]))
  return [...refused].map(([act, who]) => [act, [...who]] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What everybody can do in a state, and what comes of it. */
const stateSection = (state: ProjectStateName): string => {
  const here = inState(state)
  const rows = rowsOf(here)
  const body = rows.map(({ act, particulars, who, result, where }) => {
    const what = particulars.filter((one) => one !== '')
    const only = here.length > 1 && where.length < here.length ? where.join('; ') : ''
    return [`${code(act)}${what.length === 0 ? '' : ` ${what.join(', ')}`}`, who.join(', '), result, only]
  })
  const now = refusedNow(here).map(([act, who]) => `${code(act)} (${who.join(', ')})`)
  return [
    `### ${state}: ${labels.en.states[state]}`,
    '',
    table(['command', 'by', 'what comes of it', 'only when it is'], body),
    '',
    `409 ${code('illegal-in-state')}${rows.some(({ where }) => where.length < here.length) ? ', always or where the table says otherwise' : ''}: ${now.join(', ')}.`,
  ].join('\n')
}

export const statesChapter = (): string =>
  [
    '## What can be done in each state',
    '',
    'Whoever is named neither in the table nor below it is refused with 403. Each row was made by giving the command to',
    'the domain, as everybody in turn.',
    '',
    projectStates.map(stateSection).join('\n\n'),
  ].join('\n')

/** Every change of state that the samples brought about, as a diagram. */
export const diagram = (): string => {
  const edges = new Map<string, Set<string>>()
  for (const situation of situations)
    for (const outcome of outcomesIn(situation)) {
      const from = situation.project.state
      if ('refusal' in outcome.came || outcome.came.to === from) continue
      const edge = `${from} --> ${outcome.came.to}`
      const label = outcome.act === 'take-step' ? 'silence' : outcome.act
      edges.set(edge, (edges.get(edge) ?? new Set()).add(label))
    }
  const lines = [...edges].map(([edge, acts]) => `    ${edge}: ${[...acts].join(', ')}`)
  return ['```mermaid', 'stateDiagram-v2', '    [*] --> idea: submit', ...lines, '```'].join('\n')
}
