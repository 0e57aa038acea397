import type { RuleFacts } from './problem-words.ts'

/** One fact as text; empty where it is not there. */
export const textOf = (facts: RuleFacts, name: string): string => {
  const fact = facts[name]
  return fact === undefined ? '' : Array.isArray(fact) ? fact.join(', ') : String(fact)
}

const namesIn = (facts: RuleFacts, name: string): readonly string[] => {
  const fact = facts[name]
  return fact === undefined ? [] : typeof fact === 'object' ? fact : [String(fact)]
}

/** A fact that names things of the process, each by its label; what has no label keeps its name. */
export const labelled = (
  facts: RuleFacts,
  name: string,
  labels: Readonly<Record<string, string>>,
  join: (labels: readonly string[]) => string,
): string => join(namesIn(facts, name).map((one) => labels[one] ?? one))

/** The same, but what has no label is nothing to people: the parts of Trin that act by themselves. */
export const onlyLabelled = (
  facts: RuleFacts,
  name: string,
  labels: Readonly<Record<string, string>>,
  join: (labels: readonly string[]) => string,
): string => join(namesIn(facts, name).flatMap((one) => labels[one] ?? []))

/** `a, b <or> c`. */
export const listed =
  (or: string) =>
  (words: readonly string[]): string =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
