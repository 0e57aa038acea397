import type { Reader } from '../reader.ts'
import type { TimeScale } from './time-scale.ts'

/** Where the values are drawn, in units of the drawing. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How high a value stands in the box, whose bottom is `low` and whose top is `high`. */
export const heightIn =
  ({ top, bottom }: Box, { low, high }: { readonly low: number; readonly high: number }) =>
  (value: number): number =>
    Math.round((bottom - ((bottom - top) * (value - low)) / (high - low)) * 10) / 10

/** Through all points, from the first to the last. */
export const lineThrough = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** A diamond round a point. @param half its width and height, halved */
export const diamond = (x: number, y: number, half: number): string =>
  `M${x} ${y - half}l${half} ${half} -${half} ${half} -${half} -${half}z`

/** Lines across at some values, each with what it says. */
export const ValueAxis = ({
  box: { left, right },
  y,
  values,
  said,
}: {
  readonly box: Box
  readonly y: (value: number) => number
  readonly values: readonly number[]
  readonly said: (value: number) => string
}) => (
  <>
    {values.map((value) => (
      <g key={value}>
        <path class="trin-grid" d={`M${left} ${y(value)}H${right}`} />
        <text x={left - 6} y={y(value) + 4} text-anchor="end">
          {said(value)}
        </text>
      </g>
    ))}
  </>
)

/** The first and the last day of a drawing, beneath it. */
export const TimeAxis = ({
  reader,
  scale,
  left,
  right,
  y,
}: {
  readonly reader: Reader
  readonly scale: TimeScale
  readonly left: number
  readonly right: number
  readonly y: number
}) => (
  <>
    <text x={left} y={y}>
      {reader.day(scale.from)}
    </text>
    <text x={right} y={y} text-anchor="end">
      {reader.day(scale.to)}
    </text>
  </>
)
