import type { FieldFacts } from '../../api/problem-codes.ts'
import { meetingStates } from '../../domain/meeting/state.ts'
import { labelled, listed, onlyLabelled, textOf } from '../facts.ts'
import { labels } from '../labels.ts'
import { numberIn } from '../numbers.ts'
import type { ProblemWords, RuleFacts } from '../problem-words.ts'

const anyOf = listed('eller')
const allOf = listed('og')
/** Et niveau, som det hedder midt i en sætning. */
const levelSaid = (level: string): string => (level === 'sandbox' ? 'sandkassen' : `niveau ${level}`)

export const problemWords = (): ProblemWords => ({
  titles: {
    'not-found': 'Findes ikke',
    'illegal-in-state': 'Kan ikke gøres nu',
    'not-your-role': 'Ingen adgang',
    invalid: 'Oplysningerne kan ikke bruges',
    'reason-required': 'Der mangler en begrundelse',
    'version-conflict': 'Nogen har ændret det i mellemtiden',
    'idempotency-mismatch': 'Nøglen er brugt til noget andet',
    busy: 'For travlt lige nu',
    unauthenticated: 'Ikke logget ind',
    malformed: 'Kan ikke læses',
    'bad-header': 'Et felt i forespørgslens hoved kan ikke bruges',
    'too-large': 'For stor',
    'unsupported-media-type': 'Formatet understøttes ikke',
    'not-our-form': 'Formularen gælder ikke længere',
    'too-many': 'For mange den seneste time',
    unavailable: 'Midlertidigt utilgængelig',
    internal: 'Uventet fejl',
  },
  details: {
    'not-found': 'Det, du leder efter, findes ikke, eller du har ikke adgang til at se det.',
    unauthenticated: 'Log ind, eller brug linket fra din mail.',
    'bad-token': 'Adgangen er udløbet eller kan ikke genkendes. Log ind igen, eller bed om et nyt link.',
    forbidden: 'Din rolle giver ikke adgang til dette.',
    malformed: 'Indholdet er ikke gyldigt.',
    'bad-if-match': 'If-Match skal være den version, du har set, fx "3".',
    'bad-idempotency-key': 'Idempotency-Key skal være 1 til 200 synlige tegn.',
    'too-large': (limit) => `Indholdet må højst fylde ${limit} KB.`,
    'unsupported-media-type': (accepted) => `Send indholdet som ${anyOf(accepted)}.`,
    fields: (count) => (count === 1 ? 'Der er fejl i et felt.' : `Der er fejl i ${count} felter.`),
    'version-conflict': 'Sagen er ændret, siden du hentede den. Hent den igen, og se hvad der er nyt.',
    'idempotency-mismatch': 'Den samme Idempotency-Key er allerede brugt med et andet indhold.',
    busy: 'Mange arbejder på det samme lige nu. Prøv igen om lidt.',
    'not-our-form': 'Siden har stået åben for længe, eller den er ikke vores. Gå tilbage, hent siden igen, og send så.',
    'too-many': (minutes) =>
      `For at holde spam ude kan samme person eller netværk kun gøre det et vist antal gange i timen. Prøv igen om ${minutes === 1 ? 'et minut' : `${minutes} minutter`}.`,
    unavailable:
      'Noget, systemet er afhængigt af, svarer ikke. Prøv igen om lidt; med samme Idempotency-Key sker intet to gange.',
    internal: 'Der skete en fejl hos os. Oplys correlationId, hvis du henvender dig.',
  },
  rules: {
    state: (facts) => {
      const allowedIn = labelled(facts, 'allowedIn', labels.da.states, anyOf)
      const now = labelled(facts, 'state', labels.da.states, anyOf)
      const [what, it] = isOfMeeting(facts) ? ['Mødet', 'det'] : ['Sagen', 'den']
      const since =
        now === '' ? 'Det kan ikke gøres i den tilstand, sagen er i.' : `${what} er ${now}, så det kan ikke gøres nu.`
      return allowedIn === '' ? since : `${since} Det kan gøres, når ${it} er ${allowedIn}.`
    },
    role: (facts) => {
      const who = onlyLabelled(facts, 'roles', labels.da.roles, anyOf)
      return who === '' ? 'Din rolle giver ikke adgang til dette.' : `Det kan kun gøres af ${who}.`
    },
    exists: () => 'Det findes allerede.',
    missing: () => 'Det, du leder efter, findes ikke, eller du har ikke adgang til at se det.',
    'override-needs-reason': (facts) =>
      `Systemet foreslår ${levelSaid(textOf(facts, 'proposed'))}. Skriv, hvorfor du vælger et andet.`,
    'change-needs-reason': () => 'Skriv, hvorfor niveauet ændres.',
    'other-needs-text': () => 'Når årsagen er »andet«, skal den uddybes.',
    'reason-codes-required': () => 'Vælg mindst én årsag.',
    'come-back-with-required': () => 'Skriv, hvad forslagsstilleren skal komme tilbage med.',
    'law-and-licence': (facts) =>
      `Lov og licens (${textOf(facts, 'criteria')}) skal være overholdt og kan ikke forklares væk.`,
    'unmet-unexplained': (facts) =>
      `Kriterier, der ikke er opfyldt, skal forklares: ${labelled(facts, 'criteria', {}, allOf)}.`,
    'outcome-not-for-this': (facts) =>
      `Udfaldet »${labelled(facts, 'outcome', labels.da.outcomes, String)}« passer ikke til denne sag.`,
    'decision-incomplete': () =>
      'En beslutning skal have en begrundelse, de kriterier, den hviler på, og det næste skridt.',
    'baseline-required': () => 'Angiv rammen: økonomi, slutdato og omfang.',
    'lead-required': () => 'Udpeg en projektleder først (G3).',
    'named-by-secretariat': () =>
      'Bestyrelsen har sagen, og den, der udpeges, kan ikke stemme om den. Derfor udpeger kun sekretariatet, indtil den er afgjort.',
    'words-erased': () => 'Sagens tekster er slettet for altid, så der er intet at genåbne. Send en ny idé i stedet.',
    'steering-group-required': () => 'Nedsæt en styregruppe først (G6).',
    'no-such-report': (facts) => `Der er ingen rapport nr. ${textOf(facts, 'number')}.`,
    'report-not-pending': (facts) => `Rapport nr. ${textOf(facts, 'number')} afventer ikke behandling.`,
    'colour-needs-reason': () => 'En status, der ikke er grøn, skal begrundes.',
    'no-such-condition': (facts) => `Der er intet vilkår nr. ${textOf(facts, 'number')}.`,
    'condition-not-open': (facts) => `Vilkår nr. ${textOf(facts, 'number')} er ikke længere åbent.`,
    'date-in-past': () => 'Datoen skal ligge i fremtiden.',
    'no-such-authority': (facts) => `${textOf(facts, 'authority') || 'Myndigheden'} deltager ikke i projektet.`,
    'merge-into-itself': () => 'Et projekt kan ikke lægges sammen med sig selv.',
    'successor-is-erased': () => 'Den, der slettes, kan ikke efterfølge sig selv.',
    'no-such-project': () => 'Projektet findes ikke.',
    'merge-target-not-live': () => 'Det projekt, der skal lægges sammen med, findes ikke eller er afsluttet.',
    'step-not-due': () => 'Skridtet er ikke forfaldent.',
    'not-on-this-agenda': () => 'Sagen står ikke på dette mødes dagsorden.',
    'not-a-member': () => 'Kun mødets medlemmer kan gøre det.',
    'excluded-from-vote': () => 'Medlemmet er inhabilt i denne sag og kan ikke stemme.',
    'left-to-assembly': () =>
      'For få af mødets medlemmer kan stemme i denne sag. Derfor afgør generalforsamlingen den.',
    'item-closed': () => 'Punktet er afsluttet.',
    'comment-required': () => 'Skriv en kommentar.',
    'proxy-not-allowed': () => 'Der kan ikke stemmes på medlemmets vegne.',
    'quorum-missing': () => 'Der er ikke afgivet stemmer nok til, at bestyrelsen er beslutningsdygtig.',
    'outcome-not-the-vote': (facts) => {
      const outcome = labelled(facts, 'outcome', labels.da.outcomes, String)
      return outcome === ''
        ? 'Udfaldet følger ikke af stemmerne.'
        : `Udfaldet følger ikke af stemmerne, som siger »${outcome}«.`
    },
    'no-chair': () => 'Mødet skal have en formand.',
    'member-twice': () => 'Samme person står to gange blandt medlemmerne.',
    'not-held-yet': () => 'Mødet er ikke holdt endnu.',
    'date-in-future': () => 'Datoen må ikke ligge i fremtiden.',
    'no-such-change': (facts) => `Der er intet ændringsønske nr. ${textOf(facts, 'number')}.`,
    'change-not-there': (facts) =>
      `Ændringsønske nr. ${textOf(facts, 'number')} kan ikke behandles sådan, som det står nu.`,
    'onboarding-incomplete': (facts) =>
      `Før det kan blive et produkt, mangler: ${labelled(facts, 'missing', labels.da.onboarding, allOf)}.`,
    'serves-too-few': () => 'Resultatet er ikke i drift hos nogen endnu.',
    'serves-too-many': () => 'Resultatet er i drift hos flere myndigheder: gør det til et produkt.',
    'chair-not-member': () => 'Formanden skal være medlem af koordinationsgruppen.',
    'no-sla': () => 'Der er ikke aftalt et serviceniveau.',
    'sla-result-incomplete': () => 'Angiv et resultat for hvert mål, der er aftalt.',
    'period-upside-down': () => 'Perioden slutter, før den begynder.',
    'nothing-to-dispute': () => 'Der er ikke fastsat et niveau, som kan indbringes for bestyrelsen.',
    'changed-since': () => 'Sagen er ændret, siden du hentede den. Hent den igen, og se hvad der er nyt.',
    'key-with-other-payload': () => 'Den samme Idempotency-Key er allerede brugt med et andet indhold.',
    'too-much-at-once': () => 'Mange arbejder på det samme lige nu. Prøv igen om lidt.',
  },
  fields: {
    missing: lacking,
    unknown: () => 'Feltet kendes ikke.',
    'wrong-type': ({ expected }) => `Skal være ${kinds[expected ?? ''] ?? 'af en anden type'}.`,
    'too-long': ({ limit = 0 }) => `Må højst have længden ${numberIn('da', limit)}.`,
    'too-short': ({ limit = 0, ...facts }) =>
      limit === 1 ? lacking(facts) : `Skal mindst have længden ${numberIn('da', limit)}.`,
    'too-large': ({ limit = 0 }) => `Må højst være ${numberIn('da', limit)}.`,
    'too-small': ({ limit = 0 }) => `Skal mindst være ${numberIn('da', limit)}.`,
    'not-a-choice': ({ choices }) => `Skal være ${anyOf(choices ?? [])}.`,
    'not-a-date': () => 'Skal være en dato fra 2000 til 2199, fx 2027-03-31.',
    'not-a-moment': () => 'Skal være et tidspunkt fra 2000 til 2199 med tidszone, fx 2027-03-31T10:00:00+02:00.',
    'not-an-address': () => 'Skal være en mailadresse.',
    'not-a-link': () => 'Skal være en webadresse, der begynder med https://.',
    'not-allowed-characters': () => 'Indeholder tegn, der ikke kan bruges her.',
    'not-whole': () => 'Skal være et helt tal.',
    'not-as-asked': () => 'Har ikke den rette form.',
  },
})

/** Det, der mangler: et felt udfyldes, men af flere svar vælges der. */
const lacking = ({ expected, choices }: FieldFacts): string => {
  if (expected === 'array') return 'Angiv mindst én.'
  return choices !== undefined || expected === 'boolean' ? 'Vælg én af mulighederne.' : 'Skal udfyldes.'
}

/** Danish says `den` of a case and `det` of a meeting. */
const isOfMeeting = ({ state }: RuleFacts): boolean => meetingStates.some((name) => name === state)

const kinds: Readonly<Record<string, string>> = {
  string: 'en tekst',
  number: 'et tal',
  int: 'et helt tal',
  boolean: 'sand eller falsk',
  array: 'en liste',
  object: 'en gruppe af felter',
  record: 'en gruppe af felter',
}
