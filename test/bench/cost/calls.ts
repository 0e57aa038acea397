import { callApi, RefusedCall } from '../../../infra/local/demo/client.ts'
import type { AccountRole } from '../../../infra/local/engines/development-users.ts'
import { fetchToken } from '../../../infra/local/token.ts'

/** Who calls: a role, for a project where it is one's part in it. */
export interface Caller {
  readonly role: AccountRole
  readonly email?: string
  readonly authority?: string
  readonly project?: string
}

/** The API as people use it, over HTTP. */
export interface Calls {
  readonly post: <T = unknown>(path: string, body: unknown, as?: Caller) => Promise<T>
  readonly get: <T = unknown>(path: string, as?: Caller) => Promise<T>
  /** What may be refused, such as the vote of somebody who is excluded. */
  readonly attempt: (path: string, body: unknown, as: Caller) => Promise<boolean>
  /** The domain's moment. */
  readonly now: () => Promise<string>
  readonly step: (to: string) => Promise<void>
  readonly settled: () => Promise<void>
}

/** Milliseconds after which a token is fetched anew. */
const tokenLife = 20 * 60_000

export const callsTo = (url: string): Calls => {
  const tokens = new Map<string, { readonly token: Promise<string>; readonly until: number }>()
  const tokenOf = ({ role, ...wishes }: Caller): Promise<string> => {
    const key = JSON.stringify([role, wishes])
    const known = tokens.get(key)
    if (known !== undefined && known.until > Date.now()) return known.token
    const token = fetchToken(url, role, wishes)
    tokens.set(key, { token, until: Date.now() + tokenLife })
    return token
  }
  const call = async (method: 'GET' | 'POST', path: string, body: unknown, as?: Caller): Promise<unknown> =>
    callApi(`${url}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
      ...(as === undefined ? {} : { token: await tokenOf(as) }),
    })
  const calls: Calls = {
    post: async <T>(path: string, body: unknown, as?: Caller) => (await call('POST', path, body, as)) as T,
    get: async <T>(path: string, as?: Caller) => (await call('GET', path, undefined, as)) as T,
    attempt: async (path, body, as) => {
      try {
        await call('POST', path, body, as)
        return true
      } catch (error) {
        if (error instanceof RefusedCall) return false
        throw error
      }
    },
    now: async () => ((await callApi(`${url}/local/clock`)) as { now: string }).now,
    step: async (to) => void (await callApi(`${url}/local/clock`, { method: 'POST', body: { step: to } })),
    settled: async () => void (await callApi(`${url}/local/quiet?within=120000`)),
  }
  return calls
}
