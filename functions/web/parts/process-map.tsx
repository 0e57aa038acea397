import { dateOf, daysBetween } from '../../../shared/domain/calendar/days.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Reader } from '../reader.ts'
import type { Standing } from './standing.tsx'

export interface ProcessMapProps {
  readonly reader: Reader
  readonly standing: Standing
  /** States it has been in, each as often as it came there, in order; the present one is the last. */
  readonly path: readonly ProjectStateName[]
  readonly now: Instant
  /** Of the drawing's parts, where a page has more than one. @default 'map' */
  readonly id?: string
}

interface Place {
  /** Middle of the box. */
  readonly x: number
  readonly y: number
  readonly width: number
}

const row = 56
const main = { x: 175, width: 130 }
const left = { x: 52, width: 84 }
const right = { x: 304, width: 112 }
const half = 18
const at = (column: { readonly x: number; readonly width: number }, rows: number): Place => ({
  ...column,
  y: 30 + rows * row,
})

/** Where each state stands on the map; ends beside the step they come after. */
const places: Readonly<Record<ProjectStateName, Place>> = {
  idea: at(main, 0),
  shaping: at(main, 1),
  ready: at(main, 2),
  approved: at(main, 3),
  implementation: at(main, 4),
  product: at(main, 5),
  returned: at(left, 1),
  reconsideration: at(right, 4),
  paused: at(left, 4),
  merged: at(right, 0),
  withdrawn: at(right, 1),
  rejected: at(right, 2),
  stopped: at(right, 5),
  completed: at(right, 5),
  retired: at(right, 5),
}

const mainWay: readonly ProjectStateName[] = ['idea', 'shaping', 'ready', 'approved', 'implementation', 'product']
const always: readonly ProjectStateName[] = [...mainWay, 'returned', 'reconsideration']
const clockTop = 5 * row + 86

/** What lies ahead on the usual way. Level 1 goes on without the board's approval. */
const aheadOf = (state: ProjectStateName, level: Level | undefined): readonly ProjectStateName[] => {
  const from = mainWay.indexOf(state)
  return from < 0 ? [] : mainWay.slice(from + 1).filter((one) => one !== 'approved' || level !== 1)
}

/**
 * The process as a map: where the project is, the way it took, whose move it is and how much of the time has passed. All of
 * it is said in words as well, for who does not see it.
 */
export const ProcessMap = ({ reader, standing, path, now, id = 'map' }: ProcessMapProps) => {
  const { map: words } = reader.words
  const { state, level } = standing
  const been = new Set(path)
  const shown = [...new Set([...always, ...path, state])].filter(
    (one) => one !== 'approved' || level !== 1 || been.has(one),
  )
  const names = (states: readonly ProjectStateName[]): string => states.map((one) => words.nodes[one]).join(' → ')
  const ahead = aheadOf(state, level)
  const said = [
    words.been(names(path)),
    words.now(words.nodes[state]),
    ...(ahead.length === 0 ? [] : [words.ahead(names(ahead))]),
    moveSaid(reader, standing),
  ]
  return (
    <svg
      class="trin-map"
      viewBox={`0 0 362 ${standing.dueAt === undefined ? clockTop : clockTop + 44}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-text`}>{said.join(' ')}</desc>
      <Ways level={level} path={path} />
      {shown.map((one) => (
        <Node
          key={one}
          place={places[one]}
          label={words.nodes[one]}
          look={one === state ? 'now' : been.has(one) ? 'been' : 'ahead'}
        />
      ))}
      <text class="trin-map-move" x="2" y={clockTop - 12}>
        {moveSaid(reader, standing)}
      </text>
      {standing.dueAt !== undefined && (
        <ClockBar reader={reader} since={standing.since} dueAt={standing.dueAt} now={now} />
      )}
    </svg>
  )
}

const moveSaid = ({ words }: Reader, { whoseMove }: Standing): string =>
  whoseMove === 'nobody' ? words.standing.closed : words.map.move(words.standing.parties[whoseMove], '')

