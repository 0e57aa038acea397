import type { Actor } from './actor.ts'
import type { Outcome } from './board/votes.ts'
import { dateOf } from './calendar/days.ts'
import type { ProjectKind } from './concept.ts'
import type { CriterionId, Theme } from './criteria.ts'
import type { Baseline } from './economy/report.ts'
import type { MeetingId, ProjectId } from './identifiers.ts'
import type { AssessedLevel, Level } from './level.ts'
import { rolesOn } from './project/acts.ts'
import type { Decision } from './project/events.ts'
import type { Project, ProjectStateName } from './project/state.ts'
import { type MoveParty, whoseMove } from './project/whose-move.ts'
import { type Colour, countByTheme } from './stewardship/evaluation.ts'
import type { ProjectTheme } from './theme.ts'
import type { CalendarDate, Instant } from './time.ts'

/** A decision as anyone may read it: by whom, what and why; the count and the excluded stay with the association. */
export interface PublicDecision {
  readonly at: Instant
  readonly by: Decision['by']
  readonly meeting?: MeetingId
  readonly outcome: Outcome
  readonly reason: string
  readonly criteria: readonly CriterionId[]
  readonly nextStep: string
}

/** What anyone may read about a project, once it is public. */
export interface PublicFields {
  readonly id: ProjectId
  readonly kind: ProjectKind
  readonly title: string
  readonly purpose: string
  readonly theme?: ProjectTheme
  /** The authority that proposed it. */
  readonly authority: string
  /** Those that take part. */
  readonly authorities: readonly string[]
  readonly level?: Level
  readonly state: ProjectStateName
  readonly submittedAt: Instant
  readonly approvedAt?: Instant
  readonly startedAt?: Instant
  readonly closedAt?: Instant
  readonly whoseMove: MoveParty
  readonly since: Instant
  readonly dueAt?: Instant
  readonly decisions: readonly PublicDecision[]
  /** The frame, unless it is withheld. */
  readonly baseline?: Baseline
  /** The frame is withheld: the day, a tender's, from which it may be read. */
  readonly frameWithheldUntil?: CalendarDate
  /** Where it is in use. */
  readonly live: readonly { readonly authority: string; readonly on: CalendarDate }[]
  /** Since when it is a product. */
  readonly graduatedAt?: Instant
  /** The last evaluation that was published. */
  readonly assessment?: PublicAssessment
}

/** A published evaluation: the level, what is missing for the next one, and how many criteria of each theme have each colour. */
export interface PublicAssessment {
  readonly level: AssessedLevel
  readonly at: Instant
  readonly by: 'secretariat' | 'board'
  readonly missingForNext: readonly CriterionId[]
  readonly themes?: Readonly<Record<Theme, Readonly<Record<Colour, number>>>>
}

/**
 * Whether anyone may know that the project exists. Before the board's decision (level 1: before start) nobody may, and
 * neither may they while it stands there again after a return or a reopening. Returns, rejections and withdrawals are
 * public with the proposer's consent only, and a withdrawal or a return that no decision came before not even then.
 */
export const isPublic = (project: Project): boolean => {
  switch (project.state) {
    case 'idea':
    case 'shaping':
    case 'ready':
      return false
    case 'approved':
    case 'implementation':
    case 'reconsideration':
    case 'stopped':
    case 'product':
    case 'completed':
    case 'retired':
      return true
    case 'rejected':
      return project.consentToPublish
    case 'returned':
      return isPublicReturn(project)
    case 'paused':
    case 'merged':
      return isPublicStage(project.from, project)
    case 'withdrawn':
      return project.consentToPublish && isPublicStage(project.from, project)
  }
}

/** A project that has left this stage for a pause or its end: whether the stage was public. */
const isPublicStage = (stage: ProjectStateName, project: Project): boolean =>
  stage === 'returned'
    ? isPublicReturn(project)
    : stage === 'approved' || stage === 'implementation' || stage === 'reconsideration'

/** A return that came of a decision (the board's, or on level 1 the secretariat's), with consent. */
const isPublicReturn = (project: Project): boolean =>
  project.consentToPublish && project.returns.length > 0 && project.returns.at(-1)?.at === project.decisions.at(-1)?.at

/**
 * The day from which anyone may read the frame of the project, and nobody may now; undefined when it is not withheld. All
 * that was ever told of a frame is withheld with it, also by events before: what an authority means to pay is one figure.
 */
