import * as z from 'zod/mini'
import { projectStates } from '../../../shared/domain/project/state.ts'
import { projectThemes } from '../../../shared/domain/theme.ts'

const one = <T extends readonly [string, ...string[]]>(of: T) =>
  z.pipe(
    z.transform((value) =>
      typeof value === 'string' && (of as readonly string[]).includes(value) ? value : undefined,
    ),
    z.optional(z.enum(of)),
  )
const words = z.pipe(
  z.transform((value) => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined)),
  z.optional(z.string()),
)

/** What a reader asks to see, from the address; what is not among the choices is as if not asked. */
export const portfolioQuery = z.object({
  state: z.optional(one(projectStates)),
  level: z.optional(one(['1', '2', '3'])),
  authority: z.optional(words),
  theme: z.optional(one(projectThemes)),
  q: z.optional(words),
  view: z.optional(one(['cards', 'table'])),
})
export type PortfolioQuery = z.output<typeof portfolioQuery>

/** The same question with something changed, as an address. */
export const addressOf = (query: PortfolioQuery, change: Partial<PortfolioQuery> = {}): string => {
  const all = Object.entries({ ...query, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  return all.length === 0 ? '/portfolio' : `/portfolio?${new URLSearchParams(all)}`
}
