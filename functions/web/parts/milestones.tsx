import type { Milestone } from '../../../shared/domain/economy/report.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'
import { timeScale } from './time-scale.ts'

export interface MilestonesProps {
  readonly reader: Reader
  readonly milestones: readonly Milestone[]
  readonly today: CalendarDate
  /** @default 'milestones' */
  readonly id?: string
}

const row = 38
const [left, right] = [10, 390]
/** What is drawn: with more of them the table says the rest. */
const mostDrawn = 20

/** Milestones over time: planned, expected, reached; as a drawing and as a table. */
export const Milestones = ({ reader, milestones, today, id = 'milestones' }: MilestonesProps) => {
  const { report: words } = reader.words
  const { plan } = words
  if (milestones.length === 0) return <p>{words.noMilestones}</p>
  const drawn = milestones.toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1)).slice(0, mostDrawn)
  const then = ({ forecastOn, doneOn }: Milestone): CalendarDate => doneOn ?? forecastOn
  const scale = timeScale([today, ...drawn.flatMap((one) => [one.plannedOn, then(one)])], left + 8, right - 8)
  const height = drawn.length * row + 44
  const said = drawn.map((one) =>
    plan.text(
      one.title,
      reader.day(one.plannedOn),
      one.doneOn === undefined ? plan.thenForecast(reader.day(one.forecastOn)) : plan.thenDone(reader.day(one.doneOn)),
    ),
  )
  const now = scale.x(today)
  return (
    <figure class="trin-figure">
      <svg class="trin-chart" viewBox={`0 0 400 ${height + 24}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{plan.title}</title>
        <desc id={`${id}-text`}>{said.join(' ')}</desc>
        <path class="trin-today" d={`M${now} 16V${height - 20}`} />
        <text x={Math.min(Math.max(now, 24), 376)} y="11" text-anchor="middle">
          {plan.today}
        </text>
        {drawn.map((one, place) => {
          const y = 36 + place * row
          const [planned, other] = [scale.x(one.plannedOn), scale.x(then(one))]
          return (
            <g key={`${place}-${one.title}`}>
              <text x={left} y={y - 4}>
                {shortened(one.title)}
              </text>
              <path class="trin-grid" d={`M${left} ${y + 8}H${right}`} />
              <path
                class={then(one) > one.plannedOn ? 'trin-slip trin-later' : 'trin-slip'}
                d={`M${planned} ${y + 8}H${other}`}
              />
              <path class="trin-planned" d={diamond(planned, y + 8)} />
              {one.doneOn === undefined ? (
                <path class="trin-expected" d={diamond(other, y + 8)} />
              ) : (
                <g class="trin-reached">
                  <circle cx={other} cy={y + 8} r="7" />
                  <path d={`M${other - 3.5} ${y + 8}l2.5 3 4.5 -6`} />
                </g>
              )}
            </g>
          )
        })}
        <text x={left} y={height - 4}>
          {reader.day(scale.from)}
        </text>
        <text x={right} y={height - 4} text-anchor="end">
          {reader.day(scale.to)}
        </text>
        <g transform={`translate(10 ${height + 18})`}>
          <path class="trin-planned" d={diamond(6, -4)} />
          <text x="16">{plan.planned}</text>
          <path class="trin-expected" d={diamond(106, -4)} />
          <text x="116">{plan.forecast}</text>
          <g class="trin-reached">
            <circle cx="206" cy="-4" r="6" />
          </g>
          <text x="216">{plan.done}</text>
        </g>
      </svg>
      <MilestoneTable reader={reader} milestones={milestones} />
    </figure>
  )
}

const diamond = (x: number, y: number): string => `M${x} ${y - 6}l6 6 -6 6 -6 -6z`

/** A title in the drawing; the table has the whole. */
const shortened = (title: string): string => (title.length > 48 ? `${title.slice(0, 46)} …` : title)

const MilestoneTable = ({ reader, milestones }: Pick<MilestonesProps, 'reader' | 'milestones'>) => {
  const { report: words } = reader.words
  return (
    <details class="trin-fold">
      <summary>{words.plan.table}</summary>
      <section class="table--responsive-scroll" aria-label={words.plan.title} tabindex={0}>
        <table class="table">
          <thead>
            <tr>
              {[words.milestoneTitle, words.plannedOn, words.forecastOn, words.doneOn].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {milestones.map(({ title, plannedOn, forecastOn, doneOn }, place) => (
              <tr key={`${place}-${title}`}>
                <th scope="row">{title}</th>
                <td>{reader.day(plannedOn)}</td>
                <td>{reader.day(forecastOn)}</td>
                <td>{doneOn === undefined ? '–' : reader.day(doneOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
