/**
 * Fields of events in which a person writes freely. Their words stand beside the events of a commit, in `texts`, so that
 * they can be redacted later while the events, and with them the history, stay as they were written.
 * The names mean the same in every event; a test compares them with what the schemas call free text.
 */
export const freeTextFields: ReadonlySet<string> = new Set([
  'title',
  'purpose',
  'background',
  'value',
  'nationalStrategy',
  'procurement',
  'architecture',
  'text',
  'reason',
  'note',
  'comeBackWith',
  'nextStep',
  'scope',
  'nextPeriod',
  'helpWanted',
  'response',
  'evidence',
  'comment',
  'place',
])

/** Stands where a text was. Its path is where it stands, which need not be said again. */
const mark = '→'

/** Takes the free text out: each leaves a mark, and stands under its path in `texts`. */
export const takeTextOut = (
  value: unknown,
): { readonly without: unknown; readonly texts: Readonly<Record<string, string>> } => {
  const texts: Record<string, string> = {}
  const walk = (part: unknown, field: string, path: string): unknown => {
    if (typeof part === 'string' && freeTextFields.has(field)) {
      texts[path] = part
      return { [mark]: '' }
    }
    if (Array.isArray(part)) return part.map((entry, at) => walk(entry, '', join(path, String(at))))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, name, join(path, name))]))
  }
  return { without: walk(value, '', ''), texts }
}

/** Puts the free text back. @throws when a text that was taken out is missing. */
export const putTextBack = (value: unknown, texts: Readonly<Record<string, string>>, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((entry, at) => putTextBack(entry, texts, join(path, String(at))))
  if (typeof value !== 'object' || value === null) return value
  if (Object.hasOwn(value, mark)) {
    const text = texts[path]
    if (text === undefined) throw new Error(`the free text ${path} of a commit is missing`)
    return text
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, putTextBack(inner, texts, join(path, name))]),
  )
}

const join = (path: string, next: string): string => (path === '' ? next : `${path}.${next}`)
