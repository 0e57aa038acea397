import type { Part } from '../../../domain/correspondence/product-letter-body.ts'
import type { ChangeOutcome } from '../../../domain/stewardship/changes.ts'
import type { SlaMeasure } from '../../../domain/stewardship/sla.ts'

const decided: Readonly<Record<ChangeOutcome, (number: number) => string>> = {
  accept: (number) => `Ændringsønske nr. ${number} er godkendt`,
  reject: (number) => `Ændringsønske nr. ${number} er afvist`,
  'beyond-frame': (number) => `Ændringsønske nr. ${number} ligger uden for rammen`,
}
const decidedText: Readonly<Record<ChangeOutcome, (who: string) => string>> = {
  accept: (who) =>
    `${who} har sagt ja til ændringsønsket. Koordinationsgruppen sørger for, at ændringen bliver lavet, og melder, når den er udført.`,
  reject: (who) => `${who} har sagt nej til ændringsønsket.`,
  'beyond-frame': (who) => `${who} finder, at ændringsønsket rækker ud over det, gruppen selv kan sige ja til.`,
}
const measures: Readonly<Record<SlaMeasure, string>> = {
  availability: 'Oppetid',
  response: 'Svartid',
  resolution: 'Løsningstid',
}
const taken: Readonly<Record<Part, string>> = {
  lead: 'projektleder',
  proposer: 'forslagsstiller',
  coordination: 'medlem af koordinationsgruppen',
  steering: 'medlem af styregruppen',
  owner: 'ansvarlig for et vilkår',
  contact: 'kontaktperson',
}
const vacant: Readonly<Record<Part, string>> = {
  lead: 'en projektleder',
  proposer: 'en forslagsstiller',
  coordination: 'en koordinationsgruppe',
  steering: 'en styregruppe',
  owner: 'en ansvarlig for et åbent vilkår',
  contact: 'en kontaktperson',
}
const minutesOf = (minutes: number): string => (minutes === 1 ? '1 minut' : `${minutes} minutter`)
const hoursOf = (count: number): string => (count === 1 ? '1 time' : `${count} timer`)

