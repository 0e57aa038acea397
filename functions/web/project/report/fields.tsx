import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { typedIn } from '../../../../shared/http/sent-form.ts'
import { Checkboxes, KronerField, Radios, Select, TextArea, TextField } from '../../form/fields.tsx'
import type { FormState } from '../../form/state.ts'
import { statusParts } from '../../parts/report-shown.tsx'
import type { Visit } from '../place.ts'

interface FieldsProps {
  readonly visit: Visit
  readonly form: FormState
}

const emptyRows = 3
const mostRows = 100
const scores = [1, 2, 3, 4, 5] as const

/** Rows that are filled in, and some more. */
const rowsIn = (typed: FormObject | undefined, name: string): number => {
  const rows = typedIn(typed, name)
  return Math.min(mostRows, (typeof rows === 'object' ? Object.keys(rows).length : 0) + emptyRows)
}

const rowNames = (name: string, fields: readonly string[]): readonly string[] =>
  Array.from({ length: mostRows }, (_, place) => fields.map((field) => `${name}[${place}].${field}`)).flat()

const milestoneFields = ['title', 'plannedOn', 'forecastOn', 'doneOn'] as const
const riskFields = ['text', 'likelihood:int', 'impact:int', 'response'] as const

/** Names of the form's fields in their order. */
export const reportNames: readonly string[] = [
  'period.from',
  'period.to',
  ...statusParts.flatMap((part) => [`status.${part}.colour`, `status.${part}.reason`]),
  'spent:kr',
  'forecast:kr',
  'endsOn',
  ...rowNames('milestones:rows', milestoneFields),
  ...rowNames('risks:rows', riskFields),
  'authoritiesLive',
  'nextPeriod',
  'helpWanted',
]

/** A whole report, to be written. */
export const ReportFields = ({ visit, form }: FieldsProps) => {
  const { reader, found } = visit
  const { report: words } = reader.words
  const { baseline } = found.project
  const named = { reader, form }
  const authorities = [
    ...new Set([...found.view.authorities, ...found.view.live.map(({ authority }) => authority), ...typedList(form)]),
  ]
  return (
    <>
      <fieldset class="trin-row">
        <legend>{words.periodLegend}</legend>
        <div class="trin-inline">
          <TextField {...named} name="period.from" label={words.from} type="date" required width="s" />
          <TextField {...named} name="period.to" label={words.to} type="date" required width="s" />
        </div>
      </fieldset>
      <h2>{words.statusLegend}</h2>
      {statusParts.map((part) => (
        <div key={part} class="trin-row">
          <Radios
            {...named}
            name={`status.${part}.colour`}
            label={words.parts[part]}
            required
            inline
            choices={(['green', 'yellow', 'red'] as const).map((value) => ({
              value,
              label: `${words.colours[value]}: ${words.colourHints[value]}`,
            }))}
          />
          <TextArea
            {...named}
            name={`status.${part}.reason`}
            label={words.reason(words.parts[part])}
            needed={words.reasonNeeded}
            rows={2}
            maxLength={4_000}
            counted={false}
          />
        </div>
      ))}
      <h2>{words.economy}</h2>
      {baseline !== undefined && (
        <p>{words.frameIs(reader.kroner(baseline.budget.amount), reader.day(baseline.endsOn))}</p>
      )}
      <KronerField {...named} name="spent:kr" label={words.spent} required />
      <KronerField {...named} name="forecast:kr" label={words.forecast} hint={words.forecastHint} required />
      <TextField {...named} name="endsOn" label={words.endsOn} type="date" required width="s" />
      <MilestoneRows visit={visit} form={form} />
      <RiskRows visit={visit} form={form} />
      <h2>{words.nextPeriod}</h2>
      {authorities.length > 0 && (
        <Checkboxes
          {...named}
          name="authoritiesLive"
          label={words.authoritiesLive}
          choices={authorities.map((value) => ({ value, label: value }))}
        />
      )}
      <TextArea {...named} name="nextPeriod" label={words.nextPeriod} required maxLength={10_000} />
      <TextArea {...named} name="helpWanted" label={words.helpWanted} rows={3} maxLength={10_000} />
    </>
  )
}

const typedList = ({ typed }: FormState): readonly string[] => {
  const list = typedIn(typed, 'authoritiesLive')
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
}

const MoreRows = ({ visit: { reader } }: Pick<FieldsProps, 'visit'>) => (
  <p>
    <button type="submit" name="_do" value="rows" class="button button-secondary">
      {reader.words.report.moreRows}
    </button>
  </p>
)

const MilestoneRows = ({ visit, form }: FieldsProps) => {
  const { reader } = visit
  const { report: words } = reader.words
  return (
    <>
      <h2>{words.milestones}</h2>
      <p class="trin-soft">{words.rows}</p>
      {Array.from({ length: rowsIn(form.typed, 'milestones:rows') }, (_, place) => {
        const named = { reader, form, required: true }
        const at = `milestones:rows[${place}]`
        return (
          <fieldset key={at} class="trin-row">
            <legend>{words.milestone(place + 1)}</legend>
            <TextField {...named} name={`${at}.title`} label={words.milestoneTitle} maxLength={200} width="xl" />
            <div class="trin-inline">
              <TextField {...named} name={`${at}.plannedOn`} label={words.plannedOn} type="date" width="s" />
              <TextField {...named} name={`${at}.forecastOn`} label={words.forecastOn} type="date" width="s" />
              <TextField {...named} required={false} name={`${at}.doneOn`} label={words.doneOn} type="date" width="s" />
            </div>
          </fieldset>
        )
      })}
      <MoreRows visit={visit} />
    </>
  )
}

const RiskRows = ({ visit, form }: FieldsProps) => {
  const { reader } = visit
  const { report: words } = reader.words
  const scored = (said: readonly string[]) =>
    scores.map((score) => ({ value: String(score), label: words.scored(score, said[score - 1] ?? '') }))
  return (
    <>
      <h2>{words.risks}</h2>
      <p class="trin-soft">{words.rows}</p>
      {Array.from({ length: rowsIn(form.typed, 'risks:rows') }, (_, place) => {
        const named = { reader, form, required: true }
        const at = `risks:rows[${place}]`
        return (
          <fieldset key={at} class="trin-row">
            <legend>{words.risk(place + 1)}</legend>
            <TextArea
              {...named}
              name={`${at}.text`}
              label={words.riskText}
              rows={2}
              maxLength={2_000}
              counted={false}
            />
            <div class="trin-inline">
              <Select
                {...named}
                name={`${at}.likelihood:int`}
                label={words.likelihood}
                choices={scored(words.likelihoods)}
              />
              <Select {...named} name={`${at}.impact:int`} label={words.impact} choices={scored(words.impacts)} />
            </div>
            <TextArea
              {...named}
              name={`${at}.response`}
              label={words.response}
              rows={2}
              maxLength={2_000}
              counted={false}
            />
          </fieldset>
        )
      })}
      <MoreRows visit={visit} />
    </>
  )
}
