import * as z from 'zod/mini'
import type { ImpersonalDecision } from '../../domain/impersonal-event.ts'
import type { PublicDecision, PublicFields } from '../../domain/publication.ts'
import { baseline } from '../baseline.ts'
import { answers, concept, evaluations } from '../concept.ts'
import { criterionId, level } from '../fields.ts'
import type { NamedView, PublicView, WholeView } from '../project-view.ts'
import { report } from '../report.ts'
import { decidedBy, decisionFields } from './decision.ts'
import { mirror } from './mirror.ts'
import {
  acts,
  citedReason,
  count,
  day,
  dueKind,
  ground,
  instant,
  meeting,
  meetingRef,
  money,
  outcome,
  party,
  project,
  proposal,
  state,
  text,
  theme,
} from './parts.ts'
import { assessmentFields, liveAuthorities, stewardship, themes } from './stewardship.ts'

const kind = z.enum(['new', 'takeover'])
const move = { whoseMove: party, since: instant, dueAt: z.exactOptional(instant) }

export const publicDecision = mirror<PublicDecision>()(
  z.strictObject({
    at: instant,
    by: decidedBy,
    meeting: z.exactOptional(meeting),
    outcome,
    reason: text,
    criteria: z.array(criterionId),
    nextStep: text,
  }),
)

const publicFields = {
  id: project,
  kind,
  title: text,
  purpose: text,
  theme: z.exactOptional(theme),
  authority: text,
  authorities: z.array(text),
  level: z.exactOptional(level),
  state,
  submittedAt: instant,
  approvedAt: z.exactOptional(instant),
  startedAt: z.exactOptional(instant),
  closedAt: z.exactOptional(instant),
  ...move,
  decisions: z.array(publicDecision),
  baseline: z.exactOptional(baseline),
  frameWithheldUntil: z.exactOptional(day),
  live: liveAuthorities,
  graduatedAt: z.exactOptional(instant),
  assessment: z.exactOptional(z.strictObject({ ...assessmentFields, themes: z.exactOptional(themes) })),
}

/** What anyone may read of a public project, as webhooks tell it. */
export const publicProject = mirror<PublicFields>()(z.strictObject(publicFields))

/** A project as anyone sees it. */
export const publicView = mirror<PublicView>()(z.strictObject({ ...publicFields, version: count, allowed: acts }))

export const toldDecision = mirror<ImpersonalDecision>()(z.strictObject(decisionFields))

/** A decision with its count; whom it excluded is told by their part only. */
export const decision = mirror<ImpersonalDecision & { readonly at: string }>()(
  z.strictObject({ at: instant, ...decisionFields }),
)

const condition = {
  number: count,
  text,
  dueOn: day,
  state: z.enum(['open', 'fulfilled', 'waived', 'superseded']),
}

export const pledge = z.strictObject({ amount: z.exactOptional(money), hours: z.exactOptional(count) })

/** The matter itself. `from`, `grounds`, `pause`, `into` and `closedAt` belong to the states that have them. */
const wholeFields = {
  id: project,
  version: count,
  kind,
  state,
  title: text,
  purpose: text,
  theme: z.exactOptional(theme),
  authority: text,
  authorities: z.array(text),
  level: z.exactOptional(level),
  levelFrom: z.exactOptional(z.strictObject({ level, effectiveAt: instant })),
  proposal: z.exactOptional(proposal),
  revisedAt: z.exactOptional(instant),
  approvedAt: z.exactOptional(instant),
  startedAt: z.exactOptional(instant),
  baseline: z.exactOptional(baseline),
  frameWithheldUntil: z.exactOptional(day),
  meeting: z.exactOptional(meetingRef),
  submittedAt: instant,
  consentToPublish: z.boolean(),
  concept,
  answers,
  evaluations,
  participations: z.array(z.strictObject({ authority: text, pledge })),
  returns: z.array(
    z.strictObject({
      at: instant,
      from: z.enum(['secretariat', 'board']),
      reasons: z.array(citedReason),
      comeBackWith: text,
      concept,
      answers,
    }),
  ),
  decisions: z.array(decision),
  conditions: z.array(z.strictObject(condition)),
  reports: z.array(
    z.strictObject({
      number: count,
      report,
      receivedAt: instant,
      late: z.boolean(),
      review: z.enum(['pending', 'accepted', 'accepted-by-silence', 'returned']),
    }),
  ),
  ...stewardship,
  from: z.exactOptional(state),
  grounds: z.exactOptional(z.array(ground)),
  pause: z.exactOptional(z.strictObject({ reason: text, pausedAt: instant, lookAgainAt: instant })),
  into: z.exactOptional(project),
  closedAt: z.exactOptional(instant),
  due: z.array(
    z.strictObject({ kind: dueKind, key: text, about: z.exactOptional(count), since: instant, dueAt: instant }),
  ),
  ...move,
  allowed: acts,
}

/** A project as the board and integrations see it: everything but the people. */
export const wholeView = mirror<WholeView>()(z.strictObject(wholeFields))

/** Somebody on the project; null once they have been erased. */
const person = z.nullable(z.strictObject({ name: text, email: text, authority: z.exactOptional(text) }))

/** A project as the secretariat and those on it see it. */
export const namedView = mirror<NamedView>()(
  z.strictObject({
    ...wholeFields,
    people: z.strictObject({
      proposer: person,
      lead: z.exactOptional(person),
      steering: z.array(person),
      coordination: z.exactOptional(z.strictObject({ members: z.array(person), chair: person })),
      contacts: z.array(person),
      requesters: z.array(z.strictObject({ change: count, person })),
    }),
    conditions: z.array(z.strictObject({ ...condition, owner: person })),
  }),
)
