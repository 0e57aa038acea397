import type { Role } from '../domain/actor.ts'

type Cookies = Readonly<Record<string, string>>

/**
 * Why nobody signed in. `stale`: the attempt is unknown here, too old, or was finished before. `cancelled`: by whoever
 * tried, or by the provider.
 */
export type NotSignedIn = 'stale' | 'cancelled'

/** Signing in at an OpenID provider: there and back again. Throws `Unavailable` when the provider does not answer. */
export interface SignIn {
  /** @param to the page that whoever signs in wants to see, a path of ours; @returns where to send the browser, and what it has to keep */
  begin(
    to: string | undefined,
    held: Cookies,
  ): Promise<{ readonly location: string; readonly cookies: readonly string[] }>
  /** @param query what the provider sent the browser back with */
  finish(query: Readonly<Record<string, string>>, held: Cookies): Promise<Finished>
  /** What a browser has to forget, and where the provider ends its own session, if it does. */
  end(held: Cookies): Promise<{ readonly cookies: readonly string[]; readonly location?: string }>
}

export type Finished = { readonly cookies: readonly string[]; readonly to?: string } & (
  | { readonly roles: readonly Role[] }
  | { readonly failed: NotSignedIn }
)
