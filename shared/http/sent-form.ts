import { costOf, yesOrNo } from '../api/form-values.ts'
import { momentOf } from '../domain/calendar/days.ts'
import type { FormObject, FormValue } from './form-fields.ts'
import { basisPointsOf, minutesOf } from './typed-measures.ts'

/** What a page's form sent. */
export interface SentForm {
  /** As typed, by field name: what a page shows again when something was wrong. */
  readonly typed: FormObject
  /** As the same request would be in JSON. */
  readonly values: unknown
  /** Fields that speak of the form itself and not of the matter: `_token`, `_key`, `_version`, `_do`. */
  readonly own: Readonly<Record<string, string>>
}

/**
 * A form speaks in text; what a field means beyond that stands behind a colon in its name: `spent:kr` whole kroner or
 * with øre after a comma, as an amount in øre; `level:int`; `target:num` a decimal number; `availability:percent` a share in
 * basis points; `response:time` a time in minutes; `done:yes` true or false (of a
 * checkbox behind a hidden "no" the last counts); `meetsAt:local` a moment by the clocks of Copenhagen; `authorities:lines`
 * a list, a line for each; `risks:rows[2].text` a row of a table, of which those that nobody filled in are skipped. What
 * cannot be read so stays text, for the schema to name.
 */
const kinds = new Map<string, (value: FormValue) => unknown>([
  ['kr', (value) => (typeof value === 'string' ? costOf(value) : value)],
  ['int', (value) => (typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : value)],
  [
    'num',
    (value) =>
      typeof value === 'string' && /^\s*-?\d{1,12}(?:[.,]\d{1,6})?\s*$/.test(value)
        ? Number(value.replace(',', '.'))
        : value,
  ],
  ['percent', (value) => (typeof value === 'string' ? (basisPointsOf(value) ?? value) : value)],
  ['time', (value) => (typeof value === 'string' ? (minutesOf(value) ?? value) : value)],
  ['yes', (value) => yesOrNo(Array.isArray(value) ? value.at(-1) : value)],
  [
    'local',
    (value) =>
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? (momentOf(value) ?? value) : value,
  ],
  [
    'lines',
    (value) =>
      typeof value === 'string'
        ? value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
        : value,
  ],
])

/** @param body as `formFields` reads it */
export const sentForm = (body: FormObject): SentForm => {
  const entries = Object.entries(body)
  const own = entries.flatMap(([name, value]) =>
    name.startsWith('_') && typeof value === 'string' ? [[name, value] as const] : [],
  )
  const typed: FormObject = Object.fromEntries(
    entries
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, name.endsWith(':rows') ? rowsOf(value) : value]),
  )
  return { typed, values: valuesOfTyped(typed), own: Object.fromEntries(own) }
}

/** Rows that were filled in, without gaps, so that what is wrong with one is said of the one that stands there. */
const rowsOf = (value: FormValue): FormValue =>
  typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : value

/** What was typed in fields, as the same would be in JSON. */
export const valuesOfTyped = (typed: FormObject): unknown => valuesOf(typed)

const valuesOf = (value: FormValue): unknown => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valuesOf)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const [plain = '', kind = ''] = name.split(':')
      return [plain, kinds.get(kind)?.(inner) ?? valuesOf(inner)]
    }),
  )
}

/** Where in the matter a field's value ends up, as a problem names it (RFC 6901): `concept.title` is `/concept/title`. */
export const pointerOfField = (name: string): string =>
  `/${name.replaceAll(/:\w+/g, '').replaceAll('][', '.').replaceAll('[', '.').replaceAll(']', '').replaceAll('.', '/')}`

/** What was typed in a field, by its name; undefined where nothing was. */
export const typedIn = (typed: FormObject | undefined, name: string): FormValue | undefined => {
  let at: FormValue | undefined = typed
  for (const part of name.replaceAll('][', '.').replaceAll('[', '.').replaceAll(']', '').split('.')) {
    if (at === undefined || typeof at === 'string') return undefined
    at = Array.isArray(at) ? at[Number(part)] : Object.hasOwn(at, part) ? at[part] : undefined
  }
  return at
}
