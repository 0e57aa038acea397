import type { PageKey } from '../api/page-routes.ts'
import type { Actor } from '../domain/actor.ts'
import { type Language, languages } from '../i18n/language.ts'
import type { FormTokens } from '../use-cases/people.ts'
import type { ShownAgain } from './page-request.ts'
import type { SentForm } from './sent-form.ts'
import { InTrouble, type Trouble } from './trouble.ts'

type Headers = Readonly<Record<string, string>>

/** A form that came in, and who sends it. */
export interface Incoming {
  readonly form: SentForm
  readonly headers: Headers
  readonly actor: Actor
  readonly tokens: FormTokens
}

/** What becomes of a form that is ours. */
export interface Received {
  /** How old it is, in milliseconds; 0 where somebody else opened it. */
  readonly age: number
  readonly again?: ShownAgain
  /** The language that it is to be shown in from now on. */
  readonly language?: Language
}

/**
 * Routes that show a form again as it was typed, where it is not to be taken now (`attempt`), and those that only show something, or
 * end what a browser holds. Any other refuses it.
 */
const showAgain: ReadonlySet<string> = new Set<PageKey>([
  'POST /',
  'POST /preview',
  'POST /p/{id}/{act}',
  'POST /links',
  'POST /sign-out',
  'POST /desk/people',
  'POST /desk/projects/{id}/{act}',
  'POST /board/call',
  'POST /board/{id}/{act}',
])

/**
 * A form counts only if it is ours: the browser says that it comes from this site (Fetch Metadata, else `Origin`), and it
 * carries a token that was issued to whoever sends it. On a page for everybody it is shown again to whoever came in or left since.
 * @param isForAll whether anybody may call the route
 * @throws `InTrouble` for any other
 */
export const receive = (incoming: Incoming, route: string, isForAll: boolean): Received => {
  const { form, headers, actor, tokens } = incoming
  const opened = tokens.open(form.own._token ?? '', actor)
  if (isFromElsewhere(headers) || opened === 'bad') throw notOurs()
  if (opened === 'of-another' && !(isForAll && isProvenOurs(headers))) throw notOurs()
  const language = languageWanted(form)
  const again = language !== undefined ? 'language' : ageingOf(opened)
  if (again !== undefined && !showAgain.has(route)) throw notOurs()
  return {
    age: opened === 'of-another' ? 0 : opened.ageMillis,
    ...(again === undefined ? {} : { again }),
    ...(language === undefined ? {} : { language }),
  }
}

const notOurs = () => new InTrouble({ kind: 'not-our-form' })

const ageingOf = (opened: Exclude<ReturnType<FormTokens['open']>, 'bad'>): ShownAgain | undefined => {
  if (opened === 'of-another') return 'visitor'
  return opened.isStale ? 'stale' : undefined
}

/** The button of a form that changes the language, and keeps what was typed. */
export const languageField = '_language'

/** The language that a form is to be shown in, where its button for that was pressed. */
export const languageWanted = ({ own }: SentForm): Language | undefined =>
  languages.find((one) => one === own[languageField])

/** What a form sent that could not be taken where nothing is wrong with it: for a page that lets it be sent again, or copied. */
export interface KeptForm {
  readonly form: SentForm
  /**
   * `nobody`: whoever opened it has left since; `another`: somebody else has come in; `trouble`: it is we who could not; `gone`: its
   * page is not there for whoever opened it any more, as somebody else has their part by now.
   */
  readonly why: 'nobody' | 'another' | 'trouble' | 'gone'
}

/**
 * What is kept of a form that came to trouble. It still carries the token of whoever opened it, and so counts for nobody else,
 * whatever it holds. Undefined where it is not proven to come from a page of ours, or where keeping it would not help.
 */
export const keptFormOf = (
  { kind }: Pick<Trouble, 'kind'>,
  { form, headers, actor, tokens }: Incoming,
): KeptForm | undefined => {
  if (!isProvenOurs(headers) || Object.keys(form.typed).length === 0) return undefined
  const opened = tokens.open(form.own._token ?? '', actor)
  if (opened === 'bad') return undefined
  if (kind === 'unavailable' || kind === 'internal') return { form, why: 'trouble' }
  if (kind === 'not-found') return opened === 'of-another' ? undefined : { form, why: 'gone' }
  const isDoor = kind === 'unauthenticated' || kind === 'forbidden' || kind === 'not-our-form'
  if (!isDoor || opened !== 'of-another') return undefined
  return { form, why: actor.kind === 'person' ? 'another' : 'nobody' }
}

const isFromElsewhere = (headers: Headers): boolean => originOf(headers) === 'elsewhere'
const isProvenOurs = (headers: Headers): boolean => originOf(headers) === 'ours'

/** Whence a request comes, by its browser; some that are old do not say. */
const originOf = (headers: Headers): 'ours' | 'elsewhere' | 'unsaid' => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'elsewhere'
  const { origin, host } = headers
  if (origin === undefined) return 'unsaid'
  return URL.canParse(origin) && new URL(origin).host === host ? 'ours' : 'elsewhere'
}
