import type * as z from 'zod/mini'
import type { FieldCode, FieldFacts, FieldTrouble } from '../api/problem-codes.ts'
import { pointerOf } from './problem.ts'

type Issue = z.core.$ZodIssue

/**
 * Names each field that a schema refused: where, what is wrong in a stable code, and what its words need. A field is named
 * once, by what was found first: what is no web address need not be told that its characters are wrong, too.
 */
export const fieldTroubles = (
  issues: readonly Issue[],
  within: readonly PropertyKey[] = [],
): readonly FieldTrouble[] => {
  const named = new Map<string, FieldTrouble>()
  for (const trouble of issues.flatMap((issue) => troublesOf(issue, [...within, ...issue.path])))
    if (!named.has(trouble.pointer)) named.set(trouble.pointer, trouble)
  return [...named.values()]
}

const troublesOf = (issue: Issue, path: readonly PropertyKey[]): readonly FieldTrouble[] => {
  const one = (code: FieldCode, facts: FieldFacts = {}): readonly FieldTrouble[] => [
    { pointer: pointerOf(path), code, facts },
  ]
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return one('missing', { expected: issue.expected })
      return issue.expected === 'int' ? one('not-whole') : one('wrong-type', { expected: issue.expected })
    case 'too_big':
      return one(hasLength(issue.origin) ? 'too-long' : 'too-large', { limit: Number(issue.maximum) })
    case 'too_small':
      return one(hasLength(issue.origin) ? 'too-short' : 'too-small', {
        limit: Number(issue.minimum),
        expected: issue.origin,
      })
    case 'invalid_format':
      return one(formats[issue.format] ?? 'not-allowed-characters')
    case 'not_multiple_of':
      return one('not-whole')
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown', facts: {} }))
    case 'invalid_value':
      return one(issue.input === undefined ? 'missing' : 'not-a-choice', { choices: issue.values.map(String) })
    case 'invalid_union':
      return unionTroubles(issue.errors, path) ?? (issue.input === undefined ? one('missing') : one('not-as-asked'))
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return one('not-as-asked')
  }
}

const hasLength = (origin: string): boolean => origin === 'string' || origin === 'array'

const formats: Readonly<Record<string, FieldCode>> = {
  email: 'not-an-address',
  date: 'not-a-date',
  datetime: 'not-a-moment',
  url: 'not-a-link',
}

/** Of the shapes a union allows, the one that was meant: the one that got furthest. */
const unionTroubles = (
  errors: readonly (readonly Issue[])[],
  path: readonly PropertyKey[],
): readonly FieldTrouble[] | undefined => {
  const meant = errors.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  )
  const [nearest] = [...meant].sort((a, b) => a.length - b.length)
  return nearest === undefined ? undefined : fieldTroubles(nearest, path)
}
