import type { FormObject, FormValue } from '../../../shared/http/form-fields.ts'

/** What was typed, to be carried along unseen: as the same fields would send it. */
export const HiddenFields = ({ typed }: { readonly typed: FormObject }) => (
  <>
    {namedIn(typed).map(([name, value], place) => (
      <HiddenField key={`${place}-${name}`} name={name} value={value} />
    ))}
  </>
)

/** One of them. */
export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
)

/** The fields of a form, each by its name as it is sent. */
export const namedIn = (typed: FormObject): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([name, value]) => named(name, value))

const named = (name: string, value: FormValue): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value))
    return value.flatMap((inner, place) =>
      typeof inner === 'string' ? [[`${name}[]`, inner]] : named(`${name}[${place}]`, inner),
    )
  return Object.entries(value).flatMap(([inner, one]) => named(`${name}.${inner}`, one))
}
