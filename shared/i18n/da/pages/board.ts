import type { Choice, ExclusionReason, Outcome } from '../../../domain/board/votes.ts'
import type { ItemKind, Member } from '../../../domain/meeting/events.ts'
import type { Decision } from '../../../domain/project/events.ts'

type Form = 'meeting' | 'written'
const outcomes: Readonly<Record<Outcome, string>> = {
  approve: 'Godkendt',
  return: 'Sendt retur',
  reject: 'Afvist',
  continue: 'Fortsætter',
  rescope: 'Ny ramme',
  stop: 'Stoppet',
  uphold: 'Niveauet er fastholdt',
  amend: 'Niveauet er ændret',
}
const choices: Readonly<Record<Choice, string>> = {
  approve: 'Godkend',
  return: 'Send retur',
  reject: 'Afvis',
  continue: 'Fortsæt',
  rescope: 'Giv en ny ramme',
  stop: 'Stop projektet',
  uphold: 'Fasthold niveauet',
  amend: 'Ændr niveauet',
  abstain: 'Undlad at stemme',
}
const kinds: Readonly<Record<ItemKind, string>> = {
  concept: 'Koncept til afgørelse',
  reconsideration: 'Genovervejelse',
  level: 'Uenighed om niveau',
  information: 'Til orientering',
}
const seats: Readonly<Record<Member['seat'], string>> = {
  chair: 'Formand',
  'vice-chair': 'Næstformand',
  member: 'Medlem',
}
const exclusions: Readonly<Record<ExclusionReason, string>> = {
  proposer: 'er forslagsstiller',
  lead: 'er projektleder',
  steering: 'sidder i projektets styregruppe',
  declared: 'har selv meldt sig inhabil',
}
const yourExclusions: Readonly<Record<ExclusionReason, string>> = {
  ...exclusions,
  declared: 'har meldt dig inhabil',
}
const decidedBy: Readonly<Record<Decision['by'], string>> = {
  board: 'Bestyrelsen',
  secretariat: 'Sekretariatet',
  'general-assembly': 'Generalforsamlingen',
}

const items = (count: number): string => (count === 1 ? 'ét punkt' : `${count} punkter`)
const votes = (count: number): string => (count === 1 ? 'én stemme' : `${count} stemmer`)

