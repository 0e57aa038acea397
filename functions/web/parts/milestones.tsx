import type { Milestone } from '../../../shared/domain/economy/report.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'
import { diamond, TimeAxis } from './chart-axes.tsx'
import { DataTable } from './data-table.tsx'
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
              <path class="trin-planned" d={diamond(planned, y + 8, 6)} />
              {one.doneOn === undefined ? (
                <path class="trin-expected" d={diamond(other, y + 8, 6)} />
              ) : (
                <g class="trin-reached">
                  <circle cx={other} cy={y + 8} r="7" />
                  <path d={`M${other - 3.5} ${y + 8}l2.5 3 4.5 -6`} />
                </g>
              )}
            </g>
          )
        })}
        <TimeAxis reader={reader} scale={scale} left={left} right={right} y={height - 4} />
        <g transform={`translate(10 ${height + 18})`}>
          <path class="trin-planned" d={diamond(6, -4, 6)} />
          <text x="16">{plan.planned}</text>
          <path class="trin-expected" d={diamond(106, -4, 6)} />
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

/** A title in the drawing; the table has the whole. */
const shortened = (title: string): string => (title.length > 48 ? `${title.slice(0, 46)} …` : title)

const MilestoneTable = ({ reader, milestones }: Pick<MilestonesProps, 'reader' | 'milestones'>) => {
  const { report: words } = reader.words
  return (
    <details class="trin-fold">
      <summary>{words.plan.table}</summary>
      <DataTable
        title={words.plan.title}
        columns={[words.milestoneTitle, words.plannedOn, words.forecastOn, words.doneOn]}
        rows={milestones.map(({ title, plannedOn, forecastOn, doneOn }, place) => ({
          key: `${place}-${title}`,
          head: title,
          cells: [reader.day(plannedOn), reader.day(forecastOn), doneOn === undefined ? '–' : reader.day(doneOn)],
        }))}
      />
    </details>
  )
}
