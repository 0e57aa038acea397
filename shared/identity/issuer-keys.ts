import type { Jwk } from 'aws-jwt-verify/jwk'
import * as z from 'zod/mini'
import { getJson } from './get-json.ts'
import { issuerMetadata } from './issuer-metadata.ts'

/** Milliseconds: how long keys are used, and how long after a look nobody asks again for a key that was not there. */
const age = { most: 600_000, leastToLookAgain: 10_000 } as const

const keySet = z.lazy(() => z.object({ keys: z.array(z.unknown()) }))

/** What of a key is looked at or made into one; named as RFC 7517 and 7518 name it. */
const jwk = z.lazy(() => {
  const text = z.exactOptional(z.string())
  return z.object({ kty: z.string(), kid: text, use: text, alg: text, n: text, e: text, crv: text, x: text, y: text })
})

/** By kind of key, what it cannot be without. */
const members: Readonly<Record<string, readonly (keyof Jwk)[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
}

interface Held {
  /** Those for signing. */
  readonly keys: readonly Jwk[]
  readonly at: number
}

/** Looks up the public key by which a token says it is signed; a token may leave its name out where there is but one. */
export type IssuerKeys = (name: string | undefined) => Promise<Jwk>

/** The token names a key that the issuer does not have: the token's fault, not the issuer's. */
export class NoSuchKey extends Error {
  override readonly name = 'NoSuchKey'
}

/**
 * The keys of an OpenID Connect issuer: fetched on first use, kept over invocations, and fetched anew when they are old
 * or a token names one that is not among them, as it does once the issuer has changed its keys.
 * @throws `NoSuchKey`; any other error means that the keys cannot be had.
 */
export const issuerKeys = (issuer: string): IssuerKeys => {
  let held: Held | undefined
  let fetching: Promise<Held> | undefined
  const fetched = (): Promise<Held> => {
    fetching ??= fetchKeys(issuer)
      .then((found) => {
        held = found
        return found
      })
      .finally(() => {
        fetching = undefined
      })
    return fetching
  }
  const isOlderThan = (milliseconds: number, { at }: Held) => Date.now() - at >= milliseconds

  return async (name) => {
    const known = held === undefined || isOlderThan(age.most, held) ? await fetched() : held
    const key =
      keyNamed(name, known) ?? (isOlderThan(age.leastToLookAgain, known) ? keyNamed(name, await fetched()) : undefined)
    if (key === undefined) throw new NoSuchKey()
    return key
  }
}

const keyNamed = (name: string | undefined, { keys }: Held): Jwk | undefined => {
  if (name !== undefined) return keys.find(({ kid }) => kid === name)
  const [only, ...others] = keys
  return others.length === 0 ? only : undefined
}

const fetchKeys = async (issuer: string): Promise<Held> => {
  const { status, json } = await getJson(await keysAddress(issuer))
  if (status !== 200) throw new Error(`the issuer answered ${status} for its keys`)
  return { keys: z.parse(keySet, json).keys.flatMap(signingKey), at: Date.now() }
}

/**
 * A key that is broken, or of a kind that nobody here knows, is passed over (RFC 7517, 5). So is one that is not for
 * signing: one for signing may have the same name.
 */
const signingKey = (said: unknown): readonly Jwk[] => {
  const { success, data } = z.safeParse(jwk, said)
  if (!success || (data.use !== undefined && data.use !== 'sig')) return []
  return members[data.kty]?.every((name) => name in data) === true ? [data] : []
}

/** Where the issuer keeps its keys: what it says itself, else the usual place. */
const keysAddress = async (issuer: string): Promise<URL> => {
  const said = await issuerMetadata(issuer)
  return new URL(said?.jwks_uri ?? `${issuer.replace(/\/$/, '')}/jwks`)
}
