import { criteria } from '../../../../shared/domain/criteria.ts'
import { countByTheme } from '../../../../shared/domain/stewardship/evaluation.ts'
import { slaMeasures } from '../../../../shared/domain/stewardship/sla.ts'
import { measureSaid } from '../../parts/sla-chart.tsx'
import { criterionThemes } from '../../parts/themes.ts'
import type { Reader } from '../../reader.ts'
import type { Found } from '../found.ts'

type Row = readonly string[]

/** The governance of a product as Markdown: what it is, its level, counts by theme, and every criterion, in tables. */
export const governanceReport = ({ view }: Found, reader: Reader): string => {
  const { product, criteria: labels } = reader.words
  const { governance: words, evaluation } = product
  const fixed = view.assessments.at(-1)
  const counts = countByTheme(view.evaluations)
  const facts: readonly Row[] = [
    [words.product, view.title],
    [words.authorities, view.authorities.join(', ')],
    [words.licence, view.concept.licence ?? '–'],
    [words.repository, view.concept.repository ?? '–'],
    [words.live, view.live.map(({ authority, on }) => `${authority} (${reader.day(on)})`).join(', ') || '–'],
    [evaluation.level, fixed === undefined ? '–' : `${labels.levels[fixed.level]} (${reader.dayOf(fixed.at)})`],
    [evaluation.missing, fixed?.missingForNext.join(', ') || '–'],
    ...slaMeasures.flatMap((measure) => {
      const target = view.sla?.targets?.[measure]
      return target === undefined
        ? []
        : [[`${product.sla.measures[measure]}, ${product.sla.target}`, measureSaid(reader, measure, target)]]
    }),
  ]
  return [
    `# ${words.titleOf(inCell(view.title))}`,
    table([words.what, words.is], facts),
    `## ${evaluation.byTheme}`,
    table(
      [evaluation.theme, ...colours.map((colour) => labels.colours[colour])],
      criterionThemes.map((theme) => [labels.themes[theme], ...colours.map((colour) => String(counts[theme][colour]))]),
    ),
    `## ${words.criteria}`,
    table(
      [words.criterion, words.level, evaluation.own, words.evidence, evaluation.secretariat, words.explanation],
      criteria.map(({ id, level }) => {
        const answer = view.answers[id]
        const found = view.evaluations[id]
        return [
          `${id} ${reader.labels.criteria[id]}`,
          labels.levels[level],
          answer === undefined ? labels.noAnswer : labels.answers[answer.answer],
          answer?.text ?? '',
          labels.colours[found?.colour ?? 'grey'],
          found?.text ?? '',
        ]
      }),
    ),
    ...(view.adaptations.length === 0
      ? []
      : [
          `## ${product.pages.adaptations}`,
          table(
            [words.criterion, words.what, words.how, words.why],
            view.adaptations.map(({ criterion, title, text, reason }) => [criterion, title, text, reason]),
          ),
        ]),
  ].join('\n\n')
}

const colours = ['green', 'yellow', 'red', 'grey'] as const

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n')

/** Text as it stands in a cell: on one line, and with nothing that Markdown or HTML would read as more than text. */
const inCell = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\\`*_{}[\]<>|#~&]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
