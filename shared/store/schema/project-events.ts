import * as z from 'zod/mini'
import type { Concept } from '../../domain/concept.ts'
import type { Pledge, ProjectEvent, ProjectEventType } from '../../domain/project/events.ts'
import { pausableStates } from '../../domain/project/state.ts'
import { changeOutcomes } from '../../domain/stewardship/changes.ts'
import { slaMeasures } from '../../domain/stewardship/sla.ts'
import { answers, concept, evaluations, levelProposal } from './concept.ts'
import { decision, goesOn, ground, meetingRef, newCondition, reportDue, returnReason, stepTaken } from './decision.ts'
import { baseline, money, report } from './economy.ts'
import { madeOnce, once } from './made-once.ts'
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
import type { ReadsAll, Shape } from './shape.ts'
import { confirmation, onboardingItem, slaValues } from './stewardship.ts'

const conceptField = once(() => z.enum(Object.keys(concept().shape) as (keyof Concept)[]))
const pledge = once(() =>
  z.strictObject({
    amount: z.exactOptional(money),
    hours: z.exactOptional(count),
  } satisfies Shape<Pledge>),
)

/**
 * The fields of each event beside its type, made when they are asked for (docs/adr/0012); an event without an entry, or a
 * field without a schema, does not compile.
 */
