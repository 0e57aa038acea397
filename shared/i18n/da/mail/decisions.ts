import type { Outcome } from '../../../domain/board/votes.ts'
import type { Decision } from '../../../domain/project/events.ts'
import { overdue } from '../overdue.ts'

const by: Readonly<Record<Decision['by'], string>> = {
  board: 'Bestyrelsen',
  secretariat: 'Sekretariatet',
  'general-assembly': 'Generalforsamlingen',
}
const outcomes: Readonly<Record<Outcome, string>> = {
  approve: 'godkendt',
  return: 'sendt retur',
  reject: 'afvist',
  continue: 'fortsætter',
  rescope: 'ny ramme',
  stop: 'stoppet',
  uphold: 'fastholdt',
  amend: 'ændret',
}

/** Bestyrelsens bord: dagsorden, afgørelse, genovervejelse. */
export const decisions = () => ({
  by,
  outcomes,
  frame: {
    budget: 'Økonomisk ramme',
    endsOn: 'Slutdato',
    scope: 'Indhold',
    firstReport: 'Første fremdriftsrapport',
    nextReport: 'Næste fremdriftsrapport',
    start: 'Skal være i gang',
  },
  reason: 'Begrundelse',
  criteria: 'Afgørelsen bygger på kriterierne',
  nextStep: 'Næste skridt',
  conditions: 'Vilkår',
  condition: (number: number, text: string, due: string | undefined, yours: boolean) =>
    `Vilkår ${number} (${due === undefined ? 'gælder ikke længere' : `senest ${due}`}${yours ? ', dit ansvar' : ''}): ${text}`,
  onAgenda: {
    what: {
      concept: 'Konceptet er på dagsordenen',
      reconsideration: 'Genovervejelsen er på dagsordenen',
      level: 'Uenigheden om niveauet er på dagsordenen',
    },
    text: (meetingAt: string) =>
      `Bestyrelsen behandler sagen ${meetingAt}. Materialet til mødet laves ud fra det, der står på sagen.`,
  },
  postponed: {
    what: 'Behandlingen er udskudt',
    why: {
      cancelled: 'Bestyrelsens møde er aflyst, så sagen blev ikke behandlet.',
      inquorate: 'Bestyrelsen var ikke beslutningsdygtig. Stemmerne gælder derfor ikke.',
      'not-reached': 'Bestyrelsen nåede ikke sagen på mødet.',
    },
    to: (meetingAt: string) => `Den behandles i stedet ${meetingAt}.`,
    unknown: 'Den behandles på det næste møde, der bliver indkaldt.',
    callMeeting: 'Der er ikke indkaldt noget møde, som sagen kan komme på. Indkald et, så den kan afgøres i tide.',
  },
  approved: {
    what: 'Konceptet er godkendt',
    text: (who: string) => `${who} har godkendt konceptet. Projektet kan gå i gang inden for den fastlagte ramme.`,
    lacks: (what: readonly string[]) => `Før projektet kan gå i gang, mangler der ${what.join(' og ')}.`,
    lacking: { lead: 'en projektleder', 'steering-group': 'en styregruppe' },
    firstReport: (days: number) => `${days} dage efter, at projektet er gået i gang`,
  },
  conditionGiven: {
    what: 'Du er ansvarlig for et vilkår',
    text: 'Bestyrelsen har godkendt projektet på vilkår, som skal opfyldes undervejs. Du er ansvarlig for at opfylde det, der står her.',
  },
  rejected: {
    what: 'Konceptet er afvist',
    text: (who: string) => `${who} har besluttet ikke at gå videre med konceptet. Begrundelsen står herunder.`,
    thanks: 'Tak for det arbejde, I har lagt i idéen.',
    again: 'Alt, hvad I har skrevet, er bevaret. Kommer der noget nyt, så sig til: Sekretariatet kan åbne sagen igen.',
    againUntil: (day: string) =>
      `Alt, hvad I har skrevet, er bevaret til ${day} og bliver så slettet. Kommer der noget nyt inden da, så sig til: Sekretariatet kan åbne sagen igen.`,
  },
  started: {
    what: 'Projektet er i gang',
    text: 'Projektet er sat i gang inden for den fastlagte ramme.',
    lead: 'Du er projektleder. Du melder om fremdrift, økonomi og risici i faste rapporter og siger til, hvis rammen ikke kan holde.',
    secretariat: 'Projektlederen har sat projektet i gang inden for den fastlagte ramme.',
  },
  informed: {
    what: {
      started: 'Til orientering: Et projekt på niveau 1 er i gang',
      'reconsideration-opened': 'Til orientering: Et projekt på niveau 1 genovervejes',
      'reconsideration-decided': 'Til orientering: Afgørelse om et projekt på niveau 1',
      graduated: 'Til orientering: En færdig løsning er blevet et produkt',
      completed: 'Til orientering: En færdig løsning bruges af én myndighed og er afsluttet',
    },
    text: {
      started: 'Sekretariatet har fastlagt rammen og sat projektet i gang.',
      'reconsideration-opened': 'Projektet kan ikke gennemføres som aftalt, og sekretariatet tager det op igen.',
      'reconsideration-decided': 'Sekretariatet har taget stilling til, hvad der skal ske med projektet.',
      graduated: 'En færdig løsning på niveau 1 er overtaget og er nu et produkt.',
      completed:
        'En færdig løsning på niveau 1 er i brug hos én myndighed. Den bliver ikke et produkt, og sagen er afsluttet.',
    },
    next: 'Bestyrelsen skal ikke gøre noget. På niveau 1 bliver bestyrelsen orienteret, men afgør ikke sagen.',
    outcome: 'Afgørelse',
  },
  reconsideration: {
    what: 'Projektet tages op til genovervejelse',
    text: 'Projektet kan ikke gennemføres inden for de aftalte rammer, eller der er noget, som bør afklares. Derfor tages det op igen.',
    goesOn: 'Arbejdet kan fortsætte inden for rammen, og fremdriftsrapporterne sendes som hidtil.',
    grounds: 'Derfor tages det op',
    variance: (forecast: string | undefined, days: number | undefined) =>
      [
        ...(forecast === undefined ? [] : [`Forventet forbrug er ${forecast} over rammen.`]),
        ...(days === undefined ? [] : [`Forventet slutdato er ${days} dage senere end rammen.`]),
      ].join(' '),
    overrun: (amount: string, percent: string) => `${amount} (${percent} %)`,
    twoRed: 'To røde fremdriftsrapporter i træk.',
    overdue: overdue(),
    lapsed: (number: number) => `Vilkår ${number} er ikke opfyldt i tide.`,
    raised: (from: number, to: number) => `Niveauet er hævet fra ${from} til ${to}.`,
    lastLeft: 'Den sidste myndighed har forladt projektet.',
    asked: (text: string) => `Der er bedt om det: ${text}`,
  },
  decided: {
    what: { continue: 'Projektet fortsætter', rescope: 'Projektet får en ny ramme' },
    text: {
      continue: (who: string) => `${who} har genovervejet projektet og besluttet, at det fortsætter.`,
      rescope: (who: string) => `${who} har genovervejet projektet og givet det en ny ramme.`,
    },
  },
  stopped: {
    what: 'Projektet er stoppet',
    text: (who: string) => `${who} har besluttet at stoppe projektet. Der skal ikke sendes flere rapporter.`,
  },
})