/** Bestyrelsens bord: møder, dagsorden, stemmer. */
export const board = () => ({
  title: 'Bestyrelsens bord',
  outcomes,
  choices,
  kinds,
  seats,
  exclusions,
  /** Om læseren selv: »fordi du …«. */
  yourExclusions,
  decidedBy,
  kept: 'Det skrev du',
  meeting: {
    title: (form: Form, day: string) => (form === 'meeting' ? `Møde ${day}` : `Skriftlig afstemning til ${day}`),
    when: { meeting: 'Tid', written: 'Afstemningen slutter' },
    place: 'Sted',
    papers: 'Materiale',
    papersComing: (day: string) => `sendes ud ${day}`,
    papersSent: (day: string) => `sendt ud ${day}`,
    budget: 'Økonomi at give af',
    agenda: 'Dagsorden',
    emptyAgenda:
      'Der er ingen punkter på dagsordenen endnu. Det, der bliver klar til beslutning, kommer på af sig selv.',
    emptyVote: {
      secretariat: 'Der er ingen punkter endnu. Sæt dem på, der skal stemmes om: det gør I under »Led afstemningen«.',
      others: 'Der er ingen punkter endnu. Sekretariatet sætter dem på, der skal stemmes om.',
    },
    readPapers: 'Læs eller print alt materiale',
    minutes: 'Referat',
    reload: 'Hent de nyeste stemmer',
    missing: (count: number) => `Du mangler at stemme på ${items(count)}.`,
    nothingMissing: 'Du har stemt på alle åbne punkter. Du kan ændre din stemme, til punktet er lukket.',
    cancelled: 'Mødet er aflyst. Åbne punkter flytter til det næste møde.',
    concluded: 'Mødet er afsluttet.',
    inquorate:
      'Mødet er afsluttet, men bestyrelsen var ikke beslutningsdygtig. Åbne punkter flytter til det næste møde.',
    members: 'Deltagere',
    proxyTo: (name: string) => `har givet fuldmagt til ${name}`,
    erased: 'Navnet er slettet',
    unnamed: 'Navnet er på vej',
    you: 'dig',
  },
  item: {
    number: (number: number, count: number) => `Punkt ${number} af ${count}`,
    level: (level: number) => `Niveau ${level}`,
    levels: (fixed: string, wanted: string) => `Fastsat: ${fixed}. Ønsket: ${wanted}`,
    missingForWanted: (count: number) =>
      count === 0 ? 'intet mangler' : `${count === 1 ? '1 kriterium' : `${count} kriterier`} mangler`,
    previous: 'Forrige punkt',
    next: 'Næste punkt',
    toAgenda: 'Til dagsordenen',
    paper: 'Materialet til bestyrelsen',
    voted: (cast: number, eligible: number) => `${cast} af ${eligible} har stemt`,
    yourVote: (choice: string) => `Din stemme: ${choice}`,
    notVoted: 'Du har ikke stemt endnu',
    notVotedFor: (names: string) => `Du mangler at stemme for ${names}`,
    decided: (by: string, day: string) => `${by} afgjorde sagen ${day}.`,
    leaving: 'Punktet er ved at blive flyttet. Hent siden igen om et øjeblik.',
    information: 'Punktet er til orientering. Bestyrelsen skal ikke afgøre noget.',
    reason: 'Begrundelse',
    criteria: 'Afgørelsen bygger på',
    nextStep: 'Næste skridt',
    count: 'Stemmetal',
  },
  votes: {
    title: 'Stemmer',
    countOf: (choice: string, count: number) => `${choice}: ${count}`,
    quorum: (cast: number, eligible: number, quorum: number) =>
      `${cast} af ${eligible} stemmeberettigede har stemt. Der skal mindst ${votes(quorum)} til, for at bestyrelsen er beslutningsdygtig.`,
    takesPart: (authorities: string) =>
      `Deltager selv i projektet: ${authorities}. Det skal ses, men gør ingen inhabil.`,
    viaProxy: (name: string) => `afgivet af ${name}`,
    tied: (seat: string) => `Stemmerne stod lige. ${seat}ens stemme afgjorde.`,
    none: 'Ikke stemt endnu',
    result: {
      inquorate: 'Der er ikke stemmer nok endnu.',
      undecided:
        'Stemmerne giver ingen afgørelse: de står lige, eller alle undlader. Formandens stemme afgør, og ellers næstformandens.',
      generalAssembly: (eligible: number) =>
        `Kun ${eligible} kan stemme. Det er for få, så generalforsamlingen skal afgøre sagen.`,
      outcome: (outcome: string) => `Lukkes punktet nu, bliver udfaldet: ${outcome}.`,
      tie: (seat: string) => `Stemmerne står lige. ${seat}ens stemme afgør.`,
    },
  },
  vote: {
    title: 'Afgiv stemme',
    change: 'Ret stemme',
    choice: 'Din stemme',
    choiceFor: 'Stemme',
    for: 'Du stemmer for',
    comment: 'Kommentar',
    commentNeeded: (choice: string) => `skal skrives, medmindre du stemmer »${choice}«`,
    commentHint: 'Alle i bestyrelsen kan læse den.',
    submit: 'Gem stemme',
    done: 'Din stemme er gemt. Du kan ændre den, til punktet er lukket.',
    nextMissing: 'Gå til næste punkt, du mangler',
    youAreExcluded: (why: string) => `Du kan ikke stemme på dette punkt, fordi du ${why}.`,
    notMember: 'Kun mødets medlemmer stemmer.',
    over: 'Afstemningen er slut.',
    leftToAssembly: 'For få kan stemme på dette punkt. Derfor afgør generalforsamlingen det, og der stemmes ikke.',
  },
  conflict: {
    title: 'Er du inhabil?',
    text: 'Har du selv en interesse i sagen, så meld det her. Så kan du ikke stemme på punktet, og en stemme, du har afgivet, falder bort. Det kan ikke fortrydes.',
    submit: 'Meld mig inhabil på punktet',
    done: 'Du er meldt inhabil på punktet.',
  },
  ranking: {
    title: 'Prioritering',
    text: 'Er der ikke økonomi til det hele, viser rækkefølgen, hvad der kommer først. Den afgør ikke noget i sig selv.',
    merged: 'Bestyrelsens samlede rækkefølge',
    ranked: (count: number, all: number) => `${count} af ${all} medlemmer har prioriteret.`,
    points: (points: string) => `${points} point`,
    sum: (amount: string) => `i alt ${amount}`,
    noCost: 'økonomi ikke oplyst',
    cutLine: (budget: string) => `Hertil rækker økonomien: ${budget}`,
    own: 'Din rækkefølge',
    notYet: 'Skriv 1 ved det vigtigste. Du kan ændre rækkefølgen, til punkterne er lukket.',
    saved: 'Din rækkefølge er gemt. Du kan ændre den, til punkterne er lukket.',
    given: (amount: string) => `Det, der er godkendt på mødet, koster ${amount} og er talt med.`,
    up: (title: string) => `Flyt ${title} op`,
    down: (title: string) => `Flyt ${title} ned`,
    moved: (title: string, place: string) => `${title} er nu nummer ${place}`,
    submit: 'Gem rækkefølge',
    done: 'Din rækkefølge er gemt.',
  },
  proxy: {
    title: 'Giv fuldmagt',
    text: 'Kan du ikke være med, kan et andet medlem stemme for dig. Du kan give fuldmagten til en anden, så længe mødet ikke er slut.',
    proxy: 'Hvem skal stemme for dig?',
    submit: 'Giv fuldmagt',
    done: 'Fuldmagten er givet. Den, der stemmer for dig, får besked på mail.',
  },
})
