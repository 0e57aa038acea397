import type { ChangeOutcome, ChangeState } from '../../../domain/stewardship/changes.ts'
import type { SlaMeasure } from '../../../domain/stewardship/sla.ts'
import { inHours } from '../../in-hours.ts'

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
  targets: {
    title: 'Sæt mål for driften',
    lead: 'Skriv, hvad I sigter efter. Et tomt felt er ikke et mål. Har I mål, skal der meldes et resultat for hver periode.',
    submit: 'Gem målene',
    done: 'Målene er gemt.',
  },
  result: {
    title: 'Meld et driftsresultat',
    lead: 'Skriv, hvad perioden endte med. Det bliver målt mod de mål, der gælder nu.',
    submit: 'Gem resultatet',
    done: 'Resultatet er gemt.',
  },
  'self-evaluation': {
    title: 'Selvevaluering',
    lead: 'Svar på de 43 kriterier, som de ser ud i dag. Det, du ikke ændrer, bliver stående.',
    submit: 'Gem selvevalueringen',
    done: 'Selvevalueringen er gemt. Nu kan sekretariatet vurdere den.',
  },
  dispute: {
    title: 'Vær uenig i niveauet',
    lead: 'Bestyrelsen afgør, hvilket niveau der er det rigtige. Det kan ske én gang for hver vurdering.',
    submit: 'Bring niveauet for bestyrelsen',
    done: 'Bestyrelsen bliver bedt om at afgøre niveauet.',
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
    sla: 'Drift og mål',
    evaluation: 'Evaluering',
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
  sla: {
    targets: 'Mål',
    noTargets: 'Der er ikke sat mål for driften.',
    results: 'Resultater',
    noResults: 'Der er ikke meldt noget resultat endnu.',
    due: (day: string) => `Det næste resultat skal meldes senest ${day}.`,
    measures: { availability: 'Oppetid', response: 'Svartid', resolution: 'Løsningstid' } satisfies Record<
      SlaMeasure,
      string
    >,
    limits: {
      availability: (value: string) => `mindst ${value}`,
      response: (value: string) => `højst ${value}`,
      resolution: (value: string) => `højst ${value}`,
    },
    percent: (basisPoints: number) => `${String(basisPoints / 100).replace('.', ',')} %`,
    time: (minutes: number) => inHours(minutes, 't.'),
    hints: {
      percent: 'I procent, fx 99,5.',
      time: 'I minutter eller timer, fx 90, 4 t. eller 1 t. 30 min.',
    },
    chartText: (count: number, missed: number) =>
      `${count === 1 ? '1 periode' : `${count} perioder`}. ${missed === 0 ? 'Målet er holdt hver gang.' : `Målet er ikke holdt i ${missed}.`}`,
    target: 'mål',
    result: 'resultat',
    met: 'holdt',
    missed: 'ikke holdt',
    against: (target: string) => `(mål ${target})`,
    table: 'Resultaterne som tabel',
    period: 'Periode',
    days: (from: string, to: string) => `${from} – ${to}`,
    from: 'Fra og med',
    to: 'Til og med',
    note: 'Bemærkning',
    noteHint: 'Er et mål ikke holdt, så skriv hvorfor, og hvad I gør ved det.',
    notAPercent: 'Skriv en procent, fx 99,5.',
    notATime: 'Skriv en tid i minutter eller timer, fx 90 eller 1 t. 30 min.',
  },
  evaluation: {
    level: 'Niveau',
    notAssessed: (level: string) =>
      `Sekretariatet har ikke fastlagt et niveau endnu. Farverne indtil nu viser: ${level}.`,
    assessed: (level: string) => `Vurderet til ${level}`,
    fixedBy: {
      secretariat: (day: string) => `af sekretariatet ${day}.`,
      board: (day: string) => `af bestyrelsen ${day}.`,
    },
    disputed: (level: string) => `Niveauet er bragt for bestyrelsen. Ønsket er: ${level}.`,
    selfEvaluated: (day: string) => `Sidste selvevaluering: ${day}.`,
    missing: 'Det mangler til næste niveau',
    counts: 'Optælling',
    byTheme: 'Kriterier efter tema',
    byLevel: 'Kriterier efter det niveau, de gælder fra',
    theme: 'Tema',
    saidYes: 'I har svaret ja',
    unmet: 'Ikke opfyldt',
    all: 'I alt',
    own: 'Selvevaluering',
    secretariat: 'Sekretariatets vurdering',
    wholeTheme: (theme: string) => `Læs alt om ${theme}`,
    wholeEvaluation: 'Tilbage til hele evalueringen',
    wanted: 'Hvilket niveau er det rigtige?',
    why: 'Hvorfor?',
    whyHint: 'Skriv, hvilke kriterier I ser anderledes på end sekretariatet.',
  },
}
