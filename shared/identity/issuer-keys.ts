import { createLocalJWKSet } from 'jose/jwks/local'
import type { JWTVerifyGetKey } from 'jose/jwt/verify'
import * as z from 'zod/mini'
import { getJson } from './get-json.ts'
import { issuerMetadata } from './issuer-metadata.ts'

/** Milliseconds: how long keys are used, and how long after a look nobody asks again for a key that was not there. */
const age = { most: 600_000, leastToLookAgain: 10_000 } as const

const keySet = z.lazy(() => z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }))

interface Held {
  readonly find: JWTVerifyGetKey
  readonly at: number
}

/**
 * The keys of an OpenID Connect issuer: fetched on first use, kept over invocations, and fetched anew when they are old
 * or a token names one that is not among them, as it does once the issuer has changed its keys.
 * @throws what jose throws for a token whose key the issuer does not have; any other error means that the keys cannot be had.
 */
export const issuerKeys = (issuer: string): JWTVerifyGetKey => {
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

  return async (header, token) => {
    const known = held === undefined || isOlderThan(age.most, held) ? await fetched() : held
    try {
      return await known.find(header, token)
    } catch (error) {
      if (!isNotThere(error) || !isOlderThan(age.leastToLookAgain, known)) throw error
      return (await fetched()).find(header, token)
    }
  }
}

const isNotThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY'

const fetchKeys = async (issuer: string): Promise<Held> => {
  const { status, json } = await getJson(await keysAddress(issuer))
  if (status !== 200) throw new Error(`the issuer answered ${status} for its keys`)
  return { find: createLocalJWKSet(z.parse(keySet, json)), at: Date.now() }
}

/** Where the issuer keeps its keys: what it says itself, else the usual place. */
const keysAddress = async (issuer: string): Promise<URL> => {
  const said = await issuerMetadata(issuer)
  return new URL(said?.jwks_uri ?? `${issuer.replace(/\/$/, '')}/jwks`)
}