export const withheldUntil = (
  { frameWithheldUntil }: Pick<Project, 'frameWithheldUntil'>,
  now: Instant,
): CalendarDate | undefined =>
  frameWithheldUntil !== undefined && dateOf(now) < frameWithheldUntil ? frameWithheldUntil : undefined

/**
 * What anyone may read about the project; undefined where they may not even know that it exists.
 * @param withheld until when its frame is withheld, as of the reading (`withheldUntil`)
 */
export const publicFieldsOf = (project: Project, withheld: CalendarDate | undefined): PublicFields | undefined => {
  if (!isPublic(project)) return undefined
  const { party, since, dueAt } = whoseMove(project)
  return {
    id: project.id,
    kind: project.kind,
    title: project.concept.title,
    purpose: project.concept.purpose,
    ...(project.concept.theme === undefined ? {} : { theme: project.concept.theme }),
    authority: project.concept.authority,
    authorities: project.authorities.map(({ authority }) => authority),
    ...(project.level === undefined ? {} : { level: project.level }),
    state: project.state,
    submittedAt: project.submittedAt,
    ...(project.approvedAt === undefined ? {} : { approvedAt: project.approvedAt }),
    ...(project.startedAt === undefined ? {} : { startedAt: project.startedAt }),
    ...('closedAt' in project ? { closedAt: project.closedAt } : {}),
    whoseMove: party,
    since,
    ...(dueAt === undefined ? {} : { dueAt }),
    decisions: project.decisions
      .filter((decision) => mayBeTold(decision, project))
      .map((decision) => publicDecision(decision, decision.at)),
    ...(withheld === undefined ? {} : { frameWithheldUntil: withheld }),
    ...(project.baseline === undefined || withheld !== undefined ? {} : { baseline: publicFrame(project.baseline) }),
    live: project.live.map(({ authority, on }) => ({ authority, on })),
    ...(project.graduatedAt === undefined ? {} : { graduatedAt: project.graduatedAt }),
    ...publicAssessment(project),
  }
}

/** The last published evaluation. The colours of today belong to it only while no later one is kept back. */
const publicAssessment = ({ assessments, evaluations }: Project): Pick<PublicFields, 'assessment'> => {
  const last = assessments.findLast(({ published }) => published)
  if (last === undefined) return {}
  const { level, at, by, missingForNext } = last
  const isLatest = last === assessments.at(-1)
  return {
    assessment: { level, at, by, missingForNext, ...(isLatest ? { themes: countByTheme(evaluations) } : {}) },
  }
}

/** Returns and rejections by the proposer's consent; a decision about a level where its evaluation was published. */
const mayBeTold = (
  { outcome, at }: Project['decisions'][number],
  { consentToPublish, assessments }: Project,
): boolean => {
  switch (outcome) {
    case 'return':
    case 'reject':
      return consentToPublish
    case 'uphold':
    case 'amend':
      return assessments.some((fixed) => fixed.by === 'board' && fixed.at === at && fixed.published)
    case 'approve':
    case 'continue':
    case 'rescope':
    case 'stop':
      return true
  }
}

/** A decision without its count: with few votes or a unanimous board the count would tell what each of them voted. */
export const publicDecision = (decision: Decision, at: Instant): PublicDecision => ({
  at,
  by: decision.by,
  ...(decision.meeting === undefined ? {} : { meeting: decision.meeting }),
  outcome: decision.outcome,
  reason: decision.reason,
  criteria: decision.criteria,
  nextStep: decision.nextStep,
})

/** The frame, field by field, so that nothing that is added to it becomes public unseen. */
export const publicFrame = ({ budget, endsOn, scope }: Baseline): Baseline => ({ budget, endsOn, scope })

/**
 * How much of a project somebody sees: `people` everything with names, `whole` everything without them,
 * `public` the public fields, `nothing` not even that it exists.
 */
export type Sight = 'people' | 'whole' | 'public' | 'nothing'

/** Names are for the secretariat and those on the project; the board and integrations see the matter, not who wrote. */
export const sightOf = (project: Project, actor: Actor): Sight => {
  const mine = rolesOn(project, actor)
  if (mine.some((role) => seesPeople.includes(role))) return 'people'
  if (mine.some((role) => seesWhole.includes(role))) return 'whole'
  return isPublic(project) ? 'public' : 'nothing'
}

const seesPeople: readonly string[] = [
  'secretariat',
  'proposer',
  'lead',
  'steering',
  'coordination',
  'owner',
  'contact',
]
const seesWhole: readonly string[] = ['board', 'chair', 'integrator']
