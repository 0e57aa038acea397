import { criteria } from '../domain/criteria.ts'

/** Yes and no as forms write them, in Danish and English. */
const yes = ['true', '1', 'on', 'yes', 'ja']
const no = ['false', '0', 'off', 'no', 'nej']

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields of the form that are not text, wherever they stand; what cannot be read stays text, and the schema names it. */
const readers = new Map<string, (value: unknown) => unknown>([
  ['potentialAuthorities', numberOf],
  ['amount', numberOf],
  ['backedByManagement', yesOrNo],
  ['consentToPublish', yesOrNo],
  ['otherAuthorities', listOf],
])

/**
 * What a plain form sends, as the same request would be in JSON. `jointCostKroner` (whole kroner, or with two decimals
 * after a comma) stands for `jointCost` in øre; a list may be given as one text with a line or a comma for each.
 */
export const valuesOfForm = (sent: unknown): unknown => {
  if (!isGroup(sent)) return sent
  const { jointCostKroner, ...rest } = sent
  const read = Object.entries(rest).map(([name, value]) => [
    name,
    readers.get(name)?.(value) ?? (isGroup(value) ? valuesOfForm(value) : value),
  ])
  return {
    ...Object.fromEntries(read),
    ...(jointCostKroner === undefined ? {} : { jointCost: costOf(jointCostKroner) }),
  }
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value
}

/** True or false; a checkbox may come as a list of its one value. */
export function yesOrNo(value: unknown): unknown {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (typeof one === 'number') return one === 1 ? true : one === 0 ? false : one
  if (typeof one !== 'string') return one
  const said = one.trim().toLowerCase()
  return yes.includes(said) ? true : no.includes(said) ? false : one
}

/** A list, given as one or as a text with a line or a comma for each. */
export function listOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Spaces are counted: a pattern that may part a long row of them in many ways tries them all. */
const danish = /^(\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,(\d{1,2}))?\s{0,3}(?:kr\.?|DKK)?$/i
const english = /^(?:DKK\s{0,3})?(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d{2}))?$/i

/**
 * Kroner as people write them (`1.250.000`, `1250000,50`, in English `1,250,000.50`, `DKK 1250000`) in øre; a number is whole
 * kroner. What is no amount stays as it is, to be refused.
 */
export const costOf = (kroner: unknown): unknown => {
  const text = String(kroner).trim()
  const [, whole = '', ore = '0'] = danish.exec(text) ?? english.exec(text) ?? []
  if (whole === '') return kroner
  return { amount: Number(whole.replaceAll(/[.,]/g, '')) * 100 + Number(ore.padEnd(2, '0')), currency: 'DKK' }
}

/** Ids of the criteria, as form fields are named after them. */
export const criterionNames: readonly string[] = criteria.map(({ id }) => id)
