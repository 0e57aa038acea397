import type { Answer } from '../../../domain/concept.ts'
import type { Theme } from '../../../domain/criteria.ts'
import type { AssessedLevel } from '../../../domain/level.ts'
import type { Colour } from '../../../domain/stewardship/evaluation.ts'

const answers: Readonly<Record<Answer['answer'], string>> = {
  yes: 'ja',
  no: 'nej',
  planned: 'planlagt',
  'not-relevant': 'ikke relevant',
  'dont-know': 'ved ikke',
}
const themes: Readonly<Record<Theme, string>> = {
  relevance: 'Relevans',
  form: 'Form',
  strategy: 'Strategisk sammenhæng',
  governance: 'Styring',
}
const colours: Readonly<Record<Colour, (count: number) => string>> = {
  green: (count) => (count === 1 ? '1 grøn' : `${count} grønne`),
  yellow: (count) => (count === 1 ? '1 gul' : `${count} gule`),
  red: (count) => (count === 1 ? '1 rød' : `${count} røde`),
  grey: (count) => `${count} ikke vurderet`,
}

/** Evalueringer efter kriterierne, og det niveau, de viser. */
export const evaluations = () => ({
  answers,
  themes,
  colours,
  level: (level: AssessedLevel) => (level === 'sandbox' ? 'sandkassen' : `niveau ${level}`),
  at: (level: AssessedLevel) => (level === 'sandbox' ? 'i sandkassen' : `på niveau ${level}`),
  missing: 'Det mangler til det næste niveau',
  selfEvaluated: {
    what: 'Selvevalueringen er modtaget',
    text: 'Svarene på kriterierne er kommet og kan vurderes.',
    receiptText: 'Svarene på kriterierne er sendt til sekretariatet.',
    answers: 'Svar',
    changed: 'Ændret siden sidst',
    nothing: 'ingenting',
  },
  assessed: {
    first: (level: string) => `Vurderet til ${level}`,
    raised: (from: string, to: string) => `Hævet fra ${from} til ${to}`,
    lowered: (from: string, to: string) => `Sænket fra ${from} til ${to}`,
    same: (at: string) => `Fortsat ${at}`,
    text: (at: string) => `Sekretariatet har vurderet løsningen efter de 43 kriterier. Den ligger ${at}.`,
    other: (found: string) =>
      `Farverne alene peger på ${found}. Sekretariatet har fastlagt et andet niveau, og begrundelsen står herunder.`,
    disagree: 'Er I uenige, kan I bringe niveauet for bestyrelsen. Den afgør sagen.',
    board: 'Bestyrelsen hører mere, hvis de, der er vurderet, er uenige. Så er det bestyrelsen, der afgør niveauet.',
    published: 'Vurderingen kan læses af alle.',
  },
  disputed: {
    what: 'Der er uenighed om niveauet',
    text: (fixed: string, wanted: string) =>
      `Sekretariatet har fastlagt ${fixed}. De, der er vurderet, mener, at det rigtige er ${wanted}, og har bragt sagen for bestyrelsen.`,
  },
  disputeDecided: {
    what: { upheld: 'Niveauet ligger fast', amended: 'Niveauet er ændret' },
    text: (who: string, at: string) => `${who} har taget stilling til uenigheden om niveauet. Løsningen ligger ${at}.`,
  },
})
