import { holders, type Spread, steps } from '../../../shared/domain/statistics/step-times.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { type MeasuredSteps, measureSteps } from '../../../shared/use-cases/measure-steps.ts'
import { page } from '../layout.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { PortfolioPorts } from './ports.ts'

/** Milliseconds that a measurement is shown again: it reads every public log, and changes by the day. */
const keptMillis = 600_000

/** `GET /portfolio/times`: how long projects take from step to step, and who had them meanwhile. */
export const timesPage = (ports: Pick<PortfolioPorts, 'projections' | 'log'>): PageAct => {
  let kept: { readonly at: number; readonly measured: Promise<MeasuredSteps> } | undefined
  const measuredNow = (): Promise<MeasuredSteps> => {
    if (kept === undefined || Date.now() - kept.at > keptMillis) {
      const measured = measureSteps(ports)
      kept = { at: Date.now(), measured }
      measured.catch(() => {
        kept = undefined
      })
    }
    return kept.measured
  }
  return async (request) => {
    const reader = readerOf(request)
    const { portfolio: words } = reader.words
    const measured = await measuredNow()
    const rows = steps.flatMap((step) => row(words.times.steps[step], measured.steps[step]))
    const held = holders.flatMap((holder) => row(words.times.held[holder], measured.held[holder]))
    return page({
      reader,
      title: words.times.title,
      at: 'portfolio',
      above: [{ label: words.title, href: '/portfolio' }],
      children:
        rows.length === 0 ? (
          <p>{words.times.none}</p>
        ) : (
          <>
            <p class="font-lead">{words.times.lead}</p>
            <Spreads reader={reader} title={words.times.title} rows={rows} id="steps" />
            {held.length > 0 && (
              <>
                <h2>{words.times.heldTitle}</h2>
                <Spreads reader={reader} title={words.times.heldTitle} rows={held} id="held" />
              </>
            )}
          </>
        ),
    })
  }
}

interface Row {
  readonly label: string
  readonly spread: Spread
}
const row = (label: string, spread: Spread | undefined): readonly Row[] =>
  spread === undefined ? [] : [{ label, spread }]

/** Heights are in pixels and lengths in parts of the width, so that text is as large on a phone as on a wall. */
const rowHeight = 56
/** In percent of the width, on either side: the outermost dot is seen whole. */
const margin = 2

/** Medians and quartiles as boxes on one scale of days; the table beneath says the same in numbers. */
const Spreads = ({
  reader,
  title,
  rows,
  id,
}: {
  readonly reader: Reader
  readonly title: string
  readonly rows: readonly Row[]
  readonly id: string
}) => {
  const { times: words } = reader.words.portfolio
  const most = Math.max(1, ...rows.map(({ spread }) => spread.most))
  const part = (days: number): number => (days / most) * (100 - 2 * margin)
  const x = (days: number): string => `${margin + part(days)}%`
  return (
    <>
      <svg class="trin-bars" width="100%" height={rows.length * rowHeight} role="img" aria-labelledby={`${id}-text`}>
        <title id={`${id}-text`}>
          {rows.map(({ label, spread }) => `${label}: ${Math.round(spread.median)} ${words.days}`).join(', ')}
        </title>
        {rows.map(({ label, spread }, index) => {
          const y = index * rowHeight
          const median = x(spread.median)
          return (
            <g key={label}>
              <text class="trin-chart-text" x="0" y={y + 18}>
                {label}
              </text>
              <line class="trin-axis" x1={x(0)} y1={y + 38} x2={x(most)} y2={y + 38} />
              <rect
                class="trin-box"
                x={x(spread.lower)}
                y={y + 28}
                width={`${Math.max(0.5, part(spread.upper - spread.lower))}%`}
                height="20"
                rx="2"
              />
              <line class="trin-median" x1={median} y1={y + 25} x2={median} y2={y + 51} />
              <circle class="trin-dot" cx={x(spread.most)} cy={y + 38} r="4" />
            </g>
          )
        })}
      </svg>
      <DataTable
        title={title}
        id={`${id}-table`}
        columns={[words.step, words.median, words.half, words.most, words.count]}
        rows={rows.map(({ label, spread }) => ({
          key: label,
          head: label,
          cells: [
            Math.round(spread.median),
            `${Math.round(spread.lower)}–${Math.round(spread.upper)}`,
            Math.round(spread.most),
            spread.count,
          ],
        }))}
      />
    </>
  )
}
