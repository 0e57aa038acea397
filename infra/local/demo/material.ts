import type { Answers, Concept } from '../../../shared/domain/concept.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Baseline, Report } from '../../../shared/domain/economy/report.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'

/** Fictional people in the kind of places such projects come from. */
export const people = {
  mette: {
    name: 'Mette Lindholm',
    email: 'mette.lindholm@skovby.example',
    language: 'da',
    authority: 'Skovby Kommune',
  },
  jonas: { name: 'Jonas Brandt', email: 'jonas.brandt@skovby.example', language: 'da', authority: 'Skovby Kommune' },
  helle: {
    name: 'Helle Østergaard',
    email: 'helle.ostergaard@fjordby.example',
    language: 'da',
    authority: 'Fjordby Kommune',
  },
  amir: { name: 'Amir Haddad', email: 'amir.haddad@fjordby.example', language: 'en', authority: 'Fjordby Kommune' },
  kirsten: {
    name: 'Kirsten Vang',
    email: 'kirsten.vang@havneby.example',
    language: 'da',
    authority: 'Havneby Kommune',
  },
  birgitte: {
    name: 'Birgitte Holm',
    email: 'birgitte.holm@storeby.example',
    language: 'da',
    authority: 'Storeby Kommune',
  },
  karsten: { name: 'Karsten Riis', email: 'karsten.riis@engby.example', language: 'da', authority: 'Engby Kommune' },
  anja: { name: 'Anja Thomsen', email: 'anja.thomsen@aaby.example', language: 'da', authority: 'Åby Kommune' },
  poul: { name: 'Poul Erik Dam', email: 'poul.dam@sundby.example', language: 'da', authority: 'Sundby Kommune' },
  rikke: { name: 'Rikke Bæk', email: 'rikke.baek@aavang.example', language: 'da', authority: 'Åvang Kommune' },
  thomas: { name: 'Thomas Friis', email: 'thomas.friis@aavang.example', language: 'da', authority: 'Åvang Kommune' },
  lise: { name: 'Lise Krag', email: 'lise.krag@engby.example', language: 'da', authority: 'Engby Kommune' },
  ole: { name: 'Ole Svane', email: 'ole.svane@havneby.example', language: 'da', authority: 'Havneby Kommune' },
  nadia: { name: 'Nadia Rahimi', email: 'nadia.rahimi@aavang.example', language: 'en', authority: 'Åvang Kommune' },
} as const

export const board = [
  { ...people.birgitte, seat: 'chair' },
  { ...people.karsten, seat: 'vice-chair' },
  { ...people.anja, seat: 'member' },
  { ...people.poul, seat: 'member' },
  // Takes part in the sensor project's steering group, and is therefore excluded from its votes.
  { ...people.kirsten, seat: 'member' },
] as const

/** A small idea of one municipality: level 1. */
export const wasteCalendar: Concept = {
  title: 'Affaldskalenderen som åbne data',
  purpose:
    'Borgere skal kunne få hentedage for affald direkte i deres egen kalender. Vi udstiller vores tømningsplaner som åbne data med et lille program, som andre kommuner kan sætte op på en eftermiddag.',
  theme: 'climate-and-environment',
  authority: people.mette.authority,
  otherAuthorities: [],
  potentialAuthorities: 3,
  backedByManagement: false,
  businessCritical: 'no',
  jointCost: dkk(18_000_000),
  licence: 'MPL-2.0',
  procurement: 'Udvikles af egne ansatte; drift på den eksisterende aftale.',
}

export const wasteCalendarAnswers: Answers = {
  R1: { answer: 'yes', text: 'Kundeservice får cirka 40 opkald om ugen om hentedage.' },
  F1: { answer: 'planned', text: 'Koden lægges i foreningens organisation, når projektet starter.' },
  F2: { answer: 'yes', text: 'MPL-2.0.' },
  F3: { answer: 'yes', text: 'Ingen udbudspligt; egne timer.' },
  F4: { answer: 'planned', text: 'Ingen persondata; trusselsvurdering i første måned.' },
  F5: { answer: 'yes' },
}

/** What several municipalities need together: level 2. */
export const sensorLayer: Concept = {
  title: 'Fælles lag for sensordata på plejehjem',
  purpose:
    'Plejehjem køber sensorer fra mange leverandører, og hver har sit eget skærmbillede. Vi vil samle målingerne i ét åbent lag, så personalet ser alarmer ét sted, og så kommunerne ejer deres egne data.',
  background: 'Fem kommuner har hver deres pilot. Ingen af dem kan skifte leverandør uden at begynde forfra.',
  value: 'Færre falske alarmer om natten og frit valg af leverandør.',
  theme: 'health-and-care',
  authority: people.helle.authority,
  otherAuthorities: ['Havneby Kommune', 'Åby Kommune'],
  potentialAuthorities: 40,
  backedByManagement: true,
  businessCritical: 'own',
  jointCost: dkk(320_000_000),
  licence: 'MPL-2.0',
  procurement: 'Fælles indkøb af udvikling på en rammeaftale.',
}

