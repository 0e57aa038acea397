import type { Criterion, CriterionId, Theme } from '../../../../shared/domain/criteria.ts'
import { criteria } from '../../../../shared/domain/criteria.ts'
import type { AssessedLevel } from '../../../../shared/domain/level.ts'
import { findLevel, unmetAt } from '../../../../shared/domain/stewardship/evaluation.ts'
import { Colour } from '../../case/criteria.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { criterionThemes } from '../../parts/themes.ts'
import type { Reader } from '../../reader.ts'
import type { Found } from '../found.ts'
import { addressOf } from '../place.ts'
import type { SectionProps } from '../sections.tsx'

export const assessedLevels = ['sandbox', 1, 2, 3] as const satisfies readonly AssessedLevel[]
const colours = ['green', 'yellow', 'red', 'grey'] as const

/** The level that was fixed last, by whom and why, and what is missing for the next; before that what the colours show. */
export const FixedLevel = ({ reader, found: { view } }: SectionProps) => {
  const { product, criteria: labels } = reader.words
  const { evaluation: words } = product
  const fixed = view.assessments.at(-1)
  const finding = fixed ?? findLevel(view.evaluations)
  return (
    <section class="trin-beside" aria-labelledby="level">
      <h2 id="level">{words.level}</h2>
      {fixed === undefined ? (
        <p>{words.notAssessed(labels.levels[finding.level])}</p>
      ) : (
        <>
          <p>
            <strong>{words.assessed(labels.levels[fixed.level])}</strong>{' '}
            {words.fixedBy[fixed.by](reader.dayOf(fixed.at))}
          </p>
          {fixed.reason !== undefined && <p class="trin-text">{fixed.reason}</p>}
        </>
      )}
      {view.dispute !== undefined && (
        <>
          <p>
            <strong>{words.disputed(labels.levels[view.dispute.wanted])}</strong>
          </p>
          <p class="trin-text">{view.dispute.reason}</p>
        </>
      )}
      {view.selfEvaluatedAt !== undefined && <p>{words.selfEvaluated(reader.dayOf(view.selfEvaluatedAt))}</p>}
      {finding.missingForNext.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <ul>
            {finding.missingForNext.map((id) => (
              <li key={id}>{`${id} ${reader.labels.criteria[id]}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface CountsProps {
  readonly reader: Reader
  readonly view: Found['view']
}

/** How many criteria have each colour, by theme and by the level they belong to. */
export const Counts = ({ reader, view }: CountsProps) => {
  const { product, criteria: labels } = reader.words
  const { evaluation: words } = product
  const unmet = new Set(unmetAt(view.evaluations, 3))
  const row = (label: string, own: readonly (Criterion & { readonly id: CriterionId })[]) => ({
    key: label,
    head: label,
    cells: [
      ...colours.map((colour) => own.filter(({ id }) => (view.evaluations[id]?.colour ?? 'grey') === colour).length),
      own.filter(({ id }) => view.answers[id]?.answer === 'yes').length,
      own.filter(({ id }) => unmet.has(id)).length,
      own.length,
    ],
  })
  const columns = [...colours.map((colour) => labels.colours[colour]), words.saidYes, words.unmet, words.all]
  const tables = [
    {
      title: words.byTheme,
      first: words.theme,
      rows: criterionThemes.map((theme) =>
        row(
          labels.themes[theme],
          criteria.filter((one) => one.theme === theme),
        ),
      ),
    },
    {
      title: words.byLevel,
      first: words.level,
      rows: assessedLevels.map((level) =>
        row(
          labels.levels[level],
          criteria.filter((one) => one.level === level),
        ),
      ),
    },
  ]
  return (
    <>
      <h2>{words.counts}</h2>
      {tables.map(({ title, first, rows }) => (
        <DataTable key={title} title={title} caption="seen" compact columns={[first, ...columns]} rows={rows} />
      ))}
    </>
  )
}

const longest = 140
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`)

/** Each criterion as both sides see it, by theme; in full where one theme is asked for. */
export const CriteriaByTheme = ({ reader, found, only }: SectionProps & { readonly only?: Theme }) => {
  const { product, criteria: labels } = reader.words
  const { evaluation: words } = product
  const { answers, evaluations } = found.view
  const said = only === undefined ? short : (text: string): string => text
  return (
    <>
      {criterionThemes
        .filter((theme) => only === undefined || theme === only)
        .map((theme) => (
          <section key={theme} aria-labelledby={`theme-${theme}`}>
            <h2 id={`theme-${theme}`}>{labels.themes[theme]}</h2>
            <ul class="trin-notes">
              {criteria
                .filter((one) => one.theme === theme)
                .map(({ id, level, recommendation }) => {
                  const answer = answers[id]
                  const evaluation = evaluations[id]
                  return (
                    <li key={id} class="trin-note">
                      <p>
                        <strong>{`${id} ${reader.labels.criteria[id]}`}</strong>{' '}
                        <span class="trin-soft">
                          {labels.from(labels.levels[level])}
                          {recommendation && `, ${labels.recommendation}`}
                        </span>
                      </p>
                      <p class="trin-text">
                        {words.own}: {answer === undefined ? labels.noAnswer : labels.answers[answer.answer]}
                        {answer?.text !== undefined && ` – ${said(answer.text)}`}
                      </p>
                      <p class="trin-text">
                        {words.secretariat}: <Colour reader={reader} colour={evaluation?.colour ?? 'grey'} />
                        {evaluation?.text !== undefined && ` ${said(evaluation.text)}`}
                      </p>
                    </li>
                  )
                })}
            </ul>
            {only === undefined && (
              <p>
                <a href={addressOf(found, `evaluation?theme=${theme}`)}>
                  {words.wholeTheme(labels.themes[theme].toLowerCase())}
                </a>
              </p>
            )}
          </section>
        ))}
    </>
  )
}
