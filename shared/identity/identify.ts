import { decodeProtectedHeader } from 'jose/decode/protected_header'
import type { Identify } from '../use-cases/people.ts'
import { Unavailable } from '../use-cases/unavailable.ts'
import { type AccessTokenSettings, accessTokenReader } from './access-token.ts'
import { linkReader, linkTokenType } from './personal-link.ts'

export interface IdentitySettings extends AccessTokenSettings {
  /** `SIGNING_KEY`: personal links are signed by a key derived from it. */
  readonly signingKey: string
}

const longestToken = 8_192

/** Who speaks: nobody (no header), the holder of a personal link, or whoever the OpenID provider says. */
export const identifier = (settings: IdentitySettings): Identify => {
  const readLink = linkReader(settings.signingKey)
  const readAccessToken = accessTokenReader(settings)
  return async (authorization) => {
    if (authorization === undefined) return { kind: 'anonymous' }
    const token = /^Bearer +([\w~+/.=-]+)$/i.exec(authorization)?.[1]
    if (token === undefined || token.length > longestToken) return 'bad-token'
    try {
      const read = decodeProtectedHeader(token).typ === linkTokenType ? readLink : readAccessToken
      return await read(token)
    } catch (error) {
      if (error instanceof Unavailable) throw error
      return 'bad-token'
    }
  }
}
