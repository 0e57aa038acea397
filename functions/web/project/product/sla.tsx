import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { addDays, dateOf } from '../../../../shared/domain/calendar/days.ts'
import { type SlaMeasure, type SlaResult, slaMeasures } from '../../../../shared/domain/stewardship/sla.ts'
import type { CalendarDate } from '../../../../shared/domain/time.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { TextArea, TextField } from '../../form/fields.tsx'
import type { FormState } from '../../form/state.ts'
import { page } from '../../layout.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { measureSaid, SlaChart } from '../../parts/sla-chart.tsx'
import type { Reader } from '../../reader.ts'
import { Done } from '../done.tsx'
import { aboveOf, formPlace } from '../form-place.tsx'
import { addressOf, type Places, type Visit } from '../place.ts'
import { may } from '../sections.tsx'

const drawn = 12
const shown = 60

/** How well the product runs: the targets in force, and what the periods came to. */
const sla = (visit: Visit) => {
  const { reader, request, found } = visit
  const { product, project } = reader.words
  const { sla: words } = product
  const { targets, results = [], resultDueAt } = found.view.sla ?? {}
  const mayTell = may(found, 'record-sla-result') && targets !== undefined
  const told = toldUntil(visit)
  const measures = slaMeasures.filter((measure) => results.some((one) => one.results[measure] !== undefined))
  return page({
    reader,
    title: product.pages.sla,
    above: aboveOf(visit),
    children: (
      <>
        <Done reader={reader} request={request} />
        <h2>{words.targets}</h2>
        {targets === undefined ? (
          <p>{words.noTargets}</p>
        ) : (
          <dl class="trin-said">
            {slaMeasures.map((measure) => {
              const target = targets[measure]
              return target === undefined ? null : (
                <div key={measure}>
                  <dt>{words.measures[measure]}</dt>
                  <dd>{words.limits[measure](measureSaid(reader, measure, target))}</dd>
                </div>
              )
            })}
          </dl>
        )}
        {resultDueAt !== undefined && <p>{words.due(reader.dayOf(resultDueAt))}</p>}
        {mayTell && told !== undefined && <p>{words.allTold(reader.day(told))}</p>}
        <p class="trin-actions">
          {mayTell && told === undefined && (
            <a class="button button-primary" href={addressOf(found, 'result')}>
              {reader.words.projectActs.acts.result.title}
            </a>
          )}{' '}
          {may(found, 'set-sla') && (
            <a href={addressOf(found, 'targets')}>{reader.words.projectActs.acts.targets.title}</a>
          )}
        </p>
        <h2>{words.results}</h2>
        {results.length === 0 ? (
          <p>{words.noResults}</p>
        ) : (
          <>
            {measures.map((measure) => (
              <figure key={measure} class="trin-figure">
                <figcaption>
                  <strong>{words.measures[measure]}</strong>
                </figcaption>
                <SlaChart
                  reader={reader}
                  measure={measure}
                  results={results.filter((one) => one.results[measure] !== undefined).slice(-drawn)}
                />
              </figure>
            ))}
            <Results reader={reader} results={results.toReversed().slice(0, shown)} measures={measures} />
          </>
        )}
        <p>
          <a href={addressOf(found)}>{project.back}</a>
        </p>
      </>
    ),
  })
}

interface ResultsProps {
  readonly reader: Reader
  readonly results: readonly SlaResult[]
  readonly measures: readonly SlaMeasure[]
}

/** The same in numbers, the newest first: each with its target, and whether it was met. */
const Results = ({ reader, results, measures }: ResultsProps) => {
  const { sla: words } = reader.words.product
  return (
    <DataTable
      title={words.table}
      caption="heard"
      columns={[words.period, ...measures.map((measure) => words.measures[measure]), words.note]}
      rows={results.map((one) => ({
        key: one.number,
        head: words.days(reader.day(one.period.from), reader.day(one.period.to)),
        cells: [
          ...measures.map((measure) => <Result key={measure} reader={reader} measure={measure} of={one} />),
          one.note,
        ],
      }))}
    />
  )
}

const Result = ({ reader, measure, of }: { reader: Reader; measure: SlaMeasure; of: SlaResult }) => {
  const { sla: words } = reader.words.product
  const value = of.results[measure]
  const target = of.targets[measure]
  if (value === undefined) return <>–</>
  return (
    <>
      {measureSaid(reader, measure, value)}
      {target !== undefined && (
        <>
          {' '}
          <span class="trin-soft">{words.against(measureSaid(reader, measure, target))}</span>{' '}
          <span class={`badge ${of.breaches.includes(measure) ? 'badge-error' : 'badge-success'}`}>
            {of.breaches.includes(measure) ? words.missed : words.met}
          </span>
        </>
      )}
    </>
  )
}

