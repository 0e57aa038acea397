import type { Problem } from '../../../shared/api/problem-codes.ts'
import type { FormObject, FormValue } from '../../../shared/http/form-fields.ts'
import { pointerOfField } from '../../../shared/http/sent-form.ts'
import type { Reader } from '../reader.ts'
import type { FormState } from './state.ts'

/** A field that two have written in, by its name, and what stands there by now. */
interface Both {
  readonly name: string
  readonly now: FormValue | undefined
}

/**
 * A form that somebody else was ahead of, over what stands there by now: a field that was left as it began says what they wrote, so
 * that sending it again takes nothing of theirs back. A field that both have changed keeps what was typed, and says so.
 * @param beganAt what the form begins with at a version; undefined where there is none
 * @param seen the version that the reader had seen
 */
export const overNow = (
  state: FormState,
  beganAt: (version: number) => FormObject | undefined,
  { seen, reader }: { readonly seen: number; readonly reader: Reader },
): FormState => {
  const { problem, version } = state
  if (problem?.code !== 'version-conflict' || version === undefined || !Number.isInteger(seen)) return state
  const [began, now] = [beganAt(seen), beganAt(version)]
  if (began === undefined || now === undefined) return state
  const { typed, both } = merged(state.typed ?? {}, began, now)
  return { ...state, typed, isOverNow: true, problem: both.length === 0 ? problem : saying(problem, both, reader) }
}

const saying = (problem: Problem, both: readonly Both[], { words: { shell } }: Reader): Problem => ({
  ...problem,
  errors: both.map(({ name, now }) => ({
    pointer: pointerOfField(name),
    code: problem.code,
    detail: shell.conflict.both(isProse(now) ? now : undefined),
  })),
})

/** Words of somebody, which can be told as they are; no code of a choice, number or day. */
const isProse = (value: FormValue | undefined): value is string =>
  typeof value === 'string' && /\p{L}.*\s/su.test(value)

const merged = (typed: FormObject, began: FormObject, now: FormObject, within = '') => {
  const both: Both[] = []
  const names = new Set([typed, began, now].flatMap((one) => Object.keys(one)))
  const entries = [...names].flatMap((name): readonly (readonly [string, FormValue])[] => {
    const [mine, before, theirs] = [typed[name], began[name], now[name]]
    if ([mine, before, theirs].some(isGroup)) {
      const inner = merged(groupOf(mine), groupOf(before), groupOf(theirs), `${within}${name}.`)
      both.push(...inner.both)
      return [[name, inner.typed]]
    }
    const isTheirs = isSame(mine, before)
    if (!isTheirs && !isSame(before, theirs) && !isSame(mine, theirs)) both.push({ name: within + name, now: theirs })
    const kept = isTheirs ? theirs : mine
    return kept === undefined ? [] : [[name, kept]]
  })
  return { typed: Object.fromEntries(entries) satisfies FormObject, both }
}

const isGroup = (value: FormValue | undefined): value is FormObject =>
  typeof value === 'object' && !Array.isArray(value)

const groupOf = (value: FormValue | undefined): FormObject => (isGroup(value) ? value : {})

const isSame = (one: FormValue | undefined, other: FormValue | undefined): boolean => plain(one) === plain(other)

/**
 * A value without what only a browser makes of it: what is empty is not sent at all, lines end otherwise, and a box that was ticked
 * comes after its hidden "no".
 */
const plain = (value: FormValue | undefined): string => {
  if (value === undefined) return ''
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim()
  if (Array.isArray(value)) {
    if (value.every((one) => one === 'yes' || one === 'no')) return plain(value.at(-1))
    return JSON.stringify(value.map(plain))
  }
  const inner = Object.entries(value).map(([name, field]) => [name, plain(field)] as const)
  return JSON.stringify(inner.filter(([, field]) => field !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
