import type { Answer, Concept, Evaluation } from '../concept.ts'
import { type CriterionId, changedCriteria, criteriaFor, type Theme, unmetUnexplained } from '../criteria.ts'
import type { Money } from '../economy/money.ts'
import type { Baseline, Report } from '../economy/report.ts'
import type { Variance } from '../economy/variance.ts'
import { varianceOf } from '../economy/variance.ts'
import type { ProjectId } from '../identifiers.ts'
import type { AssessedLevel, Level } from '../level.ts'
import type { ItemKind } from '../meeting/events.ts'
import type { Meeting } from '../meeting/state.ts'
import { changedFields } from '../project/changed-fields.ts'
import type { Ground } from '../project/events.ts'
import type { Project, ReturnRecord } from '../project/state.ts'
import type { ProcessSettings } from '../settings.ts'
import { type Dispute, unmetAt } from '../stewardship/evaluation.ts'

/** One criterion as the board reads it: what the proposer answers, what the secretariat finds, and whether it is new since last time. */
export interface CriterionInPaper {
  readonly criterion: CriterionId
  readonly theme: Theme
  readonly recommendation: boolean
  readonly answer?: Answer
  readonly evaluation: Evaluation
  /** Neither met nor explained. */
  readonly unmet: boolean
  readonly changed: boolean
}

/** The one page that the board reads before it decides; everything on it is from the project's own log. */
export interface Paper {
  readonly title: string
  readonly level: Level
  readonly authorities: Project['authorities']
  readonly purpose: string
  readonly background?: string
  readonly value?: string
  readonly analysis: readonly CriterionInPaper[]
  readonly recommendation?: string
  readonly consequences: {
    readonly jointCost?: Money
    readonly baseline?: Baseline
    /** Of a running project: how far its last report is from its frame. */
    readonly variance?: Variance
    readonly architecture?: string
    readonly procurement?: string
  }
  readonly asked: {
    readonly decide: Exclude<ItemKind, 'information'> | 'take-note'
    readonly grounds: readonly Ground[]
  }
  /** Of a running project: what its lead told last, and asked for. */
  readonly lastReport?: Pick<Report, 'period' | 'status' | 'helpWanted'>
  /** Of a disagreement: the level that the secretariat has fixed, and the one that is held to be right. */
  readonly dispute?: Dispute & { readonly fixed: AssessedLevel; readonly missingForWanted: readonly CriterionId[] }
  /** How often it came back, why the last time, and what has changed since. */
  readonly loops: number
  readonly lastReturn?: Pick<ReturnRecord, 'at' | 'from' | 'reasons' | 'comeBackWith'>
  readonly changedFields: readonly (keyof Concept)[]
}

/**
 * The board's paper on a project: purpose, background, analysis against the criteria of its level, recommendation, consequences for
 * economy, time and dependencies, and the decision asked for.
 */
export const paperOn = (project: Project, kind: ItemKind, settings: ProcessSettings): Paper => {
  const { concept, answers, evaluations, baseline, recommendation } = project
  const level = project.level ?? 1
  const before = project.returns.at(-1)
  const changed = before === undefined ? [] : changedCriteria(before.answers, answers)
  // A disagreement about the level is about all of them.
  const scope = kind === 'level' ? 3 : level
  const unmet = unmetUnexplained(answers, scope)
  const last = project.reports.at(-1)?.report
  const dispute = disputeOf(project)
  return {
    title: concept.title,
    level,
    authorities: project.authorities,
    purpose: concept.purpose,
    ...(concept.background === undefined ? {} : { background: concept.background }),
    ...(concept.value === undefined ? {} : { value: concept.value }),
    analysis: criteriaFor(scope).map(({ id, theme, recommendation }) => ({
      criterion: id,
      theme,
      recommendation,
      ...(answers[id] === undefined ? {} : { answer: answers[id] }),
      evaluation: evaluations[id] ?? { colour: 'grey' },
      unmet: unmet.includes(id),
      changed: changed.includes(id),
    })),
    ...(recommendation === undefined ? {} : { recommendation }),
    consequences: {
      ...(concept.jointCost === undefined ? {} : { jointCost: concept.jointCost }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(baseline === undefined || last === undefined ? {} : { variance: varianceOf(last, baseline, settings) }),
      ...(concept.architecture === undefined ? {} : { architecture: concept.architecture }),
      ...(concept.procurement === undefined ? {} : { procurement: concept.procurement }),
    },
    asked: {
      decide: kind === 'information' ? 'take-note' : kind,
      grounds: project.state === 'reconsideration' ? project.grounds : [],
    },
    ...(kind === 'reconsideration' && last !== undefined ? { lastReport: lastReportIn(last) } : {}),
    ...(dispute === undefined ? {} : { dispute }),
    loops: project.returns.length,
    ...(before === undefined
      ? { changedFields: [] }
      : {
          lastReturn: { at: before.at, from: before.from, reasons: before.reasons, comeBackWith: before.comeBackWith },
          changedFields: changedFields(before.concept, concept),
        }),
  }
}

const lastReportIn = ({ period, status, helpWanted }: Report): NonNullable<Paper['lastReport']> => ({
  period,
  status,
  ...(helpWanted === undefined ? {} : { helpWanted }),
})

/** What a disagreement about a project's level asks for; undefined where there is none. */
export const disputeOf = ({ dispute, assessments, evaluations }: Project): Paper['dispute'] => {
  const fixed = assessments.at(-1)?.level
  return dispute === undefined || fixed === undefined
    ? undefined
    : { ...dispute, fixed, missingForWanted: unmetAt(evaluations, dispute.wanted) }
}

/** A paper on each item of a meeting that is still open. */
export const papersOn = (
  meeting: Meeting,
  projects: ReadonlyMap<ProjectId, Project>,
  settings: ProcessSettings,
): ReadonlyMap<ProjectId, Paper> =>
  new Map(
    meeting.agenda.flatMap(({ project: id, kind, outcome }): readonly (readonly [ProjectId, Paper])[] => {
      const project = projects.get(id)
      return project === undefined || outcome !== undefined ? [] : [[id, paperOn(project, kind, settings)]]
    }),
  )
