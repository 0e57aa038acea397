import type { Actor, Role } from '../domain/actor.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'

/** Who speaks, by the `Authorization` header of a request. `bad-token`: it names nobody we trust. Throws `Unavailable` when that cannot be known now. */
export type Identify = (authorization: string | undefined) => Promise<Actor | 'bad-token'>

/** What a personal link lets its holder act as, on one project. */
export const linkPurposes = [
  'proposer',
  'lead',
  'steering',
  'coordination',
  'owner',
  'contact',
] as const satisfies readonly Role[]
export type LinkPurpose = (typeof linkPurposes)[number]

/** Links for people without an account. Opening one changes nothing; acting with it is a POST with its key as bearer token. */
export interface PersonalLinks {
  /** The address of a person's page of one project, with the key that lets this person act there. */
  linkFor(to: {
    readonly project: ProjectId
    readonly contact: ContactId
    readonly purpose: LinkPurpose
  }): Promise<string>
}

/** Who looks at a page. */
export interface Visitor {
  readonly actor: Actor
  /** To greet by; of whoever signed in. */
  readonly name?: string
  /** A session or a personal link that was good once: the page says how to get a new one. */
  readonly expired?: 'session' | 'link'
}

/**
 * Who looks, by the cookies of a request. `id`: of the project whose own page they look at, where a personal link to it
 * counts before all else. Throws `Unavailable` when that cannot be known now.
 */
export type IdentifyVisitor = (
  cookies: Readonly<Record<string, string>>,
  own: { readonly id?: string },
) => Promise<Visitor>

/** Personal links in a browser: the key moves from the address into a cookie, so that an address that is copied lets nobody in. */
export interface LinkCookies {
  /**
   * @param held the cookies that the browser has
   * @returns whole `Set-Cookie` values; `expired`: the key was good once; `bad`: it is none of ours, or of another project
   */
  keep(
    key: string,
    project: ProjectId,
    held: Readonly<Record<string, string>>,
  ): Promise<readonly string[] | 'expired' | 'bad'>
  /** The whole `Set-Cookie` value by which a browser forgets the link to this project. */
  end(project: ProjectId): string
}

/** Tokens that every form carries, so that no other site's form counts as ours. */
export interface FormTokens {
  /** A fresh one for this reader. */
  issue(actor: Actor): string
  /**
   * How long ago it was issued to this same reader, in milliseconds; `isStale`: longer ago than a form is good for.
   * `of-another`: issued by us, to somebody else; `bad`: none of ours.
   */
  open(token: string, actor: Actor): { readonly ageMillis: number; readonly isStale: boolean } | 'of-another' | 'bad'
}
