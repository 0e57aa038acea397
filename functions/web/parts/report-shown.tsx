import type { Baseline, Report, Status } from '../../../shared/domain/economy/report.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'
import { Milestones } from './milestones.tsx'
import { RiskMatrix } from './risk-matrix.tsx'

export const statusParts = ['overall', 'schedule', 'economy', 'scope', 'risk'] as const

const marks = { green: 'success', yellow: 'warning', red: 'error' } as const

/** The colours of a report, each with its word and its reason. */
export const Statuses = ({ reader, status }: { readonly reader: Reader; readonly status: Report['status'] }) => {
  const { report: words } = reader.words
  return (
    <dl class="trin-statuses">
      {statusParts.map((part) => (
        <div key={part}>
          <dt>{words.parts[part]}</dt>
          <dd>
            <Light reader={reader} status={status[part]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Light = ({ reader, status: { colour, reason } }: { readonly reader: Reader; readonly status: Status }) => (
  <>
    <span class={`badge badge-${marks[colour]}`}>{reader.words.report.colours[colour]}</span>
    {reason !== undefined && <span> {reason}</span>}
  </>
)

export interface ReportShownProps {
  readonly reader: Reader
  readonly report: Report
  readonly baseline?: Baseline
  readonly today: CalendarDate
}

/** All that a report says, to be read. */
export const ReportShown = ({ reader, report, baseline, today }: ReportShownProps) => {
  const { report: words } = reader.words
  return (
    <>
      <p>{words.period(reader.day(report.period.from), reader.day(report.period.to))}</p>
      <Statuses reader={reader} status={report.status} />
      <h3>{words.economy}</h3>
      <dl class="trin-said">
        <Fact label={words.spent} text={reader.kroner(report.spent.amount)} />
        <Fact label={words.forecast} text={reader.kroner(report.forecast.amount)} />
        <Fact label={words.endsOn} text={reader.day(report.endsOn)} />
        {baseline !== undefined && (
          <Fact
            label={words.frame}
            text={words.frameIs(reader.kroner(baseline.budget.amount), reader.day(baseline.endsOn))}
          />
        )}
      </dl>
      <h3>{words.milestones}</h3>
      <Milestones reader={reader} milestones={report.milestones} today={today} />
      <h3>{words.risks}</h3>
      <RiskMatrix reader={reader} risks={report.risks} />
      <dl class="trin-said">
        {report.authoritiesLive.length > 0 && (
          <Fact label={words.authoritiesLive} text={report.authoritiesLive.join(', ')} />
        )}
        <Fact label={words.nextPeriod} text={report.nextPeriod} />
        {report.helpWanted !== undefined && <Fact label={words.helpWanted} text={report.helpWanted} />}
      </dl>
    </>
  )
}

const Fact = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
)
