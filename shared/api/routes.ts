import type { Role } from '../domain/actor.ts'

/**
 * Who may call a route at all. `public`: anyone. `link`: also by a personal link, whose roles count on its project only.
 * What a role may do in which state is the domain's to say; this table keeps out whoever can never do it.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As API Gateway writes it: `/api/projects/{id}`. */
  readonly path: string
  /** Folder of the function that serves it. */
  readonly served:
    | 'submission'
    | 'classification'
    | 'board-decision'
    | 'progress'
    | 'stewardship'
    | 'portfolio'
    | 'erasure'
  readonly access: 'public' | { readonly roles: readonly Role[] }
  /** Answers to `HEAD` too: what others look at only to see whether it is there. @default false */
  readonly heads?: boolean
}

const everyone = 'public' as const
const onProject = {
  roles: ['secretariat', 'proposer', 'lead', 'steering', 'coordination', 'owner', 'contact', 'board', 'chair'],
} as const
const secretariat = { roles: ['secretariat'] } as const
const coordination = { roles: ['coordination'] } as const
const stewards = { roles: ['coordination', 'secretariat'] } as const
/** Those whose work is evaluated. */
const evaluated = { roles: ['steering', 'lead', 'coordination'] } as const

/** Every route there is: what the gateway offers, what each function serves, and who gets in. */
export const routes = [
  { method: 'POST', path: '/api/projects', served: 'submission', access: everyone },
  { method: 'POST', path: '/api/intake/os2forms', served: 'submission', access: { roles: ['integrator'] } },
  { method: 'POST', path: '/api/projects/{id}/resubmission', served: 'submission', access: { roles: ['proposer'] } },
  { method: 'POST', path: '/api/projects/{id}/withdrawal', served: 'submission', access: { roles: ['proposer'] } },

  { method: 'POST', path: '/api/projects/{id}/classification', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/return', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/assessment', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/ready', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/merge', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/frame-withholding', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/pause', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/resumption', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/reopening', served: 'classification', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/comments', served: 'classification', access: onProject },
  {
    method: 'POST',
    path: '/api/projects/{id}/revisions',
    served: 'classification',
    access: { roles: ['proposer', 'secretariat'] },
  },

  { method: 'POST', path: '/api/meetings', served: 'board-decision', access: { roles: ['secretariat', 'chair'] } },
  {
    method: 'GET',
    path: '/api/meetings/{id}',
    served: 'board-decision',
    access: { roles: ['secretariat', 'board', 'chair'] },
  },
  { method: 'POST', path: '/api/meetings/{id}/agenda', served: 'board-decision', access: secretariat },
  {
    method: 'POST',
    path: '/api/meetings/{id}/conflicts',
    served: 'board-decision',
    access: { roles: ['board', 'chair'] },
  },
  {
    method: 'POST',
    path: '/api/meetings/{id}/proxies',
    served: 'board-decision',
    access: { roles: ['board', 'chair'] },
  },
  { method: 'POST', path: '/api/meetings/{id}/votes', served: 'board-decision', access: { roles: ['board', 'chair'] } },
  {
    method: 'POST',
    path: '/api/meetings/{id}/rankings',
    served: 'board-decision',
    access: { roles: ['board', 'chair'] },
  },
  {
    method: 'POST',
    path: '/api/meetings/{id}/decisions',
    served: 'board-decision',
    access: { roles: ['chair', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/meetings/{id}/cancellation',
    served: 'board-decision',
    access: { roles: ['chair', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/meetings/{id}/conclusion',
    served: 'board-decision',
    access: { roles: ['chair', 'secretariat'] },
  },
  {
    method: 'GET',
    path: '/api/meetings/{id}/minutes',
    served: 'board-decision',
    access: { roles: ['secretariat', 'board', 'chair'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/reconsideration/decision',
    served: 'board-decision',
    access: secretariat,
  },

  {
    method: 'POST',
    path: '/api/projects/{id}/lead',
    served: 'progress',
    access: { roles: ['proposer', 'lead', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/proposer',
    served: 'progress',
    access: { roles: ['proposer', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/steering-group',
    served: 'progress',
    access: { roles: ['proposer', 'lead', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/participants',
    served: 'progress',
    access: { roles: ['proposer', 'lead', 'coordination', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/participants/departure',
    served: 'progress',
    access: { roles: ['proposer', 'lead', 'coordination', 'secretariat'] },
  },
  { method: 'POST', path: '/api/projects/{id}/start', served: 'progress', access: { roles: ['lead', 'secretariat'] } },
  { method: 'POST', path: '/api/projects/{id}/reports', served: 'progress', access: { roles: ['lead'] } },
  { method: 'POST', path: '/api/projects/{id}/reports/{n}/review', served: 'progress', access: secretariat },
  {
    method: 'POST',
    path: '/api/projects/{id}/reconsideration',
    served: 'progress',
    access: { roles: ['lead', 'steering', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/conditions/{n}/fulfilment',
    served: 'progress',
    access: { roles: ['owner', 'lead', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/conditions/{n}/waiver',
    served: 'progress',
    access: { roles: ['chair'] },
  },

  {
    method: 'POST',
    path: '/api/projects/{id}/go-lives',
    served: 'progress',
    access: { roles: ['lead', 'coordination', 'secretariat'] },
  },
  { method: 'POST', path: '/api/projects/{id}/graduation', served: 'progress', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/graduation/check', served: 'progress', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/completion', served: 'progress', access: secretariat },

  {
    method: 'POST',
    path: '/api/projects/{id}/coordination-group',
    served: 'stewardship',
    access: { roles: ['lead', 'coordination', 'secretariat'] },
  },
  {
    method: 'POST',
    path: '/api/projects/{id}/changes',
    served: 'stewardship',
    access: {
      roles: ['coordination', 'steering', 'secretariat', 'proposer', 'contact', 'lead', 'board', 'chair'],
    },
  },
  { method: 'POST', path: '/api/projects/{id}/changes/{n}/assessment', served: 'stewardship', access: coordination },
  {
    method: 'POST',
    path: '/api/projects/{id}/changes/{n}/decision',
    served: 'stewardship',
    access: { roles: ['coordination', 'steering', 'secretariat'] },
  },
  { method: 'POST', path: '/api/projects/{id}/changes/{n}/completion', served: 'stewardship', access: coordination },
  { method: 'POST', path: '/api/projects/{id}/sla', served: 'stewardship', access: stewards },
  { method: 'POST', path: '/api/projects/{id}/sla/results', served: 'stewardship', access: coordination },
  { method: 'POST', path: '/api/projects/{id}/adaptations', served: 'stewardship', access: stewards },
  { method: 'POST', path: '/api/projects/{id}/self-evaluations', served: 'stewardship', access: evaluated },
  { method: 'POST', path: '/api/projects/{id}/evaluations', served: 'stewardship', access: secretariat },
  { method: 'POST', path: '/api/projects/{id}/level-disputes', served: 'stewardship', access: evaluated },
  { method: 'POST', path: '/api/projects/{id}/retirement', served: 'stewardship', access: stewards },
  {
    method: 'POST',
    path: '/api/erasures',
    served: 'erasure',
    access: {
      roles: ['proposer', 'lead', 'steering', 'coordination', 'owner', 'contact', 'board', 'chair', 'secretariat'],
    },
  },

  { method: 'GET', path: '/api/projects', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/api/projects/{id}', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/api/projects/{id}/history', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/api/counts', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/api/meetings', served: 'portfolio', access: everyone },
  { method: 'POST', path: '/api/links', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/api/unsubscribe', served: 'portfolio', access: everyone },
  { method: 'POST', path: '/api/unsubscribe', served: 'portfolio', access: everyone },
  { method: 'GET', path: '/health', served: 'portfolio', access: everyone, heads: true },
  { method: 'GET', path: '/openapi.json', served: 'portfolio', access: everyone, heads: true },
  { method: 'GET', path: '/asyncapi.json', served: 'portfolio', access: everyone, heads: true },
] as const satisfies readonly Route[]

/** `POST /api/projects/{id}/start`, as API Gateway names a route. */
type KeyOf<R> = R extends { readonly method: infer M extends string; readonly path: infer P extends string }
  ? `${M} ${P}`
  : never
export type RouteKey = KeyOf<(typeof routes)[number]>