const Node = ({
  place: { x, y, width },
  label,
  look,
}: {
  readonly place: Place
  readonly label: string
  readonly look: 'now' | 'been' | 'ahead'
}) => (
  <g class={`trin-map-${look}`}>
    <rect x={x - width / 2} y={y - half} width={width} height={half * 2} rx="4" />
    <text x={look === 'been' ? x + 7 : x} y={y + 4.5} text-anchor="middle">
      {label}
    </text>
    {look === 'been' && <path d={`M${x - width / 2 + 6} ${y}l4 5 7 -10`} />}
    {look === 'now' && <circle cx={x - width / 2} cy={y} r="5" />}
  </g>
)

/** The ways between states; those that were taken are drawn through, the others are dotted. */
const Ways = ({ level, path }: { readonly level: Level | undefined; readonly path: readonly ProjectStateName[] }) => {
  const wasTaken = (from: ProjectStateName, to: ProjectStateName): boolean =>
    path.some((one, place) => one === from && path[place + 1] === to)
  const way = (taken: boolean, d: string) => <path key={d} class={taken ? 'trin-way trin-taken' : 'trin-way'} d={d} />
  const down = (from: ProjectStateName, to: ProjectStateName) =>
    way(wasTaken(from, to), `M${main.x} ${places[from].y + half}V${places[to].y - half}`)
  const cameFrom = path.findLast((_, place) => path[place + 1] === 'returned')
  return (
    <g>
      {down('idea', 'shaping')}
      {down('shaping', 'ready')}
      {level === 1 && !path.includes('approved') ? (
        down('ready', 'implementation')
      ) : (
        <>
          {down('ready', 'approved')}
          {down('approved', 'implementation')}
        </>
      )}
      {down('implementation', 'product')}
      <ToReturned cameFrom={cameFrom} />
      {way(wasTaken('returned', 'idea'), `M${left.x} ${places.returned.y - half}V${places.idea.y}H${main.x - 65}`)}
      {way(
        wasTaken('implementation', 'reconsideration') || wasTaken('approved', 'reconsideration'),
        `M${main.x + 65} ${places.implementation.y}H${right.x - right.width / 2}`,
      )}
    </g>
  )
}

/** The way back: from where it was taken last, else from where it is taken most. */
const ToReturned = ({ cameFrom }: { readonly cameFrom: ProjectStateName | undefined }) => {
  const { x, y } = places[cameFrom === undefined || cameFrom === 'reconsideration' ? 'ready' : cameFrom]
  const edge = x - main.width / 2
  const d =
    y === places.returned.y
      ? `M${edge} ${y}H${left.x + left.width / 2}`
      : `M${edge} ${y + (y < places.returned.y ? 6 : 0)}H${left.x + 10}V${places.returned.y + (y < places.returned.y ? -half : half)}`
  return <path class={cameFrom === undefined ? 'trin-way' : 'trin-way trin-taken'} d={d} />
}

/** How much of the time has passed, as a bar and in words. */
const ClockBar = ({
  reader,
  since,
  dueAt,
  now,
}: {
  readonly reader: Reader
  readonly since: Instant
  readonly dueAt: Instant
  readonly now: Instant
}) => {
  const { map: words, standing } = reader.words
  const [from, until, today] = [dateOf(since), dateOf(dueAt), dateOf(now)]
  const whole = Math.max(1, daysBetween(from, until))
  const gone = Math.max(0, daysBetween(from, today))
  const isOver = now > dueAt
  const share = Math.min(1, gone / whole)
  return (
    <g class={isOver ? 'trin-clock trin-over' : 'trin-clock'}>
      <rect class="trin-clock-all" x="2" y={clockTop} width="358" height="12" rx="3" />
      <rect class="trin-clock-gone" x="2" y={clockTop} width={Math.round(358 * share)} height="12" rx="3" />
      <text x="2" y={clockTop + 32}>
        {isOver ? words.overdueBy(Math.max(1, daysBetween(until, today))) : words.elapsed(gone, whole)}
      </text>
      <text x="360" y={clockTop + 32} text-anchor="end">
        {isOver ? reader.dayOf(dueAt) : standing.until(reader.dayOf(dueAt))}
      </text>
    </g>
  )
}
