import type { Answers, Concept, Evaluations } from '../../../shared/domain/concept.ts'
import { criteriaFor } from '../../../shared/domain/criteria.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Baseline } from '../../../shared/domain/economy/report.ts'
import type { AssessedLevel } from '../../../shared/domain/level.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import { people } from './material.ts'

/** What many municipalities depend on, tied to a national strategy: level 3. */
export const floodWarning: Concept = {
  title: 'Fælles varsling af oversvømmelse',
  purpose:
    'Når vandet stiger, ringer kommunerne til hinanden. Vi vil samle målinger fra vandløb, kloakker og regnmålere i én åben varsling, så beredskabet får besked, før kældrene fyldes.',
  value: 'Seks timers varsel i stedet for en; én vagt, hvor der i dag er fem.',
  theme: 'climate-and-environment',
  authority: people.rikke.authority,
  otherAuthorities: [people.ole.authority, people.lise.authority],
  potentialAuthorities: 60,
  backedByManagement: true,
  nationalStrategy: 'Den nationale plan for klimatilpasning',
  businessCritical: 'many',
  jointCost: dkk(760_000_000),
  licence: 'MPL-2.0',
  procurement: 'Fælles udbud af udvikling; drift udbydes for sig.',
  architecture: 'Målinger modtages efter den fællesoffentlige referencearkitektur for IoT.',
}

export const floodWarningAnswers: Answers = {
  R1: { answer: 'yes' },
  R2: { answer: 'yes', text: 'Tre direktører for teknik og miljø står bag.' },
  R3: { answer: 'yes', text: 'Tre kommuner deltager, ni har meldt interesse.' },
  R4: { answer: 'yes', text: 'Planen for klimatilpasning, spor 2.' },
  F1: { answer: 'yes' },
  F2: { answer: 'yes', text: 'MPL-2.0.' },
  F3: { answer: 'yes', text: 'Udbudt i marts.' },
  F18: { answer: 'yes', text: 'Referencearkitektur for IoT.' },
  G6: { answer: 'planned', text: 'Styregruppen nedsættes, når bestyrelsen har godkendt.' },
}

export const floodBaseline = (endsOn: CalendarDate): Baseline => ({
  budget: dkk(760_000_000),
  endsOn,
  scope: 'Varsling i tre kommuner; målinger fra vandløb, kloak og regnmålere.',
})

/** What the secretariat confirms of the onboarding checklist. */
export const confirmed = {
  financing: { item: 'governance-and-financing', evidence: 'Aftale om drift og fordeling af udgifter, underskrevet.' },
  documentation: { item: 'documentation', evidence: 'https://docs.os2.example/varsling' },
  agreements: { item: 'agreements-and-tools', evidence: 'Databehandleraftaler og fælles kodelager er på plads.' },
} as const

/** Every criterion of a level met. */
export const allGreen = (level: AssessedLevel): Evaluations =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { colour: 'green' }]))

/** A finished solution of one municipality that another has taken into use: it wants in, on level 1. */
export const accessibleDocuments: Concept = {
  title: 'Skabeloner til tilgængelige dokumenter',
  purpose:
    'Vores breve kan læses højt af en skærmlæser. Skabeloner og kontrolprogram er i drift hos os og hos vores nabo; nu vil vi dele dem med resten.',
  theme: 'administration',
  authority: people.poul.authority,
  otherAuthorities: [people.anja.authority],
  potentialAuthorities: 4,
  backedByManagement: false,
  businessCritical: 'no',
  licence: 'EUPL-1.2',
  repository: 'https://git.os2.example/tilgaengelige-dokumenter',
}

export const accessibleDocumentsAnswers: Answers = {
  R1: { answer: 'yes' },
  F1: { answer: 'yes' },
  F2: { answer: 'yes', text: 'EUPL-1.2.' },
  F3: { answer: 'yes', text: 'Udviklet af egne ansatte.' },
}
