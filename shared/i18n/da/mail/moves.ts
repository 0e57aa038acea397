import type { NextMove, Task } from '../../../domain/correspondence/letter.ts'

interface MoveWords {
  /** Til den, hvis tur det er. `by` er tom eller begynder med mellemrum: ` senest 24. november 2026 kl. 08.00`. */
  readonly yours: (by: string) => string
  /** Til de andre. `who` er den, hvis tur det er, og begynder sætningen. */
  readonly theirs: (by: string, who: string) => string
  /** Knappen til den, hvis tur det er. */
  readonly action: string
}

const parties: Readonly<Record<NextMove['party'], string>> = {
  secretariat: 'Sekretariatet',
  proposer: 'Forslagsstilleren',
  board: 'Bestyrelsen',
  lead: 'Projektlederen',
  owner: 'Den ansvarlige for vilkåret',
  steering: 'Styregruppen',
  coordination: 'Koordinationsgruppen',
  nobody: 'Ingen',
}

const tasks: Readonly<Record<Task, MoveWords>> = {
  answer: {
    yours: (by) => `Indplacer idéen på et niveau, eller send den retur${by}.`,
    theirs: (by) => `Sekretariatet svarer${by}.`,
    action: 'Svar på idéen',
  },
  shape: {
    yours: (by) => `Gør idéen til et koncept sammen med sekretariatet. Det skal være klar${by}.`,
    theirs: (by) => `Forslagsstilleren gør idéen til et koncept sammen med sekretariatet. Det skal være klar${by}.`,
    action: 'Arbejd videre med konceptet',
  },
  'look-at-revision': {
    yours: (by) => `Se på det nye: skriv, hvad der mangler, eller meld konceptet klar. Det skal være klar${by}.`,
    theirs: (by) => `Sekretariatet ser på det nye. Konceptet skal være klar${by}.`,
    action: 'Se, hvad der er nyt',
  },
  'start-level-1': {
    yours: (by) => `Fastlæg rammen, og sæt projektet i gang${by}.`,
    theirs: (by) => `Sekretariatet fastlægger rammen og sætter projektet i gang${by}.`,
    action: 'Sæt projektet i gang',
  },
  decide: {
    yours: (by) => `Vurder konceptet, og tag stilling til det${by}.`,
    theirs: (by) => `Bestyrelsen vurderer konceptet og tager stilling til det${by}.`,
    action: 'Se konceptet',
  },
  resubmit: {
    yours: (by) => `Ret idéen til, og send den ind igen${by}.`,
    theirs: (by) => `Forslagsstilleren retter idéen til og sender den ind igen${by}.`,
    action: 'Send idéen ind igen',
  },
  'name-lead': {
    yours: (by) => `Udpeg en projektleder, så projektet kan gå i gang${by}.`,
    theirs: (by) => `Forslagsstilleren udpeger en projektleder, så projektet kan gå i gang${by}.`,
    action: 'Udpeg en projektleder',
  },
  'name-steering-group': {
    yours: (by) => `Nedsæt en styregruppe, så projektet kan gå i gang${by}.`,
    theirs: (by) => `Projektlederen sørger for, at der bliver nedsat en styregruppe, så projektet kan gå i gang${by}.`,
    action: 'Nedsæt en styregruppe',
  },
  start: {
    yours: (by) => `Sæt projektet i gang${by}.`,
    theirs: (by) => `Projektlederen sætter projektet i gang${by}.`,
    action: 'Sæt projektet i gang',
  },
  report: {
    yours: (by) => `Send en fremdriftsrapport${by}.`,
    theirs: (by) => `Projektlederen sender en fremdriftsrapport${by}.`,
    action: 'Skriv fremdriftsrapport',
  },
  correct: {
    yours: (by) => `Ret rapporten til, og send den igen${by}.`,
    theirs: (by) => `Projektlederen retter rapporten til og sender den igen${by}.`,
    action: 'Ret rapporten',
  },
  review: {
    yours: (by) => `Godkend rapporten, eller send den tilbage${by}.`,
    theirs: (by) => `Sekretariatet gennemgår rapporten${by}.`,
    action: 'Gennemgå rapporten',
  },
  reconsider: {
    yours: (by) => `Tag${by} stilling til, om projektet skal fortsætte, have en ny ramme, sendes retur eller stoppes.`,
    theirs: (by, who) =>
      `${who} tager${by} stilling til, om projektet skal fortsætte, have en ny ramme, sendes retur eller stoppes.`,
    action: 'Se sagen og tag stilling',
  },
  'look-again': {
    yours: (by) => `Se på, om projektet skal i gang igen${by}.`,
    theirs: (by) => `Sekretariatet ser på, om projektet skal i gang igen${by}.`,
    action: 'Se projektet',
  },
  fulfil: {
    yours: (by) => `Opfyld vilkåret, og meld det ind${by}.`,
    theirs: (by, who) => `${who} sørger for, at det bliver opfyldt${by}.`,
    action: 'Meld vilkåret opfyldt',
  },
  'check-graduation': {
    yours: (by) => `Gå tjeklisten igennem${by}. Er alt på plads, bliver projektet et produkt.`,
    theirs: (by) => `Sekretariatet går tjeklisten igennem${by} og ser, om projektet er blevet et produkt.`,
    action: 'Gå tjeklisten igennem',
  },
  'self-evaluate': {
    yours: (by) => `Svar på de 43 kriterier${by}.`,
    theirs: (by, who) => `${who} svarer på de 43 kriterier${by}.`,
    action: 'Lav selvevalueringen',
  },
  'decide-level': {
    yours: (by) => `Tag stilling til niveauet${by}.`,
    theirs: (by) => `Bestyrelsen tager stilling til niveauet${by}.`,
    action: 'Se sagen og tag stilling',
  },
  steward: {
    yours: (by) => `Følg produktet: ændringsønsker, driftsmål og arkitektur.${next(by)}`,
    theirs: (by, who) => `${who} følger produktet.${next(by)}`,
    action: 'Se produktet',
  },
  'answer-change': {
    yours: (by) => `Tag stilling til ændringsønsket${by}.`,
    theirs: (by, who) => `${who} tager stilling til ændringsønsket${by}.`,
    action: 'Se ændringsønsket',
  },
  'answer-escalated-change': {
    yours: (by) => `Tag${by} stilling til ændringsønsket, som koordinationsgruppen ikke selv kan afgøre.`,
    theirs: (by, who) => `${who} tager${by} stilling til ændringsønsket.`,
    action: 'Se ændringsønsket',
  },
  'tell-sla': {
    yours: (by) => `Meld periodens driftsresultat${by}.`,
    theirs: (by, who) => `${who} melder periodens driftsresultat${by}.`,
    action: 'Meld driftsresultatet',
  },
  evaluate: {
    yours: (by) => `Vurder svarene, og fastlæg niveauet${by}.`,
    theirs: (by) => `Sekretariatet vurderer svarene og fastlægger niveauet${by}.`,
    action: 'Vurder svarene',
  },
  'find-successor': {
    yours: (by) => `Find${by} en anden, der kan føre sagen videre.`,
    theirs: (by, who) => `${who} finder${by} en anden, der kan føre sagen videre.`,
    action: 'Find en anden',
  },
  'prepare-papers': {
    yours: (by) => `Send materialet til mødet ud${by}.`,
    theirs: (by) => `Sekretariatet sender materialet til mødet ud${by}.`,
    action: 'Se mødet',
  },
  vote: {
    yours: (by) => `Læs materialet, og stem på hvert punkt${by}.`,
    theirs: (by) => `Bestyrelsens medlemmer stemmer${by}.`,
    action: 'Læs materialet og stem',
  },
  attend: {
    yours: () => 'Sæt dagen af. Materialet kommer i god tid før mødet.',
    theirs: () => 'Bestyrelsen mødes.',
    action: 'Se mødet',
  },
  nothing: {
    yours: () => 'Du skal ikke gøre noget. Sagen er lukket.',
    theirs: () => 'Du skal ikke gøre noget. Sagen er lukket.',
    action: 'Se sagen',
  },
}

const next = (by: string): string => (by === '' ? '' : ` Det næste skal være gjort${by}.`)

/** Hvis tur det er, og hvad der skal gøres. */
export const moves = () => ({
  parties,
  tasks,
  by: (moment: string) => ` senest ${moment}`,
  atOnce: ' hurtigst muligt',
})
