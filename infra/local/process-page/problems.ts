import type { Refusal } from '../../../shared/domain/refusal.ts'
import { problemOf } from '../../../shared/http/problem.ts'
import { code } from './markdown.ts'

/** A refusal as a caller sees it: status, code, rule, and where in the body. */
export const problemInWords = (refusal: Refusal): string => {
  const { status } = problemOf({ kind: 'refused', refusal }, 'en', '')
  return `${status} ${code(refusal.refused)} (${refusal.rule})`
}

/** What the caller reads beside it. */
export const detailOf = (refusal: Refusal): string =>
  problemOf({ kind: 'refused', refusal }, 'en', '').problem.detail ?? ''
