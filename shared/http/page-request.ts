import type { PageKey } from '../api/page-routes.ts'
import type { Visitor } from '../use-cases/people.ts'
import type { EdgeAnswer, EdgeRequest } from './exchange.ts'
import type { SentForm } from './sent-form.ts'

/**
 * Why a form is only shown again. `stale`: it lay open for longer than a form is good for; `visitor`: somebody came in or left
 * since it was opened; `language`: it is to be in another language.
 */
export type ShownAgain = 'stale' | 'visitor' | 'language'

/** A request for a page. */
export interface PageRequest extends EdgeRequest {
  readonly visitor: Visitor
  readonly cookies: Readonly<Record<string, string>>
  /** What a form sent; empty for a page that is only looked at. */
  readonly form: SentForm
  /** How old the form is that was sent, in milliseconds since its page was made. */
  readonly formAge: number
  /** Set: the form is only shown again, as it was typed, and nothing else happens. */
  readonly again?: ShownAgain
  /** For the forms on the page that is answered. */
  readonly token: string
}

export type PageAct = (request: PageRequest) => Promise<EdgeAnswer>
export type PageActs = Readonly<Partial<Record<PageKey, PageAct>>>
