import { type ImpersonalDecision, impersonalDecision } from '../domain/impersonal-event.ts'
import type { AssessedLevel } from '../domain/level.ts'
import type { Project } from '../domain/project/state.ts'
import type { Change } from '../domain/stewardship/changes.ts'
import type { Assessment } from '../domain/stewardship/evaluation.ts'
import { missingForProduct, type OnboardingItem } from '../domain/stewardship/onboarding.ts'
import type { SlaResult, SlaValues } from '../domain/stewardship/sla.ts'
import type { Instant } from '../domain/time.ts'

/** Where it is live, how far it is from a product, what follows it, and how it was evaluated; for whoever sees the whole. */
export interface StewardshipView
  extends Pick<Project, 'live' | 'graduatedAt' | 'adaptations' | 'selfEvaluatedAt' | 'assessments' | 'dispute'> {
  /** The checklist, from when it can become a product: what was confirmed, and what is missing. */
  readonly onboarding?: { readonly confirmed: Project['onboarding']; readonly missing: readonly OnboardingItem[] }
  /** How many they are. Who they are stands among the people, for those who may see them. */
  readonly coordination?: { readonly members: number }
  /** Who asked stands with the people, for those who may see them. */
  readonly changes: readonly (Omit<Change, 'requester'> & { readonly answerDueAt?: Instant })[]
  readonly sla?: {
    readonly targets?: SlaValues
    readonly results: readonly SlaResult[]
    readonly resultDueAt?: Instant
  }
  /** All that was decided about it, by its moment. */
  readonly decisionLog: readonly (DecisionEntry | LevelEntry)[]
}

type DecisionEntry = { readonly kind: 'decision'; readonly at: Instant } & ImpersonalDecision

/** The assessed level moved, by an evaluation or by the board. */
interface LevelEntry extends Pick<Assessment, 'at' | 'by' | 'missingForNext' | 'reason'> {
  readonly kind: 'level'
  /** Absent the first time. */
  readonly from?: AssessedLevel
  readonly to: AssessedLevel
}

export const stewardshipOf = (project: Project): StewardshipView => ({
  live: project.live,
  ...(project.graduatedAt === undefined ? {} : { graduatedAt: project.graduatedAt }),
  ...onboardingOf(project),
  ...(project.coordination === undefined ? {} : { coordination: { members: project.coordination.members.length } }),
  changes: changesOf(project),
  ...slaOf(project),
  adaptations: project.adaptations,
  ...(project.selfEvaluatedAt === undefined ? {} : { selfEvaluatedAt: project.selfEvaluatedAt }),
  assessments: project.assessments,
  ...(project.dispute === undefined ? {} : { dispute: project.dispute }),
  decisionLog: decisionLogOf(project),
})

const onboardingOf = (project: Project): Pick<StewardshipView, 'onboarding'> => {
  const isOnItsWay = project.startedAt !== undefined || project.live.length > 0 || project.onboarding.length > 0
  return isOnItsWay ? { onboarding: { confirmed: project.onboarding, missing: missingForProduct(project) } } : {}
}

/** Requests in their order, each with the moment until which it is to be answered. */
const changesOf = ({ changes, due }: Project): StewardshipView['changes'] =>
  changes.map(({ requester: _, ...change }) => {
    const clock = due.find(
      ({ kind, about }) => (kind === 'change' || kind === 'escalated-change') && about === change.number,
    )
    return { ...change, ...(clock === undefined ? {} : { answerDueAt: clock.dueAt }) }
  })

const slaOf = ({ sla, slaResults, due }: Project): Pick<StewardshipView, 'sla'> => {
  if (sla === undefined && slaResults.length === 0) return {}
  const resultDueAt = due.find(({ kind }) => kind === 'sla-result')?.dueAt
  return {
    sla: {
      ...(sla === undefined ? {} : { targets: sla }),
      results: slaResults,
      ...(resultDueAt === undefined ? {} : { resultDueAt }),
    },
  }
}

const decisionLogOf = ({ decisions, assessments }: Project): StewardshipView['decisionLog'] => {
  const decided = decisions.map(
    ({ at, ...decision }): DecisionEntry => ({ kind: 'decision', at, ...impersonalDecision(decision) }),
  )
  const moved = assessments.flatMap(({ at, by, level, missingForNext, reason }, place): readonly LevelEntry[] => {
    const from = assessments[place - 1]?.level
    if (from === level) return []
    const why = reason === undefined ? {} : { reason }
    return [{ kind: 'level', at, by, ...(from === undefined ? {} : { from }), to: level, missingForNext, ...why }]
  })
  return [...decided, ...moved].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
}
