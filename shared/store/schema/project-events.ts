import * as z from 'zod/mini'
import type { Concept } from '../../domain/concept.ts'
import type { Pledge, ProjectEvent, ProjectEventType } from '../../domain/project/events.ts'
import { pausableStates } from '../../domain/project/state.ts'
import { changeOutcomes } from '../../domain/stewardship/changes.ts'
import { slaMeasures } from '../../domain/stewardship/sla.ts'
import { answers, concept, evaluations, levelProposal } from './concept.ts'
import { decision, goesOn, ground, meetingRef, newCondition, reportDue, returnReason, stepTaken } from './decision.ts'
import { baseline, money, report } from './economy.ts'
import { madeOnce } from './made-once.ts'
import {
  assessedLevel,
  calendarDate,
  contactId,
  count,
  criterionId,
  freeText,
  instant,
  level,
  meetingId,
  projectId,
  word,
} from './scalars.ts'
import type { Shape } from './shape.ts'
import { confirmation, onboardingItem, slaValues } from './stewardship.ts'

const conceptField = z.enum(Object.keys(concept.shape) as (keyof Concept)[])
const pledge = z.strictObject({
  amount: z.exactOptional(money),
  hours: z.exactOptional(count),
} satisfies Shape<Pledge>)

/** The fields of each event beside its type; an event without an entry, or a field without a schema, does not compile. */
export const projectEventFields = {
  submitted: {
    kind: z.enum(['new', 'takeover']),
    concept,
    answers,
    proposer: contactId,
    consentToPublish: z.boolean(),
    answerDueAt: instant,
  },
  'level-proposed': { proposal: levelProposal },
  placed: {
    level,
    proposed: z.exactOptional(level),
    reason: z.exactOptional(freeText),
    conceptDueAt: instant,
  },
  'level-changed': {
    from: level,
    to: level,
    reason: freeText,
    effectiveAt: instant,
    readyDueAt: z.exactOptional(instant),
    report: z.exactOptional(reportDue),
  },
  commented: { text: freeText, criterion: z.exactOptional(criterionId) },
  revised: { concept, answers },
  assessed: { evaluations },
  'marked-ready': { note: z.exactOptional(freeText), decisionDueAt: instant },
  returned: {
    from: z.enum(['secretariat', 'board']),
    reasons: z.array(returnReason),
    comeBackWith: freeText,
    loop: count,
    resubmissionDueAt: instant,
    decision: z.exactOptional(decision),
  },
  resubmitted: {
    concept,
    answers,
    note: z.exactOptional(freeText),
    changedCriteria: z.array(criterionId),
    changedFields: z.array(conceptField),
    answerDueAt: instant,
  },
  merged: { into: projectId, reason: freeText, retentionDueAt: z.exactOptional(instant) },
  'joined-by': { project: projectId, contact: contactId, authority: word },
  withdrawn: {
    by: z.enum(['proposer', 'silence']),
    reason: z.exactOptional(freeText),
    retentionDueAt: z.exactOptional(instant),
  },
  'put-on-agenda': { meeting: meetingRef, decisionDueAt: instant },
  postponed: {
    from: meetingId,
    why: z.enum(['cancelled', 'inquorate', 'not-reached']),
    to: z.exactOptional(meetingRef),
    decisionDueAt: instant,
  },
  approved: {
    decision,
    conditions: z.array(newCondition),
    conditionsDueAt: z.array(instant),
    baseline,
    startDueAt: instant,
  },
  rejected: { decision, retentionDueAt: z.exactOptional(instant) },
  'lead-appointed': { lead: contactId },
  'proposer-transferred': { proposer: contactId },
  'steering-group-named': { members: z.array(contactId) },
  'authority-joined': { authority: word, pledge },
  'authority-left': { authority: word, reason: z.exactOptional(freeText) },
  started: {
    baseline,
    report: reportDue,
    selfEvaluationDueAt: instant,
    graduationDueAt: z.exactOptional(instant),
  },
  'board-informed': { of: z.enum(['started', 'reconsideration-opened', 'reconsideration-decided', 'graduated']) },
  reported: {
    number: count,
    report,
    late: z.boolean(),
    reviewDueAt: instant,
    correction: z.boolean(),
    next: z.exactOptional(reportDue),
  },
  'report-accepted': { number: count, by: z.enum(['secretariat', 'silence']), note: z.exactOptional(freeText) },
  'report-returned': { number: count, text: freeText, correctionDueAt: instant },
  'reconsideration-opened': { grounds: z.array(ground), decisionDueAt: instant },
  continued: {
    decision,
    waived: z.exactOptional(z.strictObject({ overrun: z.int(), delay: z.int() })),
    endsOn: z.exactOptional(calendarDate),
    goesOn,
  },
  rescoped: { decision, baseline, goesOn },
  stopped: { decision },
  'frame-withheld': { until: calendarDate },
  'frame-released': {},
  paused: { from: z.enum(pausableStates), reason: freeText, lookAgainAt: instant },
  resumed: {
    due: z.array(z.strictObject({ key: word, since: instant, dueAt: instant })),
    regularReportOn: z.exactOptional(calendarDate),
  },
  reopened: { reason: freeText, answerDueAt: instant },
  'condition-fulfilled': { condition: count, evidence: freeText },
  'condition-waived': { condition: count, reason: freeText },
  'went-live': {
    authority: word,
    on: calendarDate,
    note: z.exactOptional(freeText),
    graduationDueAt: z.exactOptional(instant),
  },
  'coordination-group-named': { members: z.array(contactId), chair: contactId },
  'graduation-checked': {
    confirmed: z.array(confirmation),
    missing: z.array(onboardingItem),
    note: z.exactOptional(freeText),
    checkAgainAt: instant,
  },
  graduated: { confirmed: z.array(confirmation), selfEvaluationDueAt: z.exactOptional(instant) },
  completed: { note: z.exactOptional(freeText) },
  'change-requested': { number: count, title: freeText, text: freeText, answerDueAt: instant },
  'change-assessed': { number: count, text: freeText, cost: z.exactOptional(money) },
  'change-decided': {
    number: count,
    outcome: z.enum(changeOutcomes),
    by: z.enum(['coordination', 'steering', 'secretariat']),
    reason: freeText,
    answerDueAt: z.exactOptional(instant),
  },
  'change-done': { number: count, note: z.exactOptional(freeText) },
  'sla-set': {
    targets: slaValues,
    resultDueAt: z.exactOptional(instant),
    resultOn: z.exactOptional(calendarDate),
  },
  'sla-result-recorded': {
    number: count,
    period: z.strictObject({ from: calendarDate, to: calendarDate }),
    results: slaValues,
    targets: slaValues,
    breaches: z.array(z.enum(slaMeasures)),
    note: z.exactOptional(freeText),
    nextDueAt: instant,
    nextOn: z.exactOptional(calendarDate),
  },
  'adaptation-recorded': { number: count, title: freeText, text: freeText, reason: freeText, criterion: criterionId },
  'self-evaluated': { answers, changedCriteria: z.array(criterionId), nextDueAt: instant },
  evaluated: {
    number: count,
    evaluations,
    changedCriteria: z.array(criterionId),
    found: assessedLevel,
    level: assessedLevel,
    before: z.exactOptional(assessedLevel),
    missingForNext: z.array(criterionId),
    reason: z.exactOptional(freeText),
    published: z.boolean(),
  },
  'level-disputed': { wanted: assessedLevel, reason: freeText, decisionDueAt: instant },
  'dispute-decided': { decision, level: assessedLevel, missingForNext: z.array(criterionId) },
  retired: { reason: freeText },
  'person-erased': { person: contactId, successor: z.exactOptional(contactId) },
  'content-erased': {},
  'step-taken': stepTaken,
} as const satisfies {
  readonly [Type in ProjectEventType]: Omit<Shape<Extract<ProjectEvent, { type: Type }>>, 'type'>
}

export const projectEventTypes = Object.keys(projectEventFields) as ProjectEventType[]

const event = <Type extends ProjectEventType>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...projectEventFields[type] })

type Held<Event extends ProjectEvent> = Event
/** What the schemas read, held to the events of the domain. */
export type StoredProjectEvent = Held<
  { [Type in ProjectEventType]: z.output<ReturnType<typeof event<Type>>> }[ProjectEventType]
>

/** The schema of one type of event of a project, as it is stored. */
export const projectEventOf = madeOnce((type: ProjectEventType) => event(type) as z.ZodMiniType<StoredProjectEvent>)
