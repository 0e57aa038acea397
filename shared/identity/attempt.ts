import * as z from 'zod/mini'
import { type Cookies, endedCookie, hostCookie, namesWith } from './host-cookie.ts'
import { sealBy } from './seal.ts'

const prefix = '__Host-sign-in-'
const longestSeconds = 600
/** Pages that send somebody to sign in at the same time, such as tabs that a browser opens again. */
const most = 4

const content = z.object({
  until: z.number(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.exactOptional(z.string()),
})

/** One try to sign in: what the provider's answer must fit to, and where it was to lead. */
export type Attempt = Omit<z.output<typeof content>, 'until'>

/**
 * Attempts to sign in, each sealed in a cookie of its own for ten minutes, so that an answer counts only in the browser that
 * asked, and tabs do not disturb each other.
 * @param signingKey at least 32 characters
 */
export const attempts = (signingKey: string, now: () => number = Date.now) => {
  const seal = sealBy(signingKey, 'sign-in')
  const cookieOf = (state: string) => `${prefix}${state}` as const
  return {
    /** What the browser has to keep of it; attempts beyond the newest few are given up. */
    open: (attempt: Attempt, held: Cookies): readonly string[] => {
      const others = namesWith(prefix, held)
      const value = seal.close(JSON.stringify({ ...attempt, until: now() + longestSeconds * 1_000 }))
      return [
        hostCookie(cookieOf(attempt.state), value, longestSeconds),
        ...others.slice(0, Math.max(0, others.length - (most - 1))).map(endedCookie),
      ]
    },
    /** @param state as the provider sends it back */
    read: (state: string, held: Cookies): Attempt | undefined => {
      const opened = seal.open(held[cookieOf(state)] ?? '')
      const read = opened === undefined ? undefined : z.safeParse(content, JSON.parse(opened))
      if (read?.success !== true) return undefined
      const { until, ...attempt } = read.data
      return attempt.state === state && now() < until ? attempt : undefined
    },
    end: ({ state }: Attempt): readonly string[] => [endedCookie(cookieOf(state))],
  }
}
