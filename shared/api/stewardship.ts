import * as z from 'zod/mini'
import type { AssessedLevel } from '../domain/level.ts'
import { changeOutcomes } from '../domain/stewardship/changes.ts'
import { type Confirmation, confirmedItems } from '../domain/stewardship/onboarding.ts'
import type { SlaValues } from '../domain/stewardship/sla.ts'
import { answers, evaluations } from './concept.ts'
import { authority, criterionId, date, email, level, line, money, person, text } from './fields.ts'
import { type ProjectAct, projectAct } from './project-act.ts'
import type { RouteKey } from './routes.ts'

/** What a person confirms of the onboarding checklist, with what shows it: a text or a link. */
const confirmation = z.strictObject({
  item: z.enum(confirmedItems),
  evidence: text(2_000),
}) satisfies z.ZodMiniType<Confirmation>
const confirmations = z._default(z.array(confirmation).check(z.maxLength(confirmedItems.length)), [])

/** The way of a finished project to a product, or to its end in one authority. Served beside people, reports and conditions. */
export const onboardingActs = {
  'POST /api/projects/{id}/go-lives': projectAct(
    () => z.strictObject({ authority, on: date, note: z.exactOptional(text()) }),
    (sent) => ({ type: 'go-live', ...sent }),
  ),
  'POST /api/projects/{id}/graduation': projectAct(
    () => z.strictObject({ confirmed: confirmations }),
    (sent) => ({
      type: 'graduate',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/graduation/check': projectAct(
    () => z.strictObject({ confirmed: confirmations, note: z.exactOptional(text()) }),
    (sent) => ({ type: 'check-graduation', ...sent }),
  ),
  'POST /api/projects/{id}/completion': projectAct(
    () => z.strictObject({ note: z.exactOptional(text()) }),
    (sent) => ({
      type: 'complete',
      ...sent,
    }),
  ),
} satisfies Partial<Record<RouteKey, ProjectAct>>

const minutes = z.exactOptional(z.int().check(z.nonnegative(), z.maximum(1_000_000)))

/** Availability in basis points (9950 = 99.5 %), times in whole minutes. */
const slaValues = z.strictObject({
  availability: z.exactOptional(z.int().check(z.nonnegative(), z.maximum(10_000))),
  response: minutes,
  resolution: minutes,
}) satisfies z.ZodMiniType<SlaValues>

const assessedLevel = z.union([z.literal('sandbox'), level]) satisfies z.ZodMiniType<AssessedLevel>

/** Who follows a product, what is to be changed in it, how well it runs, how it is evaluated, and how it ends. */
export const stewardshipActs = {
  'POST /api/projects/{id}/coordination-group': projectAct(
    () =>
      z.strictObject({
        members: z.array(person).check(z.minLength(1), z.maxLength(30)),
        /** The mail address of the member who is the chair. */
        chair: email,
      }),
    ({ members, chair }, given) => ({
      type: 'name-coordination-group',
      members: members.map(given.person),
      chair: given.contact(chair),
    }),
  ),
  'POST /api/projects/{id}/changes': projectAct(
    () => z.strictObject({ title: line(200), text: text() }),
    (sent) => ({
      type: 'request-change',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/changes/{n}/assessment': projectAct(
    () => z.strictObject({ text: text(), cost: z.exactOptional(money) }),
    (sent, { number }) => ({ type: 'assess-change', change: number, ...sent }),
  ),
  'POST /api/projects/{id}/changes/{n}/decision': projectAct(
    () => z.strictObject({ outcome: z.enum(changeOutcomes), reason: text() }),
    (sent, { number }) => ({ type: 'decide-change', change: number, ...sent }),
  ),
  'POST /api/projects/{id}/changes/{n}/completion': projectAct(
    () => z.strictObject({ note: z.exactOptional(text()) }),
    (sent, { number }) => ({ type: 'finish-change', change: number, ...sent }),
  ),
  'POST /api/projects/{id}/sla': projectAct(
    () => z.strictObject({ targets: slaValues }),
    (sent) => ({
      type: 'set-sla',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/sla/results': projectAct(
    () =>
      z.strictObject({
        period: z.strictObject({ from: date, to: date }),
        results: slaValues,
        note: z.exactOptional(text()),
      }),
    (sent) => ({ type: 'record-sla-result', ...sent }),
  ),
  'POST /api/projects/{id}/adaptations': projectAct(
    () => z.strictObject({ title: line(200), text: text(), reason: text(), criterion: z.exactOptional(criterionId) }),
    (sent) => ({ type: 'record-adaptation', ...sent }),
  ),
  'POST /api/projects/{id}/self-evaluations': projectAct(
    () => z.strictObject({ answers }),
    (sent) => ({
      type: 'self-evaluate',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/evaluations': projectAct(
    () =>
      z.strictObject({
        evaluations,
        /** The level that the colours show where it is not said. */
        level: z.exactOptional(assessedLevel),
        reason: z.exactOptional(text()),
        /** Whether anyone may read it: said each time, since it cannot be taken back. */
        publish: z.boolean(),
      }),
    (sent) => ({ type: 'evaluate', ...sent }),
  ),
  'POST /api/projects/{id}/level-disputes': projectAct(
    () => z.strictObject({ wanted: assessedLevel, reason: text() }),
    (sent) => ({ type: 'dispute-level', ...sent }),
  ),
  'POST /api/projects/{id}/retirement': projectAct(
    () => z.strictObject({ reason: text() }),
    (sent) => ({
      type: 'retire',
      ...sent,
    }),
  ),
} satisfies Partial<Record<RouteKey, ProjectAct>>
