import * as z from 'zod/mini'
import { answersChange, conceptChange, evaluations } from './concept.ts'
import { criterionId, date, level, nothing, projectId, returnReasonList, text } from './fields.ts'
import { type ProjectAct, projectAct } from './project-act.ts'
import type { RouteKey } from './routes.ts'

export const mergeBody = z.strictObject({ into: projectId, reason: text() })

/** The secretariat's desk, and the dialogue about a concept. Merging reads another project, and stands in its own use-case. */
export const classificationActs = {
  'POST /api/projects/{id}/classification': projectAct(
    () => z.strictObject({ level, reason: z.exactOptional(text()) }),
    (sent) => ({ type: 'place', ...sent }),
  ),
  'POST /api/projects/{id}/return': projectAct(
    () => z.strictObject({ reasons: returnReasonList, comeBackWith: text() }),
    (sent) => ({ type: 'return', ...sent }),
  ),
  'POST /api/projects/{id}/assessment': projectAct(
    () => z.strictObject({ evaluations }),
    (sent) => ({
      type: 'assess',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/ready': projectAct(
    () => z.strictObject({ note: z.exactOptional(text()) }),
    (sent) => ({
      type: 'mark-ready',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/frame-withholding': projectAct(
    () => z.strictObject({ until: z.nullable(date) }),
    (sent) => ({
      type: 'withhold-frame',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/pause': projectAct(
    () => z.strictObject({ reason: text(), lookAgainOn: date }),
    (sent) => ({
      type: 'pause',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/resumption': projectAct(
    () => nothing,
    () => ({ type: 'resume' }),
  ),
  'POST /api/projects/{id}/reopening': projectAct(
    () => z.strictObject({ reason: text() }),
    (sent) => ({
      type: 'reopen',
      ...sent,
    }),
  ),
  'POST /api/projects/{id}/comments': projectAct(
    () => z.strictObject({ text: text(), criterion: z.exactOptional(criterionId) }),
    (sent) => ({ type: 'comment', ...sent }),
  ),
  'POST /api/projects/{id}/revisions': projectAct(
    () => z.strictObject({ concept: z._default(conceptChange, {}), answers: z.exactOptional(answersChange) }),
    (sent) => ({ type: 'revise', ...sent }),
  ),
} satisfies Partial<Record<RouteKey, ProjectAct>>
