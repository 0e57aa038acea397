import type { Report } from '../../../shared/domain/economy/report.ts'
import { type ReportChange, reportChanges } from '../../../shared/domain/economy/report-changes.ts'
import type { Reader } from '../reader.ts'

/** What is new in a report since the one before, in words. */
export const ReportChanges = ({
  reader,
  before,
  after,
}: {
  readonly reader: Reader
  readonly before: Report | undefined
  readonly after: Report
}) => {
  const { changes: words } = reader.words.report
  if (before === undefined) return <p>{words.first}</p>
  const changes = reportChanges(before, after)
  if (changes.length === 0) return <p>{words.none}</p>
  return (
    <ul>
      {changes.map((change, place) => (
        <li key={`${place}-${change.what}`}>{changeSaid(change, reader)}</li>
      ))}
    </ul>
  )
}

const changeSaid = (change: ReportChange, reader: Reader): string => {
  const { report } = reader.words
  const { changes: words } = report
  switch (change.what) {
    case 'spent':
      return (change.by > 0 ? words.spent : words.spentLess)(reader.kroner(Math.abs(change.by)))
    case 'forecast':
      return (change.by > 0 ? words.forecastUp : words.forecastDown)(reader.kroner(Math.abs(change.by)))
    case 'end':
      return (change.by > 0 ? words.later : words.earlier)(change.by)
    case 'colour':
      return words.colour(report.parts[change.part], report.colours[change.from], report.colours[change.to])
    case 'milestone':
      return change.how === 'moved'
        ? (change.by > 0 ? words.milestone.later : words.milestone.earlier)(change.title, change.by)
        : words.milestone[change.how](change.title)
    case 'risk':
      return words.risk[change.how](change.text)
    case 'live':
      return words.live(change.authority)
  }
}
