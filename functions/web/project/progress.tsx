import { dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ReportRecord } from '../../../shared/domain/project/state.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { page } from '../layout.tsx'
import { EconomyChart, framesOf } from '../parts/economy-chart.tsx'
import { Milestones } from '../parts/milestones.tsx'
import { ReportChanges } from '../parts/report-changes.tsx'
import { ReportShown, Statuses } from '../parts/report-shown.tsx'
import { RiskMatrix } from '../parts/risk-matrix.tsx'
import type { Reader } from '../reader.ts'
import { aboveOf, numberIn } from './form-place.tsx'
import type { Found } from './found.ts'
import { addressOf, type Place, type Visit } from './place.ts'

interface ProgressProps {
  readonly reader: Reader
  readonly found: Found
  readonly now: Instant
}

/** Reports that a project's own page leads to; all of them stand in a list. */
const linked = 12
/** More than eight years of a project that reports each month. */
const mostListed = 100

/** How it goes, by the reports: the last one's colours, the economy over time, milestones and risks. Nothing before the start. */
export const Progress = ({ reader, found, now }: ProgressProps) => {
  const { project } = found
  const never = project.startedAt === undefined || (project.state === 'product' && project.reports.length === 0)
  if (never) return null
  const { report: words } = reader.words
  const last = project.reports.at(-1)
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{words.title}</h2>
      {last === undefined ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ReportLine reader={reader} record={last} />
          <Statuses reader={reader} status={last.report.status} />
          <div class="row">
            <div class="col-12 col-lg-6">
              <h3>{words.economy}</h3>
              <EconomyChart reader={reader} frames={framesOf(found.commits)} reports={inOrder(project.reports)} />
            </div>
            <div class="col-12 col-lg-6">
              <h3>{words.milestones}</h3>
              <Milestones reader={reader} milestones={last.report.milestones} today={dateOf(now)} />
            </div>
          </div>
          <h3>{words.risks}</h3>
          <RiskMatrix reader={reader} risks={last.report.risks} />
          <ul class="trin-links">
            {project.reports
              .toReversed()
              .slice(0, linked)
              .map(({ number }) => (
                <li key={number}>
                  <a href={addressOf(found, `reports?n=${number}`)}>{words.see(number)}</a>
                </li>
              ))}
            {project.reports.length > linked && (
              <li>
                <a href={addressOf(found, 'reports')}>{words.seeAll(project.reports.length)}</a>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  )
}

const inOrder = (records: readonly ReportRecord[]) =>
  records.toSorted((a, b) => a.number - b.number).map(({ report }) => report)

/** Which report it is, when it came, and what became of it. */
const ReportLine = ({
  reader,
  record: { number, receivedAt, late, review },
  href,
}: {
  readonly reader: Reader
  readonly record: ReportRecord
  /** Where it is read. */
  readonly href?: string
}) => {
  const { report: words } = reader.words
  return (
    <p>
      {href === undefined ? <strong>{words.number(number)}</strong> : <a href={href}>{words.number(number)}</a>}{' '}
      <span
        class={`badge${review === 'returned' ? ' badge-warning' : review === 'pending' ? ' badge-info' : ' badge-success'}`}
      >
        {words.reviews[review]}
      </span>{' '}
      <span class="trin-soft">
        {words.received(reader.dayOf(receivedAt))}
        {late && `, ${words.late}`}
      </span>
    </p>
  )
}

/** `/p/{id}/reports`: all reports, the newest first; `?n=` one of them, with what was new in it. */
export const reportsPlace: Place = {
  show: (visit) => {
    if (visit.request.query.n === undefined) return list(visit)
    const { reader, found, ports } = visit
    const { report: words } = reader.words
    const { reports, baseline } = found.project
    const record = reports.find(({ number }) => number === numberIn(visit))
    if (record === undefined) throw new InTrouble({ kind: 'not-found' })
    const before = reports.findLast(({ number }) => number < record.number)
    return page({
      reader,
      title: words.number(record.number),
      above: aboveOf(visit),
      children: (
        <>
          <ReportLine reader={reader} record={record} />
          <h2>{words.check.since}</h2>
          <ReportChanges reader={reader} before={before?.report} after={record.report} />
          <h2>{words.number(record.number)}</h2>
          <ReportShown
            reader={reader}
            report={record.report}
            today={dateOf(ports.clock())}
            {...(baseline === undefined ? {} : { baseline })}
          />
        </>
      ),
    })
  },
}

const list = (visit: Visit): EdgeAnswer => {
  const { reader, found } = visit
  const { report: words } = reader.words
  const records = found.project.reports.toReversed().slice(0, mostListed)
  return page({
    reader,
    title: words.all,
    above: aboveOf(visit),
    children:
      records.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="trin-notes">
          {records.map((record) => (
            <li key={record.number} class="trin-note">
              <ReportLine reader={reader} record={record} href={addressOf(found, `reports?n=${record.number}`)} />
              <p>{words.period(reader.day(record.report.period.from), reader.day(record.report.period.to))}</p>
            </li>
          ))}
        </ul>
      ),
  })
}
