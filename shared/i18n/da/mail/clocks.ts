import type { Task } from '../../../domain/correspondence/letter.ts'
import type { Threat } from '../../../domain/correspondence/letter-body.ts'

type About = number | undefined
const numbered = (thing: string, about: About): string => (about === undefined ? thing : `${thing} nr. ${about}`)

const remind: Readonly<Record<Task, (about: About) => string>> = {
  answer: () => 'Idéen venter på svar',
  shape: () => 'Konceptet skal gøres klar',
  'look-at-revision': () => 'Det omskrevne koncept venter på jer',
  'start-level-1': () => 'Projektet kan sættes i gang',
  decide: () => 'Konceptet venter på en afgørelse',
  resubmit: () => 'Idéen skal sendes ind igen',
  'name-lead': () => 'Der skal udpeges en projektleder',
  'name-steering-group': () => 'Der skal nedsættes en styregruppe',
  start: () => 'Projektet skal sættes i gang',
  report: () => 'Det er snart tid til en fremdriftsrapport',
  correct: (about) => `${numbered('Fremdriftsrapport', about)} skal rettes`,
  review: (about) => `${numbered('Fremdriftsrapport', about)} venter på gennemgang`,
  reconsider: () => 'Genovervejelsen venter på en afgørelse',
  'look-again': () => 'Projektet på pause skal ses på igen',
  fulfil: (about) => `Vilkår ${about ?? ''} skal opfyldes`,
  'check-graduation': () => 'Er projektet blevet et produkt?',
  'self-evaluate': () => 'Det er snart tid til en selvevaluering',
  'decide-level': () => 'Niveauet venter på en afgørelse',
  steward: () => 'Produktet har brug for jer',
  'answer-change': (about) => `${numbered('Ændringsønske', about)} venter på svar`,
  'answer-escalated-change': (about) => `${numbered('Ændringsønske', about)} uden for rammen venter på svar`,
  'tell-sla': () => 'Det er snart tid til at melde driftsresultatet',
  evaluate: () => 'Selvevalueringen venter på vurdering',
  'find-successor': () => 'Sagen mangler en ansvarlig',
  'prepare-papers': () => 'Mødematerialet skal sendes ud',
  vote: () => 'Husk at stemme',
  attend: () => 'Husk mødet',
  nothing: () => 'Sagen er lukket',
}
const overdue: Readonly<Record<Task, (about: About) => string>> = {
  answer: () => 'Svaret på idéen er forsinket',
  shape: () => 'Konceptet er forsinket',
  'look-at-revision': () => 'Ingen har set på det omskrevne koncept',
  'start-level-1': () => 'Projektet er ikke sat i gang',
  decide: () => 'Afgørelsen er forsinket',
  resubmit: () => 'Idéen er ikke sendt ind igen',
  'name-lead': () => 'Projektet er ikke sat i gang',
  'name-steering-group': () => 'Projektet er ikke sat i gang',
  start: () => 'Projektet er ikke sat i gang',
  report: () => 'Fremdriftsrapporten mangler',
  correct: (about) => `Rettelsen af ${numbered('fremdriftsrapport', about)} mangler`,
  review: (about) => `${numbered('Fremdriftsrapport', about)} er ikke gennemgået`,
  reconsider: () => 'Genovervejelsen er forsinket',
  'look-again': () => 'Projektet på pause er ikke set på igen',
  fulfil: (about) => `Vilkår ${about ?? ''} er ikke opfyldt`,
  'check-graduation': () => 'Det er ikke afgjort, om projektet er et produkt',
  'self-evaluate': () => 'Selvevalueringen mangler',
  'decide-level': () => 'Afgørelsen om niveauet er forsinket',
  steward: () => 'Noget ved produktet er forsinket',
  'answer-change': (about) => `Svaret på ${numbered('ændringsønske', about)} mangler`,
  'answer-escalated-change': (about) => `Svaret på ${numbered('ændringsønske', about)} uden for rammen mangler`,
  'tell-sla': () => 'Driftsresultatet mangler',
  evaluate: () => 'Vurderingen af selvevalueringen mangler',
  'find-successor': () => 'Sagen mangler en ansvarlig',
  'prepare-papers': () => 'Mødematerialet er forsinket',
  vote: () => 'Der mangler stemmer',
  attend: () => 'Mødet er holdt',
  nothing: () => 'Sagen er lukket',
}
const threats: Readonly<Record<Threat['consequence'], (at: string) => string>> = {
  withdraw: (at) => `Hører vi ikke noget, bortfalder idéen ${at}, og sagen bliver lukket.`,
  reconsider: (at) => `Sker der ikke noget, bliver projektet taget op til genovervejelse ${at}.`,
  accept: (at) => `Er rapporten ikke gennemgået ${at}, regnes den som godkendt.`,
  erase: (at) => `Sagens indhold slettes ${at}.`,
}

/** Påmindelser og frister, der er overskredet. */
export const clocks = () => ({
  remind,
  overdue,
  threats,
  prefix: 'Påmindelse',
  due: 'Frist',
  condition: 'Vilkåret',
  reminderText: (dueAt: string) => `Fristen er ${dueAt}.`,
  overdueText: (dueAt: string, days: number) =>
    `Fristen var ${dueAt}. Den er nu overskredet med ${days === 1 ? 'én dag' : `${days} dage`}.`,
})
