import type { NamedView } from '../../../../shared/api/project-view.ts'
import type { Report } from '../../../../shared/domain/economy/report.ts'
import { Radios, TextArea } from '../../form/fields.tsx'
import type { Reader } from '../../reader.ts'
import type { FieldsProps } from '../act/desk-act.ts'

/** Reports that wait for their review. */
export const waitingReports = ({ reports, due }: NamedView): readonly number[] =>
  due.some(({ kind }) => kind === 'review')
    ? reports.filter(({ review }) => review === 'pending').map(({ number }) => number)
    : []

const parts = ['overall', 'schedule', 'economy', 'scope', 'risk'] as const

interface Line {
  readonly label: string
  readonly before: string
  readonly now: string
  readonly frame: string
}

const linesOf = (reader: Reader, report: Report, last: Report | undefined, view: NamedView): readonly Line[] => {
  const { report: words } = reader.words
  const status = parts.map((part) => {
    const say = (one: Report | undefined) => (one === undefined ? '' : words.colours[one.status[part].colour])
    const reason = report.status[part].reason
    return {
      label: words.parts[part],
      before: say(last),
      now: reason === undefined ? say(report) : `${say(report)}: ${reason}`,
      frame: '',
    }
  })
  const kroner = (amount: number | undefined) => (amount === undefined ? '' : reader.kroner(amount))
  const day = (date: string | undefined) => (date === undefined ? '' : reader.day(date))
  return [
    ...status,
    { label: words.spent, before: kroner(last?.spent.amount), now: kroner(report.spent.amount), frame: '' },
    {
      label: words.forecast,
      before: kroner(last?.forecast.amount),
      now: kroner(report.forecast.amount),
      frame: kroner(view.baseline?.budget.amount),
    },
    { label: words.endsOn, before: day(last?.endsOn), now: day(report.endsOn), frame: day(view.baseline?.endsOn) },
  ]
}

/** The report beside the one before it and the frame, and what the secretariat says to it. */
export const Review = ({ reader, form, view, number }: FieldsProps) => {
  const { deskActs, report: words } = reader.words
  const { fields } = deskActs
  const record = view.reports.find((one) => one.number === number)
  if (record === undefined) return null
  const last = view.reports.findLast((one) => one.number < number)?.report
  const { report } = record
  const { dueAt } = view.due.find(({ kind }) => kind === 'review') ?? {}
  return (
    <>
      <p>
        {words.period(reader.day(report.period.from), reader.day(report.period.to))}.{' '}
        {dueAt !== undefined && fields.reviewBy(reader.dayOf(dueAt))}
      </p>
      <h2>{fields.sinceLast}</h2>
      {last === undefined && <p>{fields.firstReport}</p>}
      <section class="table--responsive-scroll" aria-label={fields.sinceLast} tabindex={0}>
        <table class="table table--compact">
          <thead>
            <tr>
              <td />
              {[...(last === undefined ? [] : [fields.before]), fields.now, fields.frame].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(reader, report, last, view).map(({ label, before, now, frame }) => (
              <tr key={label} class={last !== undefined && !now.startsWith(before) ? 'trin-changed' : undefined}>
                <th scope="row">{label}</th>
                {last !== undefined && <td>{before}</td>}
                <td>{now}</td>
                <td>{frame}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Matter reader={reader} report={report} last={last} />
      {report.authoritiesLive.length > 0 && (
        <p>
          {words.authoritiesLive}: {report.authoritiesLive.join(', ')}
        </p>
      )}
      <h2>{words.nextPeriod}</h2>
      <p class="trin-text">{report.nextPeriod}</p>
      {report.helpWanted !== undefined && (
        <>
          <h2>{words.helpWanted}</h2>
          <p class="trin-text">{report.helpWanted}</p>
        </>
      )}
      <Radios
        reader={reader}
        form={form}
        name="outcome"
        label={fields.answer}
        choices={[
          { value: 'accept', label: fields.accept },
          { value: 'return', label: fields.sendBack },
        ]}
        required
      />
      <TextArea
        reader={reader}
        form={form}
        name="text"
        label={fields.answerText}
        needed={fields.answerNeeded}
        maxLength={10_000}
      />
    </>
  )
}

/** Milestones and risks; what was not in the report before is marked as new. */
const Matter = ({
  reader,
  report,
  last,
}: {
  readonly reader: Reader
  readonly report: Report
  readonly last: Report | undefined
}) => {
  const { report: words, criteria } = reader.words
  const isNew = (there: boolean) =>
    last !== undefined && !there ? <span class="badge badge-info">{criteria.changed}</span> : null
  const knows = (title: string, forecastOn: string, doneOn: string | undefined): boolean =>
    last?.milestones.some((one) => one.title === title && one.forecastOn === forecastOn && one.doneOn === doneOn) ??
    false
  return (
    <>
      <h2>{words.milestones}</h2>
      {report.milestones.length === 0 ? (
        <p>{words.noMilestones}</p>
      ) : (
        <ul>
          {report.milestones.map(({ title, plannedOn, forecastOn, doneOn }) => (
            <li key={title}>
              {title}: {words.plannedOn} {reader.day(plannedOn)},{' '}
              {doneOn === undefined
                ? `${words.forecastOn} ${reader.day(forecastOn)}`
                : `${words.doneOn} ${reader.day(doneOn)}`}{' '}
              {isNew(knows(title, forecastOn, doneOn))}
            </li>
          ))}
        </ul>
      )}
      <h2>{words.risks}</h2>
      {report.risks.length === 0 ? (
        <p>{words.noRisks}</p>
      ) : (
        <ul>
          {report.risks.map(({ text, likelihood, impact, response }) => (
            <li key={text}>
              {text} ({words.likelihood} {likelihood}, {words.impact} {impact}). {response}{' '}
              {isNew(
                last?.risks.some(
                  (one) => one.text === text && one.likelihood === likelihood && one.impact === impact,
                ) ?? false,
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
