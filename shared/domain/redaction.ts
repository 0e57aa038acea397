/** What stands where a person's words, name or address stood. Danish, as most of what surrounds it. */
export const redactionMark = '[slettet]'

/** What a person is called in texts. */
export interface Sought {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  /** Names are looked for as they are written. @default in any case, if they have more than one word */
  readonly isExact?: boolean
}

/**
 * What is sought where the person has no part. What somebody is called is their own word: called `og`, or `Skovby Kommune`,
 * they could blot that out of every project by asking to be forgotten. So it has to be a name and can be nothing else: two
 * words or more that begin with a capital, none of them an authority's.
 */
export const soughtElsewhere = ({ names, addresses }: Sought): Sought => ({
  names: names.filter(isOnlyAName).flatMap((name) => [name, name.toUpperCase()]),
  addresses,
  isExact: true,
})

/** Between the names of a person, in small letters. */
const particles: ReadonlySet<string> = new Set([
  ...['af', 'von', 'van', 'der', 'den', 'de', 'la', 'le', 'du', 'di', 'da', 'al', 'el', 'bin'],
])
const ofAuthorities = /kommune|region|styrelse|ministeri|departement|forening|forvaltning|udvalg|^os2$/iu

const isOnlyAName = (name: string): boolean => {
  const words = name.trim().split(/\s+/u)
  const own = words.filter((word) => !particles.has(word))
  return own.length > 1 && own.every((word) => /^\p{Lu}/u.test(word)) && !words.some((word) => ofAuthorities.test(word))
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
export const withoutPerson = (text: string, { names, addresses, isExact = false }: Sought): string => {
  const composed = text.normalize('NFC')
  const patterns = [...addresses.flatMap(addressPattern), ...names.flatMap((name) => namePattern(name, isExact))]
  const left = patterns.reduce((rest, pattern) => rest.replace(pattern, redactionMark), composed)
  return left === composed ? text : left
}

/** The whole address: `a@skovby.example` is no part of `ida@skovby.example`. */
const addressPattern = (address: string): readonly RegExp[] => {
  const written = escaped(address.trim().normalize('NFC'))
  return written === '' ? [] : [new RegExp(String.raw`(?<![\p{L}\p{N}])${written}(?![\p{L}\p{N}])`, 'giu')]
}

/**
 * The whole name, however it is spaced, also in the genitive; not as a part of another word. A name of one word is looked
 * for as it is written: many are also words of the language.
 */
const namePattern = (name: string, isExact: boolean): readonly RegExp[] => {
  const words = name.trim().normalize('NFC').split(/\s+/u)
  const spaced = words.map(escaped).join(String.raw`\s+`)
  if (spaced === '') return []
  const whole = String.raw`(?<![\p{L}\p{N}])${spaced}(?=s?(?![\p{L}\p{N}]))`
  return [new RegExp(whole, words.length > 1 && !isExact ? 'giu' : 'gu')]
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