const kindOf: Readonly<Record<SlaMeasure, 'percent' | 'time'>> = {
  availability: 'percent',
  response: 'time',
  resolution: 'time',
}
const nameOf = (group: 'targets' | 'results', measure: SlaMeasure): string => `${group}.${measure}:${kindOf[measure]}`

interface ValuesProps {
  readonly reader: Reader
  readonly form: FormState
  readonly group: 'targets' | 'results'
  readonly measures: readonly SlaMeasure[]
  readonly required?: boolean
  /** What is aimed at, told beside what was achieved. */
  readonly targets?: Partial<Readonly<Record<SlaMeasure, number>>>
}

const ValueFields = ({ reader, form, group, measures, required = false, targets = {} }: ValuesProps) => {
  const { sla: words } = reader.words.product
  return (
    <>
      {measures.map((measure) => (
        <TextField
          key={measure}
          reader={reader}
          form={form}
          name={nameOf(group, measure)}
          label={words.measures[measure]}
          hint={[...aimOf(reader, measure, targets[measure]), words.hints[kindOf[measure]]].join(' ')}
          required={required}
          width="s"
          {...(measure === 'availability' ? { suffix: '%', inputmode: 'decimal' as const } : {})}
        />
      ))}
    </>
  )
}

const aimOf = (reader: Reader, measure: SlaMeasure, target: number | undefined): readonly string[] => {
  const { sla: words } = reader.words.product
  return target === undefined ? [] : [words.aim(words.limits[measure](measureSaid(reader, measure, target)))]
}

/** The targets as their form has them. */
const targetsTyped = ({ reader, found }: Visit): FormObject =>
  Object.fromEntries(
    slaMeasures.flatMap((measure) => {
      const value = found.view.sla?.targets?.[measure]
      if (value === undefined) return []
      const said = measureSaid(reader, measure, value)
      return [[`${measure}:${kindOf[measure]}`, measure === 'availability' ? said.replace(/\s*%$/, '') : said]]
    }),
  )

/** Measures that have a target: those a result has to speak of. */
const measured = ({ found }: Visit): readonly SlaMeasure[] =>
  slaMeasures.filter((measure) => found.view.sla?.targets?.[measure] !== undefined)

/** The day up to which results are told, where nothing has been since; undefined where there is something to tell. */
const toldUntil = ({ found: { project }, ports }: Visit): CalendarDate | undefined => {
  const until = project.slaResults.at(-1)?.period.to
  return until === undefined || until < dateOf(ports.clock()) ? undefined : until
}

/** The next period: from the day after the last one, at first from the day of the targets, to the day of the schedule or today. */
const nextPeriod = ({ found: { project, commits }, ports }: Visit): FormObject => {
  const today = dateOf(ports.clock())
  const last = project.slaResults.at(-1)
  const begun = commits.find(({ events }) => events.some(({ type }) => type === 'sla-set'))
  const from = last === undefined ? dateOf(begun?.at ?? ports.clock()) : addDays(last.period.to, 1)
  const scheduled = project.slaResultOn ?? today
  const to = scheduled < today ? scheduled : today
  return { from, to: to < from ? from : to }
}

/** How well a product runs, and the forms that say what is aimed at and what was achieved. */
export const slaPlaces: Places = {
  sla: { show: sla },
  targets: formPlace({
    name: 'targets',
    may: 'set-sla',
    act: stewardshipActs['POST /api/projects/{id}/sla'],
    after: 'sla',
    fields: () => slaMeasures.map((measure) => nameOf('targets', measure)),
    begin: (visit) => ({ targets: targetsTyped(visit) }),
    // No target at all ends the agreement.
    body: (sent) => ({ targets: {}, ...(sent as object) }),
    Fields: ({ visit: { reader }, form }) => (
      <ValueFields reader={reader} form={form} group="targets" measures={slaMeasures} />
    ),
  }),
  result: formPlace({
    name: 'result',
    may: 'record-sla-result',
    act: stewardshipActs['POST /api/projects/{id}/sla/results'],
    after: 'sla',
    fields: (visit) => [
      'period.from',
      'period.to',
      ...measured(visit).map((measure) => nameOf('results', measure)),
      'note',
    ],
    begin: (visit) => ({ period: nextPeriod(visit) }),
    body: (sent) => ({ period: {}, results: {}, ...(sent as object) }),
    Fields: ({ visit, form }) => {
      const { reader } = visit
      const { sla: words } = reader.words.product
      const day = { reader, form, type: 'date', required: true, width: 's' } as const
      return (
        <>
          <TextField {...day} name="period.from" label={words.from} />
          <TextField {...day} name="period.to" label={words.to} />
          <ValueFields
            reader={reader}
            form={form}
            group="results"
            measures={measured(visit)}
            required
            targets={visit.found.view.sla?.targets ?? {}}
          />
          <TextArea
            reader={reader}
            form={form}
            name="note"
            label={words.note}
            hint={words.noteHint}
            maxLength={10_000}
          />
        </>
      )
    },
  }),
}
