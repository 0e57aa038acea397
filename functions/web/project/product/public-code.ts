import { dateOf } from '../../../../shared/domain/calendar/days.ts'
import type { Concept } from '../../../../shared/domain/concept.ts'
import type { Found } from '../found.ts'
import { isNamed } from '../sections.tsx'

/** The standard's own limits, in characters. */
const shortMost = 150
const longLeast = 150
const longMost = 10_000
const featureMost = 100

/** What the standard asks for and Trin does not know, or knows too little of. */
export type Lacking = 'repository' | 'licence' | 'contact' | 'long-description'

/**
 * A product as the standard for public software describes it (publiccode.yml 0.4), as far as Trin knows it. The standard wants
 * a person as contact: the chair of the coordination group, for whoever may see names. What Trin cannot know begins with a
 * guess (`assumed`).
 */
export const publicCode = ({ view }: Pick<Found, 'view'>): Record<string, unknown> => {
  const { concept } = view
  const contact = contactIn(view)
  return {
    publiccodeYmlVersion: '0.4',
    name: concept.title,
    ...(concept.repository === undefined ? {} : { url: concept.repository }),
    ...(view.graduatedAt === undefined ? {} : { releaseDate: dateOf(view.graduatedAt) }),
    ...assumed,
    developmentStatus: view.state === 'retired' ? 'obsolete' : view.live.length > 0 ? 'stable' : 'beta',
    intendedAudience: { countries: ['dk'], scope: ['government'] },
    ...(view.live.length === 0 ? {} : { usedBy: view.live.map(({ authority }) => authority) }),
    description: {
      da: {
        shortDescription: shortened(concept.purpose, shortMost),
        longDescription: longDescription(concept),
        features: [shortened(concept.value ?? concept.title, featureMost)],
      },
    },
    legal: concept.licence === undefined ? {} : { license: concept.licence },
    maintenance:
      view.state === 'retired'
        ? { type: 'none' }
        : { type: 'community', ...(contact === undefined ? {} : { contacts: [contact] }) },
    localisation: { localisationReady: false, availableLanguages: ['da'] },
  }
}

const assumed = { platforms: ['web'], categories: ['digital-citizenship'], softwareType: 'standalone/web' }

/** What is to be filled in by hand before the file is one of the standard's. */
export const lackingIn = ({ view }: Pick<Found, 'view'>): readonly Lacking[] => {
  const { concept } = view
  return [
    ...(concept.repository === undefined ? (['repository'] as const) : []),
    ...(concept.licence === undefined ? (['licence'] as const) : []),
    ...(contactIn(view) === undefined && view.state !== 'retired' ? (['contact'] as const) : []),
    ...([...longDescription(concept)].length < longLeast ? (['long-description'] as const) : []),
  ]
}

const contactIn = (view: Found['view']): { readonly name: string; readonly affiliation?: string } | undefined => {
  const chair = isNamed(view) ? view.people.coordination?.chair : undefined
  if (chair === undefined || chair === null) return undefined
  return { name: chair.name, ...(chair.authority === undefined ? {} : { affiliation: chair.authority }) }
}

const longDescription = ({ purpose, background, value }: Concept): string =>
  [purpose, background, value]
    .filter((part) => part !== undefined)
    .join('\n\n')
    .slice(0, longMost)

/** On one line, whole characters. */
const shortened = (text: string, most: number): string => {
  const characters = [...text.trim().replaceAll(/\s+/g, ' ')]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
