/** A form that nobody fills in by hand: more fields than this, or deeper names, are not read. */
const mostFields = 1_000
const deepest = 6

export interface FormObject {
  [name: string]: FormValue
}
export type FormValue = string | FormValue[] | FormObject

/**
 * Reads `application/x-www-form-urlencoded` into what the same request would be as JSON, with every value still text.
 * Names reach into groups with dots or brackets, which mean the same: `contact.email`, `contact[email]`. A name that
 * comes twice, ends in `[]` or is a number (`authorities[0]`) is a list. Empty values are left out, as a browser
 * sends every field of a form.
 * @throws `TypeError` when names contradict each other, there are too many, or one is `__proto__`.
 */
export const formFields = (text: string): FormObject => {
  const root: FormObject = Object.create(null)
  const pairs = [...new URLSearchParams(text)]
  if (pairs.length > mostFields) throw new TypeError('too many fields')
  for (const [name, value] of pairs) if (value.trim() !== '') put(root, pathOf(name), value)
  return listsIn(root)
}

const pathOf = (name: string): readonly string[] => {
  const parts = name.replaceAll('][', '.').replaceAll('[', '.').replace(/\]$/, '').split('.')
  if (parts.length > deepest) throw new TypeError('a field name is too deep')
  if (parts.includes('__proto__')) throw new TypeError('no field has this name')
  return parts
}

const put = (root: FormObject, path: readonly string[], value: string): void => {
  let group = root
  for (const part of path.slice(0, -1)) {
    const within = group[part] ?? Object.create(null)
    if (typeof within !== 'object' || Array.isArray(within)) throw new TypeError('a field is a text and a group')
    group[part] = within
    group = within
  }
  const last = path.at(-1) ?? ''
  const before = group[last]
  if (before === undefined) group[last] = last === '' ? [value] : value
  else if (typeof before === 'string') group[last] = [before, value]
  else if (Array.isArray(before)) before.push(value)
  else throw new TypeError('a field is a text and a group')
}

/** Groups whose names are numbers become lists, in their order and without gaps; and so do those of `name[]`. */
const listsIn = (group: FormObject): FormObject => {
  for (const [name, value] of Object.entries(group)) {
    if (typeof value !== 'object' || Array.isArray(value)) continue
    const inner = listsIn(value)
    const names = Object.keys(inner)
    const nameless = inner['']
    if (names.length === 1 && Array.isArray(nameless)) group[name] = nameless
    else if (names.every((one) => /^(?:0|[1-9]\d{0,3})$/.test(one))) group[name] = Object.values(inner)
    else group[name] = inner
  }
  return group
}
