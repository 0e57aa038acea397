import { z } from 'zod'
import type { AccountRole } from './engines/development-users.ts'
import { clientOf, developmentSecret } from './engines/oidc.ts'

/** What a token should say beside the role; what is left out is the development user's. */
export interface TokenWishes {
  readonly project?: string
  readonly authority?: string
  readonly email?: string
}

const answer = z.object({ access_token: z.string() })

/**
 * Gets a bearer token from the OpenID provider of a running local stack.
 * @param url where the stack answers.
 * @throws when nothing answers there.
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
  if (!response.ok) throw new Error(`the OpenID provider answered ${response.status}: ${await response.text()}`)
  return answer.parse(await response.json()).access_token
}
