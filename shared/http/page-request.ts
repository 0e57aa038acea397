import type { PageKey } from '../api/page-routes.ts'
import type { Visitor } from '../use-cases/people.ts'
import type { EdgeAnswer, EdgeRequest } from './exchange.ts'
import type { SentForm } from './sent-form.ts'

/** A request for a page. */
export interface PageRequest extends EdgeRequest {
  readonly visitor: Visitor
  readonly cookies: Readonly<Record<string, string>>
  /** What a form sent; empty for a page that is only looked at. */
  readonly form: SentForm
  /** How old the form is that was sent, in milliseconds since its page was made. */
  readonly formAge: number
  /** It lay open for longer than a form is good for: it is shown again, as it was typed, and nothing else happens. */
  readonly isStale: boolean
  /** The network address it comes from: for counting only, under a keyed hash. */
  readonly networkAddress: string
  /** For the forms on the page that is answered. */
  readonly token: string
}

export type PageAct = (request: PageRequest) => Promise<EdgeAnswer>
export type PageActs = Readonly<Partial<Record<PageKey, PageAct>>>
