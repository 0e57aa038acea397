import type { CriterionId } from './criteria.ts'
import type { Money } from './economy/money.ts'
import type { ProjectTheme } from './theme.ts'

/** `takeover`: a finished solution that wants in. */
export type ProjectKind = 'new' | 'takeover'

/** What the form asks about an idea; shaping turns the same fields into the concept that the board reads. */
export interface Concept {
  readonly title: string
  readonly purpose: string
  readonly background?: string
  /** What it gives, to whom (R1). */
  readonly value?: string
  /** What it is about; absent where nobody has said, as in every concept before there was a choice. */
  readonly theme?: ProjectTheme
  /** The authority that proposes it. */
  readonly authority: string
  /** Other authorities that take part from the start (R3). */
  readonly otherAuthorities: readonly string[]
  /** How many authorities could use it, by the proposer's estimate (R3). */
  readonly potentialAuthorities?: number
  /** Line management of those who start it backs it (R2). */
  readonly backedByManagement: boolean
  /** The national strategy it is tied to, if any (R4). */
  readonly nationalStrategy?: string
  /** Whether operation in an authority depends on it: nowhere, in the proposer's own, in many. */
  readonly businessCritical: 'no' | 'own' | 'many'
  /** The joint economy, all authorities together, over the whole project. */
  readonly jointCost?: Money
  /** SPDX identifier (F2). */
  readonly licence?: string
  readonly repository?: string
  /** Procurement and legal basis in words (F3). */
  readonly procurement?: string
  /** Consequences for architecture and dependencies in words (F18). */
  readonly architecture?: string
}

type OptionalField = { [K in keyof Concept]-?: undefined extends Concept[K] ? K : never }[keyof Concept]

/** Fields of a concept as they shall be; what is not named stays as it was, and what is null is taken back (RFC 7396). */
export type ConceptChange = {
  readonly [K in keyof Concept]?: K extends OptionalField ? NonNullable<Concept[K]> | null : NonNullable<Concept[K]>
}

/** One answer of a self-evaluation. `text` is the evidence, or the explanation where the criterion is not met (comply or explain). */
export interface Answer {
  readonly answer: 'yes' | 'no' | 'planned' | 'not-relevant' | 'dont-know'
  readonly text?: string
}
export type Answers = Readonly<Partial<Record<CriterionId, Answer>>>
/** Answers as they shall be; null takes one back. */
export type AnswersChange = Readonly<Partial<Record<CriterionId, Answer | null>>>

/** What stands there, changed: null takes something back. */
const changed = <T extends object>(before: T, change: object): T =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null)) as T

export const changedConcept = (concept: Concept, change: ConceptChange): Concept => changed(concept, change)
export const changedAnswers = (answers: Answers, change: AnswersChange = {}): Answers => changed(answers, change)

/** The secretariat's evaluation of one criterion. */
export interface Evaluation {
  readonly colour: 'green' | 'yellow' | 'red' | 'grey'
  readonly text?: string
}
export type Evaluations = Readonly<Partial<Record<CriterionId, Evaluation>>>