export const projectEventFields = {
  get submitted() {
    return {
      kind: z.enum(['new', 'takeover']),
      concept: concept(),
      answers: answers(),
      proposer: contactId,
      consentToPublish: z.boolean(),
      answerDueAt: instant,
    }
  },
  get 'level-proposed'() {
    return { proposal: levelProposal() }
  },
  get placed() {
    return {
      level,
      proposed: z.exactOptional(level),
      reason: z.exactOptional(freeText),
      conceptDueAt: instant,
    }
  },
  get 'level-changed'() {
    return {
      from: level,
      to: level,
      reason: freeText,
      effectiveAt: instant,
      readyDueAt: z.exactOptional(instant),
      report: z.exactOptional(reportDue()),
    }
  },
  get commented() {
    return { text: freeText, criterion: z.exactOptional(criterionId) }
  },
  get revised() {
    return { concept: concept(), answers: answers() }
  },
  get assessed() {
    return { evaluations: evaluations() }
  },
  get 'marked-ready'() {
    return { note: z.exactOptional(freeText), decisionDueAt: instant }
  },
  get returned() {
    return {
      from: z.enum(['secretariat', 'board']),
      reasons: z.array(returnReason()),
      comeBackWith: freeText,
      loop: count,
      resubmissionDueAt: instant,
      decision: z.exactOptional(decision()),
    }
  },
  get resubmitted() {
    return {
      concept: concept(),
      answers: answers(),
      note: z.exactOptional(freeText),
      changedCriteria: z.array(criterionId),
      changedFields: z.array(conceptField()),
      answerDueAt: instant,
    }
  },
  get merged() {
    return { into: projectId, reason: freeText, retentionDueAt: z.exactOptional(instant) }
  },
  get 'joined-by'() {
    return { project: projectId, contact: contactId, authority: word }
  },
  get withdrawn() {
    return {
      by: z.enum(['proposer', 'silence']),
      reason: z.exactOptional(freeText),
      retentionDueAt: z.exactOptional(instant),
    }
  },
  get 'put-on-agenda'() {
    return { meeting: meetingRef(), decisionDueAt: instant }
  },
  get postponed() {
    return {
      from: meetingId,
      why: z.enum(['cancelled', 'inquorate', 'not-reached']),
      to: z.exactOptional(meetingRef()),
      decisionDueAt: instant,
    }
  },
  get approved() {
    return {
      decision: decision(),
      conditions: z.array(newCondition()),
      conditionsDueAt: z.array(instant),
      baseline: baseline(),
      startDueAt: instant,
    }
  },
  get rejected() {
    return { decision: decision(), retentionDueAt: z.exactOptional(instant) }
  },
  get 'lead-appointed'() {
    return { lead: contactId }
  },
  get 'proposer-transferred'() {
    return { proposer: contactId }
  },
  get 'steering-group-named'() {
    return { members: z.array(contactId) }
  },
  get 'authority-joined'() {
    return { authority: word, pledge: pledge() }
  },
  get 'authority-left'() {
    return { authority: word, reason: z.exactOptional(freeText) }
  },
  get started() {
    return {
      baseline: baseline(),
      report: reportDue(),
      selfEvaluationDueAt: instant,
      graduationDueAt: z.exactOptional(instant),
    }
  },
  get 'board-informed'() {
    return { of: z.enum(['started', 'reconsideration-opened', 'reconsideration-decided', 'graduated', 'completed']) }
  },
  get reported() {
    return {
      number: count,
      report: report(),
      late: z.boolean(),
      reviewDueAt: instant,
      correction: z.boolean(),
      next: z.exactOptional(reportDue()),
    }
  },
  get 'report-accepted'() {
    return { number: count, by: z.enum(['secretariat', 'silence']), note: z.exactOptional(freeText) }
  },
  get 'report-returned'() {
    return { number: count, text: freeText, correctionDueAt: instant }
  },
  get 'reconsideration-opened'() {
    return { grounds: z.array(ground()), decisionDueAt: instant }
  },
  get continued() {
    return {
      decision: decision(),
      waived: z.exactOptional(z.strictObject({ overrun: z.int(), delay: z.int() })),
      endsOn: z.exactOptional(calendarDate),
      goesOn: goesOn(),
    }
  },
  get rescoped() {
    return { decision: decision(), baseline: baseline(), goesOn: goesOn() }
  },
  get stopped() {
    return { decision: decision() }
  },
  get 'frame-withheld'() {
    return { until: calendarDate }
  },
  'frame-released': {},
  get paused() {
    return { from: z.enum(pausableStates), reason: freeText, lookAgainAt: instant }
  },
  get resumed() {
    return {
      due: z.array(z.strictObject({ key: word, since: instant, dueAt: instant })),
      regularReportOn: z.exactOptional(calendarDate),
    }
  },
  get reopened() {
    return { reason: freeText, answerDueAt: instant }
  },
  get 'condition-fulfilled'() {
    return { condition: count, evidence: freeText }
  },
  get 'condition-waived'() {
    return { condition: count, reason: freeText }
  },
  get 'went-live'() {
    return {
      authority: word,
      on: calendarDate,
      note: z.exactOptional(freeText),
      graduationDueAt: z.exactOptional(instant),
    }
  },
  get 'coordination-group-named'() {
    return { members: z.array(contactId), chair: contactId }
  },
  get 'graduation-checked'() {
    return {
      confirmed: z.array(confirmation()),
      missing: z.array(onboardingItem()),
      note: z.exactOptional(freeText),
      checkAgainAt: instant,
    }
  },
  get graduated() {
    return { confirmed: z.array(confirmation()), selfEvaluationDueAt: z.exactOptional(instant) }
  },
  get completed() {
    return { note: z.exactOptional(freeText) }
  },
  get 'change-requested'() {
    return { number: count, title: freeText, text: freeText, answerDueAt: instant }
  },
  get 'change-assessed'() {
    return { number: count, text: freeText, cost: z.exactOptional(money) }
  },
  get 'change-decided'() {
    return {
      number: count,
      outcome: z.enum(changeOutcomes),
      by: z.enum(['coordination', 'steering', 'secretariat']),
      reason: freeText,
      answerDueAt: z.exactOptional(instant),
    }
  },
  get 'change-done'() {
    return { number: count, note: z.exactOptional(freeText) }
  },
  get 'sla-set'() {
    return {
      targets: slaValues(),
      resultDueAt: z.exactOptional(instant),
      resultOn: z.exactOptional(calendarDate),
    }
  },
  get 'sla-result-recorded'() {
    return {
      number: count,
      period: z.strictObject({ from: calendarDate, to: calendarDate }),
      results: slaValues(),
      targets: slaValues(),
      breaches: z.array(z.enum(slaMeasures)),
      note: z.exactOptional(freeText),
      nextDueAt: instant,
      nextOn: z.exactOptional(calendarDate),
    }
  },
  get 'adaptation-recorded'() {
    return { number: count, title: freeText, text: freeText, reason: freeText, criterion: criterionId }
  },
  get 'self-evaluated'() {
    return { answers: answers(), changedCriteria: z.array(criterionId), nextDueAt: instant }
  },
  get evaluated() {
    return {
      number: count,
      evaluations: evaluations(),
      changedCriteria: z.array(criterionId),
      found: assessedLevel,
      level: assessedLevel,
      before: z.exactOptional(assessedLevel),
      missingForNext: z.array(criterionId),
      reason: z.exactOptional(freeText),
      published: z.boolean(),
    }
  },
  get 'level-disputed'() {
    return { wanted: assessedLevel, reason: freeText, decisionDueAt: instant }
  },
  get 'dispute-decided'() {
    return { decision: decision(), level: assessedLevel, missingForNext: z.array(criterionId) }
  },
  get retired() {
    return { reason: freeText }
  },
  get 'person-erased'() {
    return { person: contactId, successor: z.exactOptional(contactId) }
  },
  'content-erased': {},
  get 'step-taken'() {
    return stepTaken()
  },
} as const satisfies {
  readonly [Type in ProjectEventType]: Omit<Shape<Extract<ProjectEvent, { type: Type }>>, 'type'>
}

export const projectEventTypes = Object.keys(projectEventFields) as ProjectEventType[]

const event = <Type extends ProjectEventType>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...projectEventFields[type] })

type Held<Event extends ProjectEvent> = Event
/** What the schemas read, held to the events of the domain both ways: neither says what the other does not know. */
export type StoredProjectEvent = ReadsAll<
  Held<{ [Type in ProjectEventType]: z.output<ReturnType<typeof event<Type>>> }[ProjectEventType]>,
  ProjectEvent
>

/** The schema of one type of event of a project, as it is stored. */
export const projectEventOf = madeOnce((type: ProjectEventType) => event(type) as z.ZodMiniType<StoredProjectEvent>)
