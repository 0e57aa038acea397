/**
 * A cookie for this host alone: the prefix `__Host-` of its name makes browsers insist on `Secure`, `Path=/` and no
 * `Domain`. No script reads it, and no other site's form sends it.
 * @param name begins with `__Host-`
 * @param seconds how long it is kept; without it, until the browser is closed
 */
export const hostCookie = (name: `__Host-${string}`, value: string, seconds?: number): string =>
  `${name}=${value}; Path=/; ${seconds === undefined ? '' : `Max-Age=${seconds}; `}Secure; HttpOnly; SameSite=Lax`

/** Ends a cookie of ours. */
export const endedCookie = (name: `__Host-${string}`): string => hostCookie(name, '', 0)

/** The cookies of a browser. */
export type Cookies = Readonly<Record<string, string>>

/** Names of a browser's cookies that begin so and are of ours by their look, the oldest first: browsers send them in that order. */
export const namesWith = <P extends `__Host-${string}`>(prefix: P, held: Cookies): readonly `${P}${string}`[] =>
  Object.keys(held).filter((name): name is `${P}${string}` => name.startsWith(prefix) && /^[\w-]+$/.test(name))
