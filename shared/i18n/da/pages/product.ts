import type { ChangeOutcome, ChangeState } from '../../../domain/stewardship/changes.ts'

/** Det, man kan gøre med et produkts ændringsønsker: hver sin formular. */
export const productActs = {
  change: {
    title: 'Foreslå en ændring',
    lead: 'Koordinationsgruppen vurderer ønsket og svarer. Du får besked om svaret.',
    submit: 'Send ændringsønsket',
    done: 'Ændringsønsket er sendt. Nu er det koordinationsgruppens tur.',
  },
  'assess-change': {
    title: 'Vurdér et ændringsønske',
    lead: 'Skriv, hvad ændringen betyder: hvad den kræver, hvem der betaler, og hvad den påvirker.',
    submit: 'Gem vurderingen',
    done: 'Vurderingen er gemt. Nu kan ønsket besvares.',
  },
  'decide-change': {
    title: 'Svar på et ændringsønske',
    lead: 'Den, der har bedt om ændringen, får svaret og begrundelsen.',
    submit: 'Send svaret',
    done: 'Ændringsønsket er besvaret.',
  },
  'finish-change': {
    title: 'Meld en ændring udført',
    lead: 'Den, der har bedt om ændringen, får besked.',
    submit: 'Meld udført',
    done: 'Ændringen er meldt udført.',
  },
}

const states: Readonly<Record<ChangeState, string>> = {
  proposed: 'foreslået',
  assessed: 'vurderet',
  accepted: 'godkendt',
  rejected: 'afvist',
  'beyond-frame': 'hos styregruppen',
  done: 'udført',
  dropped: 'bortfaldet',
}
const outcomes: Readonly<Record<ChangeOutcome, string>> = {
  accept: 'Godkend',
  reject: 'Afvis',
  'beyond-frame': 'Uden for rammen: send videre til styregruppen',
}

/** Produktets sider: ændringer, drift, evaluering og styring. */
export const product = {
  title: 'Produktet',
  back: 'Tilbage',
  pages: {
    changes: 'Ændringsønsker',
  },
  changes: {
    lead: 'Alle ønsker til ændringer af produktet, de ubesvarede først, og hvad der kan gøres ved dem nu.',
    none: 'Der er ingen ændringsønsker endnu.',
    notYet: 'Man kan bede om ændringer, når projektet er blevet et produkt.',
    number: (number: number, title: string) => `${number}. ${title}`,
    open: 'Venter på svar',
    accepted: 'Godkendt og i gang',
    closed: 'Afsluttet',
    states,
    withSecretariat: 'hos sekretariatet',
    requester: 'Foreslået af',
    assessment: 'Vurdering',
    cost: 'Pris',
    reason: 'Begrundelse',
    answerBy: (day: string) => `Svar senest ${day}.`,
    waits: {
      proposed: 'Koordinationsgruppen skal vurdere ønsket.',
      assessed: 'Koordinationsgruppen skal svare.',
      steering: 'Styregruppen skal svare.',
      secretariat: 'Sekretariatet skal svare, fordi der ikke er en styregruppe.',
      accepted: 'Koordinationsgruppen melder, når ændringen er udført.',
    },
    actions: {
      'assess-change': 'Vurdér',
      'decide-change': 'Svar',
      'finish-change': 'Meld udført',
    },
    actionOn: (action: string, number: number) => `${action} (ønske ${number})`,
    fields: {
      title: 'Hvad skal ændres?',
      titleHint: 'Kort, så andre kan finde ønsket i listen.',
      text: 'Beskriv ønsket',
      textHint: 'Hvad er problemet, og hvem har gavn af ændringen?',
      assessment: 'Vurdering',
      cost: 'Hvad koster det?',
      outcome: 'Svar',
      reason: 'Begrundelse',
      note: 'Bemærkning',
    },
    outcomes,
    outcomeHint: {
      accept: 'Ændringen skal laves.',
      reject: 'Ændringen skal ikke laves.',
      'beyond-frame': 'Det er mere, end koordinationsgruppen kan beslutte.',
    },
    onlyReject: 'Ønsket er ikke vurderet endnu. Før det er vurderet, kan det kun afvises.',
  },
}
