import type { Answer, Concept, Evaluation } from '../../../domain/concept.ts'
import { numberIn } from '../../numbers.ts'
import { overdue } from '../overdue.ts'

const colours: Readonly<Record<Evaluation['colour'], string>> = {
  green: 'grøn',
  yellow: 'gul',
  red: 'rød',
  grey: 'ikke vurderet',
}
const answers: Readonly<Record<Answer['answer'], string>> = {
  yes: 'ja',
  no: 'nej',
  planned: 'planlagt',
  'not-relevant': 'ikke relevant',
  'dont-know': 'ved ikke',
}
const fields: Readonly<Record<keyof Concept, string>> = {
  title: 'titel',
  purpose: 'formål',
  background: 'baggrund',
  value: 'værdi',
  authority: 'myndighed',
  otherAuthorities: 'deltagende myndigheder',
  theme: 'fagområde',
  potentialAuthorities: 'hvor mange der kan bruge det',
  backedByManagement: 'ledelsens opbakning',
  nationalStrategy: 'national strategi',
  businessCritical: 'hvor kritisk det er for driften',
  jointCost: 'fælles økonomi',
  licence: 'licens',
  repository: 'kildekode',
  procurement: 'udbud og jura',
  architecture: 'arkitektur og afhængigheder',
}

/** Den ene side om et punkt, som bestyrelsen læser, før den afgør det. */
export const paper = () => ({
  purpose: 'Formål',
  background: 'Baggrund',
  value: 'Værdi',
  authorities: 'Deltagende myndigheder',
  pledge: (amount: string | undefined, hours: number | undefined) =>
    [amount, hours === undefined ? undefined : hours === 1 ? '1 time' : `${numberIn('da', hours)} timer`]
      .filter((one) => one !== undefined)
      .join(' og '),
  lastReport: 'Seneste fremdriftsrapport',
  analysis: 'Vurdering efter kriterierne',
  summary: (total: number, counts: string) =>
    `${total} kriterier gælder for niveauet. Sekretariatets vurdering: ${counts}.`,
  countOf: (count: number, colour: Evaluation['colour']) => {
    if (colour === 'grey') return `${count} ikke vurderet`
    return `${count} ${count === 1 ? colours[colour] : { green: 'grønne', yellow: 'gule', red: 'røde' }[colour]}`
  },
  noted: 'Kriterier at lægge mærke til',
  nothingNoted: 'Ingen af de besvarede kriterier er uopfyldte, gule eller røde.',
  silent: 'Ikke besvaret',
  rest: (criteria: string) => `De øvrige er opfyldt eller anbefalinger: ${criteria}.`,
  all: 'Alle kriterier',
  criterion: 'Kriterium',
  answer: 'Forslagsstillerens svar',
  evaluation: 'Sekretariatets vurdering',
  colours,
  answers,
  unanswered: 'ikke besvaret',
  unmet: 'Hverken opfyldt eller forklaret',
  changed: 'Ændret siden sidst',
  recommended: 'anbefaling',
  recommendation: 'Sekretariatets indstilling',
  noRecommendation: 'Sekretariatet har ikke skrevet en indstilling.',
  consequences: 'Konsekvenser',
  economy: 'Økonomi',
  time: 'Tid',
  dependencies: 'Arkitektur og afhængigheder',
  procurement: 'Udbud og jura',
  jointCost: (amount: string) => `${amount} i alt for alle deltagere`,
  frame: (amount: string) => `Ramme: ${amount}`,
  over: (amount: string, percent: string) => `Forventet forbrug er ${amount} (${percent} %) over rammen.`,
  under: (amount: string) => `Forventet forbrug er ${amount} under rammen.`,
  inFrame: 'Forventet forbrug holder rammen.',
  endsOn: (day: string) => `Rammen slutter ${day}.`,
  ended: (day: string) => `Rammen sluttede ${day}, og projektet er ikke færdigt.`,
  late: (days: number) => `Forventet slutdato er ${days === 1 ? '1 dag' : `${days} dage`} senere end rammen.`,
  onTime: 'Forventet slutdato holder rammen.',
  scope: 'Indhold',
  untold: 'Ikke oplyst',
  untoldTime: 'Slutdatoen fastsættes med rammen, når konceptet godkendes.',
  asked: 'Det skal bestyrelsen tage stilling til',
  ask: {
    concept:
      'Om konceptet godkendes, sendes retur eller afvises. Godkendelse kræver en ramme: økonomi, slutdato og indhold.',
    reconsideration: 'Om projektet fortsætter, får en ny ramme, sendes retur eller stoppes.',
    level: 'Om det niveau, sekretariatet har fastsat, står fast eller ændres.',
    'take-note': 'Intet. Punktet er til orientering.',
  },
  grounds: 'Derfor tages det op igen',
  ground: {
    variance: 'Projektet kan ikke holde rammen.',
    twoRed: 'To røde fremdriftsrapporter i træk.',
    overdue: overdue(),
    lapsed: (number: number) => `Vilkår ${number} er ikke opfyldt i tide.`,
    raised: (from: number, to: number) => `Niveauet er hævet fra ${from} til ${to}.`,
    lastLeft: 'Den sidste myndighed har forladt projektet.',
    asked: (text: string) => `Der er bedt om det: ${text}`,
  },
  dispute: {
    title: 'Uenigheden',
    text: (fixed: string, wanted: string) =>
      `Sekretariatet har fastsat ${fixed}. De, der er evalueret, mener ${wanted}.`,
    missing: (ids: string) => `Ifølge sekretariatets vurdering mangler: ${ids}.`,
    nothingMissing: 'Ifølge sekretariatets vurdering mangler intet.',
    levels: { sandbox: 'sandkasse', 1: 'niveau 1', 2: 'niveau 2', 3: 'niveau 3' },
  },
  loops: 'Tidligere behandling',
  loopCount: (count: number) =>
    count === 1 ? 'Sagen har været sendt retur én gang.' : `Sagen har været sendt retur ${count} gange.`,
  lastReturn: (by: string, day: string) => `Senest af ${by} ${day}:`,
  comeBackWith: 'Det skulle den komme tilbage med',
  changedFields: (names: string) => `Ændret siden da: ${names}.`,
  nothingChanged: 'Konceptets tekst er ikke ændret siden da.',
  fields,
})
