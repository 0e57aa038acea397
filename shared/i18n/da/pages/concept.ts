import type { Answer, Concept } from '../../../domain/concept.ts'

const fields: Readonly<Record<keyof Concept, string>> = {
  title: 'Titel',
  purpose: 'Formål',
  background: 'Baggrund',
  value: 'Værdi',
  theme: 'Fagområde',
  authority: 'Myndighed',
  otherAuthorities: 'Andre myndigheder, der er med',
  potentialAuthorities: 'Myndigheder, der kunne bruge det',
  backedByManagement: 'Ledelsen bakker op',
  nationalStrategy: 'National strategi',
  businessCritical: 'Driften afhænger af det',
  jointCost: 'Fælles økonomi',
  licence: 'Licens',
  repository: 'Kildekode',
  procurement: 'Udbud og jura',
  architecture: 'Arkitektur og afhængigheder',
}
const answers: Readonly<Record<Answer['answer'], string>> = {
  yes: 'Ja',
  no: 'Nej',
  planned: 'Planlagt',
  'not-relevant': 'Ikke relevant',
  'dont-know': 'Ved ikke',
}

/** Konceptet og svarene på kriterierne. */
export const concept = () => ({
  title: 'Konceptet',
  fields,
  answers,
  answersTitle: 'Svar på kriterierne',
  noAnswer: 'Ikke besvaret',
  yes: 'Ja',
  no: 'Nej',
  critical: { no: 'Nej', own: 'Ja, hos én myndighed', many: 'Ja, hos mange' },
  hints: {
    purpose: 'Hvilket problem løser det, og for hvem?',
    theme: 'Det område i kommunen, idéen mest handler om. Så kan andre finde den i porteføljen.',
    otherAuthorities: 'En myndighed på hver linje.',
    potentialAuthorities: 'Et skøn. Fra fem og opefter peger det på niveau 2.',
    jointCost: 'I kroner, for alle myndigheder tilsammen og hele projektet.',
    licence: 'Fx MPL-2.0 eller EUPL-1.2.',
    repository: 'En webadresse, der begynder med https://.',
    nationalStrategy: 'Navnet på strategien, hvis der er en.',
    answer: 'Forklar kort. Et nej eller »planlagt« skal forklares, før konceptet kan blive klar.',
  },
  citedTitle: 'Det, der blev spurgt til',
  othersTitle: 'De øvrige kriterier',
  answered: (theme: string, answered: number, all: number) => `${theme}: ${answered} af ${all} besvaret`,
  criterion: (id: string, label: string) => `${id}: ${label}`,
  answer: (id: string) => `Svar på ${id}`,
  explanation: (id: string) => `Forklaring til ${id}`,
})