export const sensorLayerAnswers: Answers = {
  R1: { answer: 'yes' },
  R2: { answer: 'yes', text: 'Ældrechefen i Fjordby er projektejer.' },
  R3: { answer: 'yes', text: 'Tre kommuner deltager, flere har meldt interesse.' },
  F1: { answer: 'planned', text: 'Fra første sprint.' },
  F2: { answer: 'yes', text: 'MPL-2.0.' },
  F3: { answer: 'yes', text: 'Rammeaftale for it-udvikling.' },
  F4: { answer: 'planned', text: 'Risikovurdering efter ISO 27005 inden pilot.' },
  F5: { answer: 'yes' },
  S1: { answer: 'yes', text: 'Strategiens spor om velfærdsteknologi.' },
  G6: { answer: 'planned', text: 'Styregruppen er aftalt mellem de tre chefer.' },
}

/** What the board missed the first time. */
export const sensorLayerRevised = {
  architecture:
    'Målinger modtages efter den fællesoffentlige referencearkitektur for IoT; sensorer beskrives efter SAREF. Afvigelsen for ældre nødkald er forklaret under F18.',
} as const
export const sensorLayerAnswersRevised: Answers = {
  F18: { answer: 'planned', text: 'Referencearkitektur for IoT følges; ældre nødkald går gennem en adapter i to år.' },
}

export const wasteBaseline = (endsOn: CalendarDate): Baseline => ({
  budget: dkk(18_000_000),
  endsOn,
  scope: 'Tømningsplaner som iCalendar og JSON for én kommune, klar til at sætte op i andre.',
})

export const sensorBaseline = (endsOn: CalendarDate): Baseline => ({
  budget: dkk(320_000_000),
  endsOn,
  scope: 'Modtagelse, lagring og alarmer for tre sensortyper på seks plejehjem i tre kommuner.',
})

/** A smaller frame, after the reconsideration. */
export const sensorBaselineRescoped = (endsOn: CalendarDate): Baseline => ({
  budget: dkk(290_000_000),
  endsOn,
  scope: 'Modtagelse, lagring og alarmer for to sensortyper på fire plejehjem; nødkald udgår.',
})

interface ReportFacts {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly endsOn: CalendarDate
  /** Spent to date and forecast at completion, in øre. */
  readonly spent: number
  readonly forecast: number
}

export const wasteReport = ({ from, to, endsOn, spent, forecast }: ReportFacts): Report => ({
  period: { from, to },
  status: {
    overall: { colour: 'yellow', reason: 'To måneder tabt, fordi planerne skulle renses for fejl.' },
    schedule: { colour: 'yellow', reason: 'Ny leverandør af tømningsplaner fra sommeren.' },
    economy: { colour: 'green' },
    scope: { colour: 'green' },
    risk: { colour: 'green' },
  },
  milestones: [{ title: 'Åbne data i drift i Skovby', plannedOn: to, forecastOn: endsOn }],
  spent: dkk(spent),
  forecast: dkk(forecast),
  endsOn,
  risks: [
    { text: 'Renovatøren ændrer formatet.', likelihood: 3, impact: 2, response: 'Formatet aftales i kontrakten.' },
  ],
  authoritiesLive: [],
  nextPeriod: 'Drift i Skovby og vejledning til den næste kommune.',
  helpWanted: 'En kommune mere, der vil prøve opsætningen.',
})

export const sensorReport = ({ from, to, endsOn, spent, forecast }: ReportFacts): Report => ({
  period: { from, to },
  status: {
    overall: { colour: 'green' },
    schedule: { colour: 'green' },
    economy: { colour: 'green' },
    scope: { colour: 'green' },
    risk: { colour: 'yellow', reason: 'Kun én leverandør har åbnet sin snitflade endnu.' },
  },
  milestones: [{ title: 'Første plejehjem i drift', plannedOn: to, forecastOn: to, doneOn: to }],
  spent: dkk(spent),
  forecast: dkk(forecast),
  endsOn,
  risks: [
    {
      text: 'Leverandører lukker deres snitflader.',
      likelihood: 3,
      impact: 4,
      response: 'Krav om åbne snitflader i udbud.',
    },
  ],
  authoritiesLive: [],
  nextPeriod: 'To plejehjem mere; alarmer til vagttelefonen.',
})
