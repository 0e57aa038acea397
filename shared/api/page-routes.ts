import type { Role } from '../domain/actor.ts'

/**
 * A page, or what a form of one sends. Who may call it at all; `public`: anyone, also the holder of a personal link. The
 * process says what they may do there.
 */
export interface PageRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /**
   * By who sits there, since a cold start pays for all that a function carries, and each may touch only what it needs:
   * `web-portfolio` anybody, reading; `web-idea` whoever fills in the form; `web-project` the people of a project;
   * `web-desk`, `web-case` and `web-board` the secretariat and the board; `web-sign-in` whoever comes in, and touches no project.
   */
  readonly served:
    | 'web-portfolio'
    | 'web-idea'
    | 'web-project'
    | 'web-desk'
    | 'web-case'
    | 'web-board'
    | 'feeds'
    | 'web-sign-in'
  readonly access: 'public' | { readonly roles: readonly Role[] }
  /** Answers to `HEAD` too: what others look at only to see whether it is there. @default false */
  readonly heads?: boolean
}

const everyone = 'public' as const
const secretariat = { roles: ['secretariat'] } as const
const board = { roles: ['secretariat', 'board', 'chair'] } as const
const onProject = {
  roles: ['secretariat', 'proposer', 'lead', 'steering', 'coordination', 'owner', 'contact', 'board', 'chair'],
} as const

/** Every page there is. What one of its forms does is the last part of the path: one route serves all acts of a page. */
export const pageRoutes = [
  { method: 'GET', path: '/', served: 'web-idea', access: everyone, heads: true },
  { method: 'POST', path: '/', served: 'web-idea', access: everyone },
  { method: 'GET', path: '/p/{id}', served: 'web-project', access: everyone },
  { method: 'POST', path: '/preview', served: 'web-idea', access: everyone },
  { method: 'GET', path: '/sent', served: 'web-idea', access: everyone },
  { method: 'GET', path: '/p/{id}/{page}', served: 'web-project', access: onProject },
  { method: 'POST', path: '/p/{id}/{act}', served: 'web-project', access: onProject },
  { method: 'GET', path: '/portfolio', served: 'web-portfolio', access: everyone, heads: true },
  { method: 'GET', path: '/portfolio/times', served: 'web-portfolio', access: everyone },
  { method: 'GET', path: '/portfolio/{id}', served: 'web-portfolio', access: everyone, heads: true },
  { method: 'GET', path: '/portfolio.csv', served: 'feeds', access: everyone, heads: true },
  { method: 'GET', path: '/portfolio.json', served: 'feeds', access: everyone, heads: true },
  { method: 'GET', path: '/portfolio.rss', served: 'feeds', access: everyone, heads: true },
  { method: 'GET', path: '/meetings.ics', served: 'feeds', access: everyone, heads: true },
  { method: 'GET', path: '/accessibility', served: 'web-portfolio', access: everyone, heads: true },
  { method: 'GET', path: '/language', served: 'web-portfolio', access: everyone },
  { method: 'GET', path: '/assets/{file}', served: 'web-portfolio', access: everyone },
  // An address that somebody mistyped: what no other route takes.
  { method: 'GET', path: '/{page}', served: 'web-portfolio', access: everyone },

  { method: 'GET', path: '/sign-in', served: 'web-sign-in', access: everyone },
  { method: 'GET', path: '/sign-in/callback', served: 'web-sign-in', access: everyone },
  { method: 'GET', path: '/signed-in', served: 'web-sign-in', access: everyone },
  { method: 'POST', path: '/sign-out', served: 'web-sign-in', access: everyone },
  { method: 'GET', path: '/signed-out', served: 'web-sign-in', access: everyone },
  { method: 'GET', path: '/links', served: 'web-sign-in', access: everyone },
  { method: 'POST', path: '/links', served: 'web-sign-in', access: everyone },

  { method: 'GET', path: '/desk', served: 'web-desk', access: secretariat },
  { method: 'GET', path: '/desk/people', served: 'web-desk', access: secretariat },
  { method: 'POST', path: '/desk/people', served: 'web-desk', access: secretariat },
  { method: 'GET', path: '/desk/failures', served: 'web-desk', access: secretariat },
  { method: 'POST', path: '/desk/failures', served: 'web-desk', access: secretariat },
  { method: 'GET', path: '/desk/projects/{id}', served: 'web-case', access: secretariat },
  { method: 'GET', path: '/desk/projects/{id}/{page}', served: 'web-case', access: secretariat },
  { method: 'POST', path: '/desk/projects/{id}/{act}', served: 'web-case', access: secretariat },
  { method: 'GET', path: '/board', served: 'web-board', access: board },
  { method: 'GET', path: '/board/call', served: 'web-board', access: { roles: ['secretariat', 'chair'] } },
  { method: 'POST', path: '/board/call', served: 'web-board', access: { roles: ['secretariat', 'chair'] } },
  { method: 'GET', path: '/board/decisions', served: 'web-board', access: board },
  { method: 'GET', path: '/board/{id}', served: 'web-board', access: board },
  { method: 'GET', path: '/board/{id}/{page}', served: 'web-board', access: board },
  { method: 'POST', path: '/board/{id}/{act}', served: 'web-board', access: board },
] as const satisfies readonly PageRoute[]

type KeyOf<R> = R extends { readonly method: infer M extends string; readonly path: infer P extends string }
  ? `${M} ${P}`
  : never
export type PageKey = KeyOf<(typeof pageRoutes)[number]>
