import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { ProjectCounts } from '../../../shared/use-cases/count-projects.ts'
import type { Reader } from '../reader.ts'

/** The way from an idea to a product; what left it is told beneath. */
const stages = ['idea', 'shaping', 'ready', 'approved', 'implementation', 'product'] as const
const beside = ['returned', 'reconsideration', 'paused'] as const
const ended = ['rejected', 'stopped', 'withdrawn', 'merged', 'completed', 'retired'] as const

/** Heights are in pixels and lengths in parts of the width, so that text is as large on a phone as on a wall. */
const rowHeight = 52
const barTop = 22
const barHeight = 22
/** Of the width, for the longest bar: its number stands behind it. */
const longest = 85

/** How many projects stand where, as bars from idea to product. Numbers and names are text, so that nothing is told by length alone. */
export const Funnel = ({ reader, counts }: { readonly reader: Reader; readonly counts: ProjectCounts }) => {
  const { portfolio: words } = reader.words
  const most = Math.max(1, ...stages.map((state) => counts.byState[state]))
  const labelOf = (state: ProjectStateName) => reader.labels.states[state]
  return (
    <figure class="trin-figure">
      <figcaption>
        <h2 class="h4">{words.funnel.title}</h2>
      </figcaption>
      <svg class="trin-bars" width="100%" height={stages.length * rowHeight} role="img" aria-labelledby="funnel-text">
        <title id="funnel-text">
          {stages.map((state) => `${labelOf(state)}: ${counts.byState[state]}`).join(', ')}
        </title>
        {stages.map((state, index) => {
          const count = counts.byState[state]
          const y = index * rowHeight
          const length = `${(count / most) * longest}%`
          return (
            <g key={state}>
              <text class="trin-chart-text" x="0" y={y + 16}>
                {labelOf(state)}
              </text>
              <rect class="trin-bar" x="0" y={y + barTop} width={length} height={barHeight} rx="3" />
              <text class="trin-chart-number" x={length} dx="8" y={y + barTop + 17}>
                {count}
              </text>
            </g>
          )
        })}
      </svg>
      <p class="trin-soft">
        {[...beside, ...ended]
          .filter((state) => counts.byState[state] > 0)
          .map((state) => `${labelOf(state)}: ${counts.byState[state]}`)
          .join(' · ')}
      </p>
    </figure>
  )
}
