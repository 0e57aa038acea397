import { dkk, type Money } from '../economy/money.ts'
import type { ContactId, ProjectId } from '../identifiers.ts'

export interface RankedItem {
  readonly project: ProjectId
  /** Borda points in halves, so that a shared place stays a whole number. */
  readonly halfPoints: number
  /** How many members rank it first. */
  readonly firstPlaces: number
  /** The joint economy of this item and all before it. */
  readonly cumulative: Money
  /** Whether it and all before it stay inside the budget; always so without a budget. */
  readonly aboveCutLine: boolean
}

interface Candidate {
  readonly project: ProjectId
  readonly jointCost?: Money
}

interface Ranking {
  readonly member: ContactId
  readonly order: readonly ProjectId[]
}

/**
 * The members' rankings merged into one order, by Borda's count: of n items a first place gives n - 1 points, a last one
 * none; what a member leaves unranked shares the points that are left. Ties: more first places, then the project's id, so
 * that the order is the same every time. The cut-line falls before the first item that would exceed the budget: a cheaper
 * one further down does not overtake it.
 */
export const mergeRankings = (
  items: readonly Candidate[],
  rankings: readonly Ranking[],
  budget?: Money,
): readonly RankedItem[] => {
  const onTable = new Set(items.map(({ project }) => project))
  const orders = rankings.map(({ order }) => [...new Set(order)].filter((project) => onTable.has(project)))
  const scored = items.map(({ project, jointCost = dkk(0) }) => ({
    project,
    jointCost,
    halfPoints: orders.reduce((points, order) => points + halfPointsIn(order, project, items.length), 0),
    firstPlaces: orders.filter((order) => order[0] === project).length,
  }))
  scored.sort(
    (a, b) => b.halfPoints - a.halfPoints || b.firstPlaces - a.firstPlaces || (a.project < b.project ? -1 : 1),
  )
  let cumulative = 0
  return scored.map(({ project, jointCost, halfPoints, firstPlaces }) => {
    cumulative += jointCost.amount
    const aboveCutLine = budget === undefined || cumulative <= budget.amount
    return { project, halfPoints, firstPlaces, cumulative: dkk(cumulative), aboveCutLine }
  })
}

/** Ranked r-th (from 0) of n: 2(n - 1 - r). Unranked after k ranked ones: the mean of n - k - 1 … 0, twice. */
const halfPointsIn = (order: readonly ProjectId[], project: ProjectId, count: number): number => {
  const place = order.indexOf(project)
  return place < 0 ? count - order.length - 1 : 2 * (count - 1 - place)
}
