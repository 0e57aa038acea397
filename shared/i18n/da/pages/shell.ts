import { numberIn } from '../../numbers.ts'

/** Det, der står på alle sider. */
export const shell = () => ({
  name: 'Trin',
  tagline: 'Fra idé til fælles open source',
  skip: 'Gå til indhold',
  mainMenu: 'Hovedmenu',
  submit: 'Send en idé',
  portfolio: 'Portefølje',
  desk: 'Sekretariatets bord',
  board: 'Bestyrelsens bord',
  signIn: 'Log ind',
  signOut: 'Log ud',
  stale: {
    title: 'Siden har stået åben længe',
    text: 'Derfor er intet sendt endnu. Alt, hvad du har skrevet, står her stadig. Se det igennem, og send det igen.',
  },
  visitorChanged: {
    title: 'Du er kommet ind eller gået ud, mens siden var åben',
    text: 'Derfor er intet sendt endnu. Alt, hvad du har skrevet, står her stadig. Se det igennem, og send det igen.',
  },
  enter: 'Send',
  opensTab: 'åbner i en ny fane',
  byLink: 'Du er her med dit personlige link',
  forgetLink: 'Glem mit link på denne computer',
  signedInAs: (name: string) => `Logget ind som ${name}`,
  otherLanguage: 'In English',
  otherLanguageCode: 'en',
  accessibility: 'Tilgængelighed',
  breadcrumbs: 'Brødkrumme',
  association: 'OS2, Offentligt Digitaliseringsfællesskab',
  errorPrefix: 'Fejl: ',
  errorSummary: 'Der er noget, der skal rettes',
  optional: 'frivilligt',
  charactersLeft: (left: string) => `Du har ${left} tegn tilbage`,
  charactersOver: (over: string) => `Du har skrevet ${over} tegn for meget`,
  charactersAtMost: (most: number) => `Højst ${numberIn('da', most)} tegn`,
  kroner: 'kr.',
  notAnAmount: 'Skriv et beløb i kroner, fx 1.250.000.',
  choose: 'Vælg',
  conflict: {
    title: 'Nogen har ændret sagen, mens du skrev',
    text: 'Det, du har skrevet, står her stadig. Se, hvad der er nyt, og send igen, hvis det stadig passer.',
    overNow:
      'Det, du har ændret, står her stadig. Resten af felterne viser, hvad der står nu. Se, hvad der er nyt, og send igen, hvis det stadig passer.',
    both: (now?: string) =>
      now === undefined
        ? 'I har begge ændret dette. Her står dit.'
        : `I har begge ændret dette. Her står dit; den anden skrev: »${now}«`,
    now: (state: string) => `Sagen er nu: ${state}.`,
  },
  trouble: {
    internal: 'Der skete en fejl hos os. Prøv igen om lidt. Sker det igen, så skriv til os.',
    unavailable: 'Noget, systemet er afhængigt af, svarer ikke lige nu. Prøv igen om et øjeblik.',
    reference: (id: string) => `Oplys dette nummer, hvis du skriver til os: ${id}`,
    toFront: 'Gå til forsiden',
  },
})
