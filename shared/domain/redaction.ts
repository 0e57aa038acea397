/** What stands where a person's words, name or address stood. Danish, as most of what surrounds it. */
export const redactionMark = '[slettet]'

/** What a person is called in texts. */
export interface Sought {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
}

/**
 * Fields whose words belong to the matter and not to who typed them: others decide, vote and report on them. A person's
 * erasure takes their name out of these and leaves the rest.
 */
const matter: ReadonlySet<string> = new Set([
  'concept',
  'answers',
  'evaluations',
  'decision',
  'baseline',
  'conditions',
  'reasons',
  'comeBackWith',
  'place',
])

type Texts = Readonly<Record<string, string>>

/**
 * The free text of one commit, by path, without a person: what they wrote themselves is gone whole, and their name and
 * address wherever anybody wrote them. The same texts come back when nothing of the person is in them.
 * @param wrote whether the person made the commit
 */
export const redactPerson = (texts: Texts, { wrote, sought }: { wrote: boolean; sought: Sought }): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([path, text]) => {
      const isMatter = path.split('.').some((field) => matter.has(field))
      return [path, wrote && !isMatter ? redactionMark : withoutPerson(text, sought)]
    }),
  )

/** The same with every word gone: what is erased is the matter. */
export const redactAll = (texts: Texts): Texts =>
  Object.fromEntries(Object.keys(texts).map((path) => [path, redactionMark]))

/** A text without somebody's name and address; the very text when it has neither. */
export const withoutPerson = (text: string, { names, addresses }: Sought): string => {
  const composed = text.normalize('NFC')
  const left = [...addresses.flatMap(addressPattern), ...names.flatMap(namePattern)].reduce(
    (rest, pattern) => rest.replace(pattern, redactionMark),
    composed,
  )
  return left === composed ? text : left
}

const addressPattern = (address: string): readonly RegExp[] => {
  const written = escaped(address.trim().normalize('NFC'))
  return written === '' ? [] : [new RegExp(written, 'giu')]
}

/**
 * The whole name, however it is spaced, also in the genitive; not as a part of another word. A name of one word is looked
 * for as it is written: many are also words of the language.
 */
const namePattern = (name: string): readonly RegExp[] => {
  const words = name.trim().normalize('NFC').split(/\s+/u)
  const spaced = words.map(escaped).join(String.raw`\s+`)
  if (spaced === '') return []
  const whole = String.raw`(?<![\p{L}\p{N}])${spaced}(?=s?(?![\p{L}\p{N}]))`
  return [new RegExp(whole, words.length > 1 ? 'giu' : 'gu')]
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
