import { z } from 'zod'
import type { AccountRole } from './engines/development-users.ts'
import { clientOf, developmentSecret } from './engines/oidc.ts'

/** What a token should say beside the role; what is left out is the development user's. */
export interface TokenWishes {
  readonly project?: string
  readonly authority?: string
  readonly email?: string
}

/** The OpenID provider gave no token. */
export class TokenRefused extends Error {
  readonly status: number

  constructor(status: number, said: string) {
    super(`the OpenID provider answered ${status}: ${said}`)
    this.name = 'TokenRefused'
    this.status = status
  }
}

const answer = z.object({ access_token: z.string() })

/**
 * Gets a bearer token from the OpenID provider of a running local stack.
 * @param url where the stack answers.
 * @throws TypeError when nothing answers there.
 * @throws TokenRefused when the provider gives none.
 */
export const fetchToken = async (url: string, role: AccountRole, wishes: TokenWishes = {}): Promise<string> => {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientOf(role),
      client_secret: developmentSecret,
      ...wishes,
    }),
  })
  if (!response.ok) throw new TokenRefused(response.status, await response.text())
  return answer.parse(await response.json()).access_token
}
