import { pageWords as da } from './da/pages.ts'
import { pageWords as en } from './en/pages.ts'
import type { Language } from './language.ts'
import { onDemand } from './on-demand.ts'

/** Words of every page. Danish is the source: a language that lacks one of its words does not compile. */
export type PageWords = ReturnType<typeof da>

export const pageWords: Readonly<Record<Language, PageWords>> = onDemand({ da, en })
