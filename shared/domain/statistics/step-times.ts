import type { Commit } from '../commit.ts'
import type { ProjectEvent } from '../project/events.ts'
import { happenings } from '../project/happenings.ts'
import { whoseMove } from '../project/whose-move.ts'
import type { Instant } from '../time.ts'

/** The steps of a project's way, each from what begins it to what ends it. */
export const steps = ['placing', 'shaping', 'deciding', 'starting', 'building', 'graduating'] as const
export type Step = (typeof steps)[number]

const bounds: Readonly<Record<Step, { readonly from: ProjectEvent['type']; readonly to: ProjectEvent['type'] }>> = {
  placing: { from: 'submitted', to: 'placed' },
  shaping: { from: 'placed', to: 'marked-ready' },
  deciding: { from: 'marked-ready', to: 'approved' },
  starting: { from: 'approved', to: 'started' },
  building: { from: 'started', to: 'went-live' },
  graduating: { from: 'went-live', to: 'graduated' },
}

/** Who had the move for how long, before work began. */
export const holders = ['secretariat', 'board', 'proposer'] as const
export type Holder = (typeof holders)[number]

export interface StepTimes {
  /** Days; only of steps that were gone through to their end. Returns and repeats on the way count into the step. */
  readonly steps: Readonly<Partial<Record<Step, number>>>
  /** Days until work began, by who had the move; absent for a project that has not begun. */
  readonly held?: Readonly<Record<Holder, number>>
}

const millisecondsPerDay = 86_400_000
const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / millisecondsPerDay

/** How long a project took from step to step. The first time that something began counts, and the first end after it. */
export const stepTimesOf = (commits: readonly Commit<ProjectEvent>[]): StepTimes => {
  const [first] = commits
  if (first === undefined) return { steps: {} }
  const told = happenings(first.stream as `prj_${string}`, commits)
  const firstAt = (type: ProjectEvent['type'], after: Instant = ''): Instant | undefined =>
    told.find(({ event, commit }) => event.type === type && commit.at >= after)?.commit.at
  const taken = steps.flatMap((step) => {
    const from = firstAt(bounds[step].from)
    const to = from === undefined ? undefined : firstAt(bounds[step].to, from)
    return from === undefined || to === undefined ? [] : [[step, daysBetween(from, to)] as const]
  })
  const startedAt = firstAt('started')
  return {
    steps: Object.fromEntries(taken),
    ...(startedAt === undefined ? {} : { held: heldUntil(startedAt, told) }),
  }
}

const heldUntil = (end: Instant, told: ReturnType<typeof happenings>): Readonly<Record<Holder, number>> => {
  const held: Record<Holder, number> = { secretariat: 0, board: 0, proposer: 0 }
  const before = told.filter(({ commit }) => commit.at < end)
  for (const [index, { after, commit }] of before.entries()) {
    const { party } = whoseMove(after)
    const holder = holders.find((one) => one === party)
    if (holder !== undefined) held[holder] += daysBetween(commit.at, before[index + 1]?.commit.at ?? end)
  }
  return held
}

/** The middle of some numbers, and between which half of them lies. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly lower: number
  readonly upper: number
  readonly most: number
}

/** Median and quartiles, between neighbours in proportion; undefined of nothing. */
export const spreadOf = (numbers: readonly number[]): Spread | undefined => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part
    // There is at least one: nothing has no spread.
    const [below, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2) as [number, number?]
    return below + (above - below) * (place % 1)
  }
  return sorted.length === 0
    ? undefined
    : { count: sorted.length, median: at(0.5), lower: at(0.25), upper: at(0.75), most: at(1) }
}
