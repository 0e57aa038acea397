import { dateOf } from '../../../shared/domain/calendar/days.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { Report } from '../../../shared/domain/economy/report.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'
import { diamond, heightIn, lineThrough, TimeAxis, ValueAxis } from './chart-axes.tsx'
import { DataTable } from './data-table.tsx'
import { timeScale } from './time-scale.ts'

/** The budget of the frame from a day on. */
export interface FrameFrom {
  readonly on: CalendarDate
  /** In øre. */
  readonly amount: number
}

/** The frames a project has had, each from the day on which it was set: by the approval or at the start, and by every re-scoping. */
export const framesOf = (commits: readonly Commit<ProjectEvent>[]): readonly FrameFrom[] =>
  commits
    .flatMap(({ at, events }) =>
      events.flatMap((event) =>
        event.type === 'approved' || event.type === 'started' || event.type === 'rescoped'
          ? [{ on: dateOf(at), amount: event.baseline.budget.amount }]
          : [],
      ),
    )
    .filter(({ amount }, place, all) => amount !== all[place - 1]?.amount)

type Told = Pick<Report, 'period' | 'spent' | 'forecast'>

export interface EconomyChartProps {
  readonly reader: Reader
  readonly frames: readonly FrameFrom[]
  /** In the order in which they came. */
  readonly reports: readonly Told[]
  /** Of the drawing's parts, where a page has more than one. @default 'economy' */
  readonly id?: string
}

const box = { left: 58, right: 392, top: 14, bottom: 196 } as const

/** Frame, spent and forecast over time, as a drawing and as a table. */
export const EconomyChart = ({ reader, frames, reports, id = 'economy' }: EconomyChartProps) => {
  const last = reports.at(-1)
  const frame = frames.at(-1)
  if (last === undefined || frame === undefined) return null
  const { report: words } = reader.words
  const { chart } = words
  const most = Math.max(
    ...frames.map(({ amount }) => amount),
    ...reports.flatMap((one) => [one.spent.amount, one.forecast.amount]),
  )
  const top = roundedUp(most)
  const y = heightIn(box, { low: 0, high: top })
  const scale = timeScale(
    [...frames.map(({ on }) => on), ...reports.map(({ period }) => period.to)],
    box.left,
    box.right - 10,
  )
  const spent = reports.map(({ period, spent }) => [scale.x(period.to), y(spent.amount)] as const)
  const forecast = reports.map(({ period, forecast }) => [scale.x(period.to), y(forecast.amount)] as const)
  const steps = frames
    .map(
      ({ on, amount }, place) =>
        `${place === 0 ? 'M' : 'H'}${scale.x(on)}${place === 0 ? ` ${y(amount)}` : `V${y(amount)}`}`,
    )
    .join('')
  return (
    <figure class="trin-figure">
      <svg class="trin-chart" viewBox="0 0 400 250" role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{chart.title}</title>
        <desc id={`${id}-text`}>
          {chart.text(
            reader.kroner(frame.amount),
            reader.kroner(last.spent.amount),
            reader.kroner(last.forecast.amount),
          )}
        </desc>
        <ValueAxis
          box={box}
          y={y}
          values={[0, top / 2, top]}
          said={(amount) => chart.millions(inMillions(amount, reader))}
        />
        <path class="trin-frame" d={`${steps}H${box.right}`} />
        <path class="trin-forecast" d={lineThrough(forecast)} />
        <path class="trin-spent" d={lineThrough(spent)} />
        {forecast.map(([cx, cy]) => (
          <path key={`f${cx}`} class="trin-forecast-point" d={diamond(cx, cy, 5)} />
        ))}
        {spent.map(([cx, cy]) => (
          <circle key={`s${cx}`} class="trin-spent-point" cx={cx} cy={cy} r="4" />
        ))}
        <TimeAxis reader={reader} scale={scale} left={box.left} right={box.right} y={box.bottom + 18} />
        <g transform="translate(58 236)">
          <path class="trin-frame" d="M0 -4H20" />
          <text x="25">{words.frame}</text>
          <path class="trin-spent" d="M90 -4H110" />
          <circle class="trin-spent-point" cx="100" cy="-4" r="4" />
          <text x="115">{words.spent}</text>
          <path class="trin-forecast" d="M228 -4H248" />
          <path class="trin-forecast-point" d={diamond(238, -4, 5)} />
          <text x="253">{reader.words.report.plan.forecast}</text>
        </g>
      </svg>
      <details class="trin-fold">
        <summary>{chart.table}</summary>
        <DataTable
          title={chart.title}
          columns={[chart.day, words.frame, words.spent, words.forecast]}
          rows={reports.map(({ period, spent, forecast }, place) => ({
            key: `${place}-${period.to}`,
            head: reader.day(period.to),
            cells: [
              reader.kroner((frames.findLast(({ on }) => on <= period.to) ?? frame).amount),
              reader.kroner(spent.amount),
              reader.kroner(forecast.amount),
            ],
          }))}
        />
      </details>
    </figure>
  )
}

/** The next amount whose half is easy to read: one, two, four, six or ten of a power of ten. */
const roundedUp = (amount: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(amount, 100)))
  const step = [1, 2, 4, 6, 10].find((one) => one * power >= amount) ?? 10
  return step * power
}

/** @param amount in øre */
const inMillions = (amount: number, { language }: Reader): string =>
  String(Math.round(amount / 1_000_000) / 100).replace('.', language === 'da' ? ',' : '.')
