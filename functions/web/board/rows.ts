import type { FormObject, FormValue } from '../../../shared/http/form-fields.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'

/** How many empty rows stand behind those that are filled in. */
export const spareRows = 2

const rowsIn = (typed: FormObject | undefined, name: string): readonly FormValue[] => {
  const rows = typed?.[name]
  return Array.isArray(rows) ? rows : []
}

/** How many rows of a group a form shows: those filled in, and some to fill in. */
export const rowCount = (typed: FormObject | undefined, name: string): number => rowsIn(typed, name).length + spareRows

/**
 * What was sent without the rows in which nobody typed anything: a choice in a list counts for nothing by itself.
 * @param typedIn the fields of a row that somebody types in
 */
export const withoutEmptyRows = (request: PageRequest, name: string, typedIn: readonly string[]): PageRequest => {
  const { form } = request
  const isFilled = rowsIn(form.typed, name).map(
    (row) => typeof row === 'object' && !Array.isArray(row) && typedIn.some((field) => row[field] !== undefined),
  )
  if (isFilled.every((filled) => filled)) return request
  const values = { ...(form.values as Readonly<Record<string, unknown>>) }
  const kept = values[name]
  if (Array.isArray(kept)) values[name] = kept.filter((_, place) => isFilled[place])
  const typed = { ...form.typed, [name]: rowsIn(form.typed, name).filter((_, place) => isFilled[place]) }
  return { ...request, body: values, form: { ...form, typed, values } }
}
