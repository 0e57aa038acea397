import type { Letter } from '../domain/correspondence/letter.ts'
import { isProjectId } from '../domain/identifiers.ts'

/**
 * The page on which whoever reads a letter goes on: of a meeting the board's, of a case the secretariat's own where it is theirs. Whoever
 * has no part on it any more goes on where everybody may read.
 */
export const pageOfLetter = ({ about: { stream }, as }: Pick<Letter, 'about' | 'as'>): string => {
  if (!isProjectId(stream)) return `/board/${stream}`
  if (as === 'former') return '/portfolio'
  return as === 'secretariat' ? `/desk/projects/${stream}` : `/p/${stream}`
}
