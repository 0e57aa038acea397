import type { Concept } from '../../../shared/domain/concept.ts'
import type { Reader } from '../reader.ts'

const conceptFields = [
  'title',
  'purpose',
  'value',
  'background',
  'theme',
  'authority',
  'otherAuthorities',
  'potentialAuthorities',
  'backedByManagement',
  'businessCritical',
  'nationalStrategy',
  'jointCost',
  'licence',
  'repository',
  'procurement',
  'architecture',
] as const satisfies readonly (keyof Concept)[]

const others = ['kind', 'consentToPublish'] as const
const ofContact = ['name', 'email', 'language'] as const

/** What a field of the form is called, by the name it is sent under. */
export const labelOf = ({ words }: Reader, name: string): string => {
  const { fields } = words.submit
  const [group = '', field = ''] = name.replace(/:.*$/, '').split('.')
  if (group === 'answers') return field
  const of = [...conceptFields, ...others, ...ofContact].find((one) => one === (field === '' ? group : field))
  return of === undefined ? name : fields[of].label
}
