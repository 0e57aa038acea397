import * as z from 'zod/mini'
import type { Actor } from '../domain/actor.ts'
import type { FormTokens } from '../use-cases/people.ts'
import { sealBy } from './seal.ts'

const longestMillis = 12 * 3_600_000
const content = z.object({ at: z.number(), who: z.string() })

const whoIs = (actor: Actor): string => (actor.kind === 'person' ? actor.id : 'anonymous')

/** Tokens of our forms: sealed, of the one they were issued to, good for twelve hours. @param signingKey at least 32 characters */
export const formTokens = (signingKey: string, now: () => number = Date.now): FormTokens => {
  const seal = sealBy(signingKey, 'form')
  return {
    issue: (actor) => seal.close(JSON.stringify({ at: now(), who: whoIs(actor) })),
    open: (token, actor) => {
      const opened = seal.open(token)
      if (opened === undefined) return 'bad'
      const { at, who } = z.parse(content, JSON.parse(opened))
      const ageMillis = now() - at
      if (ageMillis < 0) return 'bad'
      return who === whoIs(actor) ? { ageMillis, isStale: ageMillis > longestMillis } : 'of-another'
    },
  }
}
