import * as z from 'zod/mini'
import type { Pledge } from '../domain/project/events.ts'
import { baseline } from './baseline.ts'
import { authority, money, person, text } from './fields.ts'
import { type ProjectAct, projectAct } from './project-act.ts'
import { report } from './report.ts'
import type { RouteKey } from './routes.ts'

const pledge = z.strictObject({
  amount: z.exactOptional(money),
  hours: z.exactOptional(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
}) satisfies z.ZodMiniType<Pledge>

/** People, start, reports and conditions of a project. */
export const progressActs = {
  'POST /api/projects/{id}/lead': projectAct(
    () => z.strictObject({ lead: person }),
    ({ lead }, given) => ({
      type: 'appoint-lead',
      lead: given.person(lead),
    }),
  ),
  'POST /api/projects/{id}/proposer': projectAct(
    () => z.strictObject({ proposer: person }),
    ({ proposer }, given) => ({
      type: 'transfer-proposer',
      proposer: given.person(proposer),
    }),
  ),
  'POST /api/projects/{id}/steering-group': projectAct(
    () => z.strictObject({ members: z.array(person).check(z.minLength(1), z.maxLength(30)) }),
    ({ members }, given) => ({ type: 'name-steering-group', members: members.map(given.person) }),
  ),
  'POST /api/projects/{id}/participants': projectAct(
    () => z.strictObject({ authority, pledge: z._default(pledge, {}) }),
    (sent) => ({ type: 'join', ...sent }),
  ),
  'POST /api/projects/{id}/participants/departure': projectAct(
    () => z.strictObject({ authority, reason: z.exactOptional(text()) }),
    (sent) => ({ type: 'leave', ...sent }),
  ),
  'POST /api/projects/{id}/start': projectAct(
    () => z.strictObject({ baseline: z.exactOptional(baseline), lead: z.exactOptional(person) }),
    ({ lead, ...sent }, given) => ({
      type: 'start',
      ...sent,
      ...(lead === undefined ? {} : { lead: given.person(lead) }),
    }),
  ),
  'POST /api/projects/{id}/reports': projectAct(
    () => report,
    (sent) => ({ type: 'report', report: sent }),
  ),
  'POST /api/projects/{id}/reports/{n}/review': projectAct(
    () => z.strictObject({ outcome: z.enum(['accept', 'return']), text: z.exactOptional(text()) }),
    (sent, { number }) => ({ type: 'review-report', number, ...sent }),
  ),
  'POST /api/projects/{id}/reconsideration': projectAct(
    () => z.strictObject({ text: text() }),
    (sent) => ({
      type: 'open-reconsideration',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/conditions/{n}/fulfilment': projectAct(
    () => z.strictObject({ evidence: text() }),
    ({ evidence }, { number }) => ({ type: 'fulfil-condition', condition: number, evidence }),
  ),
  'POST /api/projects/{id}/conditions/{n}/waiver': projectAct(
    () => z.strictObject({ reason: text() }),
    ({ reason }, { number }) => ({ type: 'waive-condition', condition: number, reason }),
  ),
} satisfies Partial<Record<RouteKey, ProjectAct>>
