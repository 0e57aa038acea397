import type { Concept, ProjectKind } from '../../../domain/concept.ts'
import type { Capacity } from '../../../domain/correspondence/letter.ts'
import type { Level } from '../../../domain/level.ts'

const levels: Readonly<Record<Level, string>> = {
  1: 'På niveau 1 skal bestyrelsen ikke godkende projektet. Den bliver orienteret, når projektet går i gang.',
  2: 'På niveau 2 skal bestyrelsen godkende konceptet, og projektet skal have en styregruppe.',
  3: 'På niveau 3 skal bestyrelsen godkende konceptet, projektet skal have en styregruppe, og der meldes oftere om fremdrift.',
}
const fields: Readonly<Record<keyof Concept, string>> = {
  title: 'titel',
  purpose: 'formål',
  background: 'baggrund',
  value: 'værdi',
  authority: 'myndighed',
  otherAuthorities: 'andre myndigheder, der deltager',
  theme: 'fagområde',
  potentialAuthorities: 'hvor mange der kan bruge løsningen',
  backedByManagement: 'ledelsens opbakning',
  nationalStrategy: 'national strategi',
  businessCritical: 'betydning for driften',
  jointCost: 'samlet økonomi',
  licence: 'licens',
  repository: 'kildekodens placering',
  procurement: 'udbud og jura',
  architecture: 'arkitektur',
}
const speakers: Readonly<Record<Capacity, string>> = {
  proposer: 'Forslagsstilleren',
  lead: 'Projektlederen',
  steering: 'Styregruppen',
  coordination: 'Koordinationsgruppen',
  owner: 'Den ansvarlige for et vilkår',
  contact: 'En kontaktperson på sagen',
  member: 'Et medlem af bestyrelsen',
  secretariat: 'Sekretariatet',
  board: 'Bestyrelsen',
  chair: 'Formanden',
  former: 'En tidligere deltager',
}

