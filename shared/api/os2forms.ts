import * as z from 'zod/mini'
import { costOf, criterionNames, listOf, yesOrNo } from './form-values.ts'

/**
 * What OS2forms (Drupal Webform, handler "remote post") sends when a submission is completed: the elements of the form by
 * their keys, beside fields of Drupal's own (`sid`, `serial`, `uuid`, `remote_addr`, …), which are not looked at, and
 * neither are elements that are not in the table. As `x-www-form-urlencoded` or JSON, flat or under `data`.
 */
export const os2formsBody = z.looseObject({
  /** Of the submission; the same when it is sent again. */
  uuid: z.exactOptional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
})

/** Which element of the form becomes which field. Keys as Webform makes them from Danish and English titles. */
export const os2formsFields = {
  title: ['title', 'titel', 'projekttitel', 'project_title'],
  purpose: ['purpose', 'formaal', 'formal'],
  background: ['background', 'baggrund'],
  value: ['value', 'vaerdi'],
  /** By the keys of `projectThemes`, also with underscores, as Webform makes keys of options. */
  theme: ['theme', 'tema', 'fagomraade'],
  authority: ['authority', 'myndighed', 'kommune', 'organisation'],
  otherAuthorities: ['other_authorities', 'andre_myndigheder', 'andre_kommuner'],
  potentialAuthorities: ['potential_authorities', 'antal_mulige_myndigheder'],
  backedByManagement: ['backed_by_management', 'ledelsesopbakning'],
  nationalStrategy: ['national_strategy', 'national_strategi'],
  businessCritical: ['business_critical', 'forretningskritisk'],
  /** In kroner. */
  jointCost: ['joint_cost', 'samlet_oekonomi', 'samlet_okonomi'],
  licence: ['licence', 'license', 'licens'],
  repository: ['repository', 'kildekode'],
  procurement: ['procurement', 'udbud_og_jura', 'udbud'],
  architecture: ['architecture', 'arkitektur'],
  kind: ['kind', 'type', 'slags'],
  consentToPublish: ['consent_to_publish', 'samtykke_til_offentliggoerelse', 'samtykke'],
  contactName: ['contact_name', 'navn', 'kontaktperson', 'name'],
  contactEmail: ['contact_email', 'email', 'e_mail', 'mail'],
  contactLanguage: ['contact_language', 'sprog', 'language'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Field = keyof typeof os2formsFields
type Elements = Readonly<Record<string, unknown>>

/** The words a Danish form may use for a choice. */
const choices = new Map([
  ['nyt', 'new'],
  ['ny', 'new'],
  ['overtagelse', 'takeover'],
  ['nej', 'no'],
  ['egen', 'own'],
  ['mange', 'many'],
])

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/**
 * The same submission as our own form would have sent it, for the same schema to read. Answers to the criteria come as
 * `answers_r1` (or `kriterie_r1`) with `answers_r1_text` beside.
 */
export const submissionOfOs2forms = (sent: Elements): Elements => {
  const elements: Elements = isElements(sent.data) ? { ...sent, ...sent.data } : sent
  const element = (field: Field): unknown => os2formsFields[field].map((key) => elements[key]).find(isFilled)
  const given = (name: string, value: unknown): Elements => (isFilled(value) ? { [name]: value } : {})
  const plain = [
    'title',
    'purpose',
    'background',
    'value',
    'authority',
    'nationalStrategy',
    'licence',
    'repository',
    'procurement',
    'architecture',
  ] as const
  const cost = element('jointCost')
  const potential = element('potentialAuthorities')
  return {
    ...given('kind', choiceOf(element('kind'))),
    ...given('consentToPublish', yesOrNo(element('consentToPublish'))),
    answers: answersIn(elements),
    contact: {
      ...given('name', element('contactName')),
      ...given('email', element('contactEmail')),
      ...given('language', choiceOf(element('contactLanguage'))),
    },
    concept: {
      ...Object.assign({}, ...plain.map((field) => given(field, element(field)))),
      ...given('theme', themeOf(element('theme'))),
      ...given('otherAuthorities', listOf(element('otherAuthorities'))),
      ...given(
        'potentialAuthorities',
        typeof potential === 'string' && /^\d+$/.test(potential) ? Number(potential) : potential,
      ),
      ...given('backedByManagement', yesOrNo(element('backedByManagement'))),
      ...given('businessCritical', choiceOf(element('businessCritical'))),
      ...given('jointCost', isFilled(cost) ? costOf(cost) : undefined),
    },
  }
}

const isElements = (value: unknown): value is Elements =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const choiceOf = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const said = value.trim().toLowerCase()
  return choices.get(said) ?? said
}

const themeOf = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase().replaceAll('_', '-') : value

const answerWords = new Map([
  ['ja', 'yes'],
  ['nej', 'no'],
  ['planlagt', 'planned'],
  ['ikke relevant', 'not-relevant'],
  ['ikke_relevant', 'not-relevant'],
  ['not_relevant', 'not-relevant'],
  ['ved ikke', 'dont-know'],
  ['ved_ikke', 'dont-know'],
  ['dont_know', 'dont-know'],
])

const answersIn = (elements: Elements): Elements =>
  Object.fromEntries(
    criterionNames.flatMap((id) => {
      const key = ['answers', 'kriterie']
        .map((prefix) => `${prefix}_${id.toLowerCase()}`)
        .find((one) => isFilled(elements[one]))
      if (key === undefined) return []
      const said = String(elements[key]).trim().toLowerCase()
      const text = elements[`${key}_text`] ?? elements[`${key}_tekst`]
      return [[id, { answer: answerWords.get(said) ?? said, ...(isFilled(text) ? { text } : {}) }]]
    }),
  )
