import * as z from 'zod/mini'
import type { Concept } from '../../domain/concept.ts'
import type { Pledge, ProjectEvent, ProjectEventType } from '../../domain/project/events.ts'
import { pausableStates } from '../../domain/project/state.ts'
import { answers, concept, evaluations, levelProposal } from './concept.ts'
import { decision, goesOn, ground, meetingRef, newCondition, reportDue, returnReason, stepTaken } from './decision.ts'
import { baseline, money, report } from './economy.ts'
import {
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
  merged: { into: projectId, reason: freeText },
  'joined-by': { project: projectId, contact: contactId, authority: word },
  withdrawn: { by: z.enum(['proposer', 'silence']), reason: z.exactOptional(freeText) },
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
  rejected: { decision },
  'lead-appointed': { lead: contactId },
  'proposer-transferred': { proposer: contactId },
  'steering-group-named': { members: z.array(contactId) },
  'authority-joined': { authority: word, pledge },
  'authority-left': { authority: word, reason: z.exactOptional(freeText) },
  started: { baseline, report: reportDue },
  'board-informed': { of: z.enum(['started', 'reconsideration-opened', 'reconsideration-decided']) },
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
  paused: { from: z.enum(pausableStates), reason: freeText, lookAgainAt: instant },
  resumed: {
    due: z.array(z.strictObject({ key: word, since: instant, dueAt: instant })),
    regularReportOn: z.exactOptional(calendarDate),
  },
  reopened: { reason: freeText, answerDueAt: instant },
  'condition-fulfilled': { condition: count, evidence: freeText },
  'condition-waived': { condition: count, reason: freeText },
  'step-taken': stepTaken,
} as const satisfies {
  readonly [Type in ProjectEventType]: Omit<Shape<Extract<ProjectEvent, { type: Type }>>, 'type'>
}

export const projectEventTypes = Object.keys(projectEventFields) as ProjectEventType[]

const event = <Type extends ProjectEventType>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...projectEventFields[type] })

/** Every event of a project, as it is stored. */
export const projectEvent = z.discriminatedUnion('type', [
  event('submitted'),
  event('level-proposed'),
  event('placed'),
  event('level-changed'),
  event('commented'),
  event('revised'),
  event('assessed'),
  event('marked-ready'),
  event('returned'),
  event('resubmitted'),
  event('merged'),
  event('joined-by'),
  event('withdrawn'),
  event('put-on-agenda'),
  event('postponed'),
  event('approved'),
  event('rejected'),
  event('lead-appointed'),
  event('proposer-transferred'),
  event('steering-group-named'),
  event('authority-joined'),
  event('authority-left'),
  event('started'),
  event('board-informed'),
  event('reported'),
  event('report-accepted'),
  event('report-returned'),
  event('reconsideration-opened'),
  event('continued'),
  event('rescoped'),
  event('stopped'),
  event('paused'),
  event('resumed'),
  event('reopened'),
  event('condition-fulfilled'),
  event('condition-waived'),
  event('step-taken'),
]) satisfies z.ZodMiniType<ProjectEvent>
