import * as z from 'zod/mini'
import { mirror } from '../../../shared/api/answers/mirror.ts'
import {
  assessedLevel,
  citedReason,
  count,
  day,
  instant,
  meeting,
  meetingRef,
  party,
  project,
  state,
  text,
} from '../../../shared/api/answers/parts.ts'
import { publicDecision, publicProject, toldDecision } from '../../../shared/api/answers/project.ts'
import { baseline } from '../../../shared/api/baseline.ts'
import { criterionId, level } from '../../../shared/api/fields.ts'
import type { ImpersonalEvent } from '../../../shared/domain/impersonal-event.ts'
import type { ProjectEventType } from '../../../shared/domain/project/events.ts'
import type { PublicEvent } from '../../../shared/domain/public-event.ts'
import { projectEventFields } from '../../../shared/store/schema/project-events.ts'
import type { Shape } from '../../../shared/store/schema/shape.ts'
import type { ProjectAsHeard } from '../../../shared/use-cases/deliver-webhook.ts'

type Told<T extends ProjectEventType> = Omit<Extract<ImpersonalEvent, { readonly type: T }>, 'type'>

const { proposer: _, ...submitted } = projectEventFields.submitted
const { contact: __, ...joinedBy } = projectEventFields['joined-by']
const { conditions, ...approved } = projectEventFields.approved
const { owner: ___, ...condition } = conditions.def.element.def.shape

/**
 * The fields of each event as the secretariat's history and the webhooks of integrations have it: as it is stored, but for
 * the people. An event that names somebody says here what is left of it.
 */
export const toldFields = {
  ...projectEventFields,
  submitted,
  'joined-by': joinedBy,
  'lead-appointed': {},
  'proposer-transferred': {},
  'steering-group-named': { count },
  approved: { ...approved, decision: toldDecision, conditions: z.array(z.strictObject(condition)) },
  returned: { ...projectEventFields.returned, decision: z.exactOptional(toldDecision) },
  rejected: { ...projectEventFields.rejected, decision: toldDecision },
  continued: { ...projectEventFields.continued, decision: toldDecision },
  rescoped: { ...projectEventFields.rescoped, decision: toldDecision },
  stopped: { decision: toldDecision },
  'coordination-group-named': { count },
  'dispute-decided': { ...projectEventFields['dispute-decided'], decision: toldDecision },
  'person-erased': {},
} as const satisfies { readonly [T in ProjectEventType]: Shape<Told<T>> }

/** Some of them share their fields. */
type Open<T extends PublicEvent['type'], E = PublicEvent> = E extends { readonly type: infer Types }
  ? T extends Types
    ? Omit<E, 'type'>
    : never
  : never

/** The same for anyone: `shared/domain/public-event.ts`. */
export const publicFields = {
  'level-changed': { from: level, to: level, effectiveAt: instant },
  returned: {
    from: z.enum(['secretariat', 'board']),
    reasons: z.array(z.strictObject({ code: citedReason.def.shape.code, criteria: citedReason.def.shape.criteria })),
    resubmissionDueAt: instant,
    decision: z.exactOptional(publicDecision),
  },
  merged: {},
  withdrawn: { by: z.enum(['proposer', 'silence']) },
  'put-on-agenda': { meeting: meetingRef, decisionDueAt: instant },
  postponed: {
    from: meeting,
    why: z.enum(['cancelled', 'inquorate', 'not-reached']),
    to: z.exactOptional(meetingRef),
    decisionDueAt: instant,
  },
  approved: { decision: publicDecision, baseline: z.exactOptional(baseline), startDueAt: instant },
  rejected: { decision: publicDecision },
  stopped: { decision: publicDecision },
  'authority-joined': { authority: text },
  'authority-left': { authority: text },
  started: { baseline: z.exactOptional(baseline), reportDueAt: instant },
  'board-informed': projectEventFields['board-informed'],
  'reconsideration-opened': { decisionDueAt: instant },
  continued: { decision: publicDecision, endsOn: z.exactOptional(day) },
  rescoped: { decision: publicDecision, baseline: z.exactOptional(baseline) },
  'frame-withheld': { until: day },
  'frame-released': {},
  paused: { lookAgainAt: instant },
  resumed: {},
  'went-live': { authority: text, on: day },
  graduated: {},
  completed: {},
  retired: {},
  evaluated: { level: assessedLevel, missingForNext: z.array(criterionId) },
  'dispute-decided': { decision: publicDecision, level: assessedLevel },
} as const satisfies { readonly [T in PublicEvent['type']]: Shape<Open<T>> }

/** Where an event left the project, as integrations hear it; anyone hears the public fields. */
export const projectAsHeard = mirror<ProjectAsHeard>()(
  z.strictObject({
    id: project,
    version: count,
    kind: z.enum(['new', 'takeover']),
    title: text,
    authority: text,
    authorities: z.array(text),
    state,
    level: z.exactOptional(level),
    whoseMove: party,
    since: instant,
    dueAt: z.exactOptional(instant),
  }),
)

export const projectForAnyone = publicProject
