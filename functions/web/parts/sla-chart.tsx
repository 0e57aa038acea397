import type { SlaMeasure, SlaResult } from '../../../shared/domain/stewardship/sla.ts'
import type { Reader } from '../reader.ts'
import { diamond, heightIn, lineThrough, TimeAxis, ValueAxis } from './chart-axes.tsx'
import { timeScale } from './time-scale.ts'

interface SlaChartProps {
  readonly reader: Reader
  readonly measure: SlaMeasure
  /** Those that have the measure, in the order in which they were recorded. */
  readonly results: readonly SlaResult[]
}

const box = { left: 92, right: 380, top: 26, bottom: 150 } as const

/** What a measure says, as people write it. */
export const measureSaid = ({ words }: Reader, measure: SlaMeasure, value: number): string =>
  measure === 'availability' ? words.product.sla.percent(value) : words.product.sla.time(value)

/** One measure, period by period, against the target of its time; what missed it says so. The table beside it has the numbers. */
export const SlaChart = ({ reader, measure, results }: SlaChartProps) => {
  const { sla: words } = reader.words.product
  const last = results.at(-1)
  if (last === undefined) return null
  const values = results.flatMap((one) => [one.results[measure] ?? [], one.targets[measure] ?? []].flat())
  const { low, high } = measure === 'availability' ? sharesOf(values) : { low: 0, high: Math.max(...values, 1) * 1.1 }
  const y = heightIn(box, { low, high })
  const scale = timeScale(
    results.flatMap(({ period }) => [period.from, period.to]),
    box.left,
    box.right - 20,
  )
  const points = results.flatMap((one) => {
    const value = one.results[measure]
    return value === undefined
      ? []
      : [{ number: one.number, x: scale.x(one.period.to), y: y(value), missed: one.breaches.includes(measure) }]
  })
  const targets = results.flatMap(({ period, targets }) => {
    const value = targets[measure]
    return value === undefined ? [] : [`M${scale.x(period.from)} ${y(value)}H${scale.x(period.to)}`]
  })
  const missed = points.filter((point) => point.missed).length
  return (
    <svg class="trin-chart" viewBox="0 0 400 210" role="img" aria-labelledby={`sla-${measure} sla-${measure}-text`}>
      <title id={`sla-${measure}`}>{words.measures[measure]}</title>
      <desc id={`sla-${measure}-text`}>{words.chartText(points.length, missed)}</desc>
      <ValueAxis
        box={box}
        y={y}
        values={[low, (low + high) / 2, high]}
        said={(value) => measureSaid(reader, measure, Math.round(value))}
      />
      <path class="trin-frame" d={targets.join('')} />
      <path class="trin-spent" d={lineThrough(points.map(({ x, y }) => [x, y]))} />
      {points.map(({ number, x, y, missed }) =>
        missed ? (
          <g key={number}>
            <path class="trin-forecast-point" d={diamond(x, y, 6)} />
            <text x={x} y={y - 10} text-anchor="middle">
              {words.missed}
            </text>
          </g>
        ) : (
          <circle key={number} class="trin-spent-point" cx={x} cy={y} r="4" />
        ),
      )}
      <TimeAxis reader={reader} scale={scale} left={box.left} right={box.right} y={box.bottom + 18} />
      <g transform="translate(92 198)">
        <path class="trin-frame" d="M0 -4H20" />
        <text x="26">{words.target}</text>
        <path class="trin-spent" d="M110 -4H130" />
        <circle class="trin-spent-point" cx="120" cy="-4" r="4" />
        <text x="136">{words.result}</text>
      </g>
    </svg>
  )
}

/** Shares near the whole differ little: drawn from somewhat below the lowest. */
const sharesOf = (values: readonly number[]): { readonly low: number; readonly high: number } => {
  const lowest = Math.min(...values, 9_990)
  return { low: Math.max(0, Math.floor(lowest - (10_000 - lowest) * 0.3)), high: 10_000 }
}