/** Fra projekt til produkt, og det, der følger. */
export const products = () => ({
  note: 'Bemærkning',
  live: 'I drift hos',
  wentLive: {
    what: (authority: string) => `${authority} har taget løsningen i brug`,
    text: (authority: string, day: string) => `Løsningen er i drift hos ${authority} fra ${day}.`,
    count: (live: number) =>
      live === 1 ? 'Det er den første myndighed, der bruger den.' : `Den er nu i drift hos ${live} myndigheder.`,
    enough: 'Det er nok til, at den kan blive et OS2-produkt.',
  },
  coordinationNamed: {
    what: (chair: boolean): string =>
      chair ? 'Du er formand for koordinationsgruppen' : 'Du er med i koordinationsgruppen',
    text: (isProduct: boolean): readonly string[] => [
      isProduct
        ? 'Du er udpeget til koordinationsgruppen for et OS2-produkt. Gruppen følger produktet: ændringsønsker, driftsmål og arkitektur.'
        : 'Du er udpeget til koordinationsgruppen. Når løsningen er blevet et produkt, følger gruppen den: ændringsønsker, driftsmål og arkitektur.',
      'Gem mailen: Linket herunder er din indgang til sagen.',
    ],
    othersWhat: 'Der er udpeget en koordinationsgruppe',
    othersText: (members: number, isProduct: boolean) =>
      `Koordinationsgruppen har ${members === 1 ? 'ét medlem' : `${members} medlemmer`}. ${isProduct ? 'Den følger produktet fra nu af.' : 'Den følger løsningen, når den er blevet et produkt.'}`,
  },
  coordinationLeft: {
    what: 'Du er ikke længere i koordinationsgruppen',
    text: 'Koordinationsgruppen er sammensat på ny, og du er ikke længere medlem. Tak for indsatsen. Dit link som medlem virker ikke længere.',
  },
  graduationChecked: {
    what: 'Projektet er ikke et produkt endnu',
    text: 'Sekretariatet har gået tjeklisten igennem. Der er noget, som skal på plads, før projektet kan blive et OS2-produkt.',
    missing: 'Det mangler',
    note: 'Sekretariatets bemærkning',
  },
  graduated: {
    what: 'Projektet er blevet et produkt',
    text: 'Alt på tjeklisten er på plads, og løsningen er nu et OS2-produkt. Tak til alle, der har været med til at nå hertil.',
    noReports: 'Der skal ikke sendes flere fremdriftsrapporter.',
    coordination: 'Fra nu af er det jer, der følger produktet.',
    board: 'Alt på tjeklisten er på plads, og projektet er nu et OS2-produkt.',
    selfEvaluation: 'Næste selvevaluering',
  },
  completed: {
    what: 'Projektet er gennemført',
    text: 'Løsningen er færdig og i drift. Den bruges kun af én myndighed og bliver derfor ikke et OS2-produkt. Sagen er lukket. Tak for indsatsen.',
  },
  changeReceived: {
    what: (number: number) => `Ændringsønske nr. ${number} er modtaget`,
    text: 'Der er kommet et ønske om at ændre produktet.',
    receiptText: 'Tak for ønsket. Koordinationsgruppen vurderer det og svarer.',
  },
  change: {
    title: 'Ønsket',
    text: 'Beskrivelse',
    assessment: 'Koordinationsgruppens vurdering',
    cost: 'Anslået pris',
  },
  changeDecided: { what: decided, text: decidedText },
  changeDone: {
    what: (number: number) => `Ændringsønske nr. ${number} er udført`,
    text: 'Ændringen er lavet.',
  },
  sla: {
    measures,
    /** @param percent uden procenttegn */
    percent: (percent: string) => `${percent} %`,
    /** @param minutes hele minutter */
    duration: (minutes: number) => {
      const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (whole === 0) return minutesOf(rest)
      return rest === 0 ? hoursOf(whole) : `${hoursOf(whole)} og ${minutesOf(rest)}`
    },
    atLeast: (value: string) => `mindst ${value}`,
    atMost: (value: string) => `højst ${value}`,
  },
  slaSet: {
    what: 'Produktet har fået driftsmål',
    text: 'Her er målene for driften (SLA). Efter hver periode melder koordinationsgruppen, hvordan det er gået.',
    endedWhat: 'Produktet har ikke længere driftsmål',
    endedText: 'Målene for driften (SLA) er ophævet. Der skal ikke længere meldes driftsresultater.',
  },
  slaBreach: {
    what: (missed: number): string => (missed === 1 ? 'Et driftsmål er ikke nået' : `${missed} driftsmål er ikke nået`),
    text: (from: string, to: string) => `Driften nåede ikke sine mål i perioden fra ${from} til ${to}.`,
    missed: 'Ikke nået',
    line: (measure: string, result: string, target: string) => `${measure}: ${result} (målet er ${target})`,
    note: 'Koordinationsgruppens bemærkning',
  },
  adaptation: {
    what: 'Arkitekturen er tilpasset',
    text: 'Der er registreret en tilpasning af produktets arkitektur.',
    title: 'Tilpasning',
    criterion: 'Kriterium',
    done: 'Det er gjort',
  },
  retired: {
    what: 'Produktet er udfaset',
    text: 'Produktet er udfaset, og sagen er lukket. Alt, hvad der er skrevet på sagen, er bevaret. Tak for indsatsen.',
  },
  takenOver: {
    what: 'Du har overtaget en opgave på sagen',
    text: (parts: string) => [
      `Du er nu ${parts}. Den, der havde opgaven før, er ikke længere med.`,
      'Gem mailen: Linket herunder er din indgang til sagen.',
    ],
    parts: taken,
  },
  vacant: {
    what: 'Sagen mangler en ansvarlig',
    text: (parts: string) => `Sagen har ikke længere ${parts}. Oplysningerne om den, der havde opgaven, er slettet.`,
    untilThen: 'Indtil der er udpeget en ny projektleder, er det dig, der står for projektet.',
    parts: vacant,
  },
})