/** Fra idé til koncept, og tilbage igen. */
export const ideas = () => ({
  levels,
  fields,
  speakers,
  reason: 'Begrundelse',
  changedFields: 'Ændret i beskrivelsen',
  changedCriteria: 'Nye svar på kriterierne',
  received: {
    what: 'Vi har modtaget jeres idé',
    text: (kind: ProjectKind) => [
      kind === 'new'
        ? 'Tak for idéen. Den er registreret hos OS2, og sekretariatet læser den nu.'
        : 'Tak. Løsningen er registreret hos OS2, og sekretariatet ser nu på, om den kan blive et OS2-produkt.',
      'Sekretariatet svarer med et niveau og hjælper jer med at gøre idéen til et koncept. Er der noget, som først skal afklares, får I at vide hvad.',
      'Gem mailen: Linket herunder er jeres indgang til sagen.',
    ],
  },
  arrived: {
    what: (kind: ProjectKind): string => (kind === 'new' ? 'Ny idé' : 'En færdig løsning vil være med'),
    text: (authority: string, kind: ProjectKind) =>
      kind === 'new'
        ? `${authority} har sendt en ny idé ind.`
        : `${authority} har en færdig løsning, som de gerne vil have med i OS2.`,
  },
  levelPlaced: {
    what: (level: Level) => `Projektet er placeret på niveau ${level}`,
    text: (level: Level) => `Sekretariatet har placeret projektet på niveau ${level}. ${levels[level]}`,
  },
  levelChanged: {
    what: (from: Level, to: Level) => `Niveauet er ændret fra ${from} til ${to}`,
    text: (to: Level, from: string | undefined) =>
      `Projektet flytter til niveau ${to}${from === undefined ? ' fra i dag' : ` fra ${from}`}. ${levels[to]}`,
  },
  comment: {
    what: 'Ny kommentar',
    text: (speaker: string, criterion: string | undefined) =>
      criterion === undefined
        ? `${speaker} har skrevet en kommentar på sagen.`
        : `${speaker} har skrevet en kommentar om kriteriet ${criterion}.`,
    quote: 'Kommentaren',
  },
  revised: {
    what: 'Konceptet er skrevet om',
    text: (speaker: string) =>
      `${speaker} har ændret i teksten eller svarene. På sagen kan I se ord for ord, hvad der er nyt.`,
  },
  conceptReady: {
    what: 'Konceptet er klar til beslutning',
    text: (level: Level): string =>
      level === 1
        ? 'Sekretariatet har meldt konceptet klar. På niveau 1 skal bestyrelsen ikke tage stilling, så projektet kan sættes i gang, når rammen er på plads.'
        : 'Sekretariatet har meldt konceptet klar. Nu skal bestyrelsen vurdere det og prioritere det sammen med andre koncepter. I får besked, når det er på en dagsorden.',
    boardWhat: 'Et koncept venter på bestyrelsen',
    boardText: (level: Level) =>
      `Et koncept på niveau ${level} er klar til, at bestyrelsen vurderer og prioriterer det.`,
    note: 'Sekretariatets bemærkning',
  },
  returned: {
    what: 'Idéen er sendt retur',
    boardWhat: 'Bestyrelsen har sendt konceptet retur',
    text: (from: 'secretariat' | 'board') =>
      `${from === 'board' ? 'Bestyrelsen' : 'Sekretariatet'} har sendt sagen retur. Det er ikke en afvisning: Noget skal efterprøves, gentænkes eller formuleres om, før den kan gå videre.`,
    again: (loop: number) => `Det er ${loop}. gang, sagen er retur. Alle tidligere svar er bevaret.`,
    wasRunning: 'Projektet var i gang. Så længe det er retur, skal der ikke sendes fremdriftsrapporter.',
    reasons: 'Derfor er den sendt retur',
    criteria: 'Det handler om kriterierne',
    comeBackWith: 'Kom tilbage med',
  },
  resubmitted: {
    what: 'Idéen er sendt ind igen',
    text: (loop: number) => `Forslagsstilleren har sendt idéen ind igen efter ${loop}. tilbageløb.`,
    receiptWhat: 'Vi har modtaget jeres idé igen',
    receiptText: 'Tak. Sekretariatet læser idéen nu og ser især på det, I har ændret siden sidst.',
    unchanged: 'Hverken beskrivelsen eller svarene på kriterierne er ændret.',
    note: 'Forslagsstillerens bemærkning',
  },
  merged: {
    what: 'Idéen er lagt sammen med et andet projekt',
    text: (title: string) => [
      `Sekretariatet har lagt idéen sammen med projektet »${title}«, fordi de handler om det samme. Sagen lukkes her og fortsætter der.`,
    ],
    proposer: 'Du er nu kontaktperson på det projekt, og jeres myndighed er skrevet på som deltager.',
    until: (day: string) => `Det, der er skrevet på sagen her, er bevaret til ${day} og bliver så slettet.`,
    next: (title: string) => `Du skal ikke gøre noget. Du kan følge det videre arbejde i »${title}«.`,
    see: 'Se projektet',
  },
  mergedIn: {
    what: 'En anden idé er lagt ind i projektet',
    text: (title: string, authority: string) =>
      `Idéen »${title}« fra ${authority} handler om det samme og er lagt sammen med jeres projekt. ${authority} er skrevet på som deltager, og forslagsstilleren er nu kontaktperson.`,
  },
  withdrawn: {
    what: 'Idéen er trukket tilbage',
    text: 'Forslagsstilleren har trukket idéen tilbage, og sagen er lukket.',
    receiptText: 'Du har trukket idéen tilbage, og sagen er lukket. Tak, fordi I delte den.',
    silenceWhat: 'Idéen er bortfaldet',
    silenceText:
      'Fristen er for længst overskredet, og vi har ikke hørt noget. Derfor er idéen bortfaldet, og sagen er lukket.',
    again: 'Alt, hvad der er skrevet på sagen, er bevaret. Sekretariatet kan åbne den igen.',
    againUntil: (day: string) =>
      `Alt, hvad der er skrevet på sagen, er bevaret til ${day} og bliver så slettet. Indtil da kan sekretariatet åbne den igen.`,
  },
  reopened: {
    what: 'Sagen er åbnet igen',
    text: 'Sekretariatet har åbnet sagen igen. Historik og svar er bevaret, og sekretariatet ser på den som en ny idé.',
  },
})
