/** Mails og beskeder, der ikke kom frem. */
export const failures = () => ({
  title: 'Beskeder, der ikke kom frem',
  lead: 'Når en besked er forsøgt sendt eller behandlet mange gange uden held, lægges den her. Intet går tabt i 14 dage.',
  none: 'Alt er kommet frem.',
  count: 'Antal',
  oldest: 'Ældste',
  queues: {
    mail: { name: 'Mails', means: 'Nogen har ikke fået besked om, hvad der er sket, eller at det er deres tur.' },
    webhooks: {
      name: 'Beskeder til andre systemer',
      means: 'Et andet system mangler hændelser. Spørg dem, der driver det.',
    },
    commits: { name: 'Bekræftelser', means: 'Lister viser ikke alt, og ingen får besked, selv om ændringerne gælder.' },
    classify: { name: 'Niveauforslag', means: 'Idéer står uden et foreslået niveau. I kan placere dem alligevel.' },
    agenda: { name: 'Dagsordener', means: 'En sag mangler på dagsordenen, eller en beslutning mangler i referatet.' },
    erasures: {
      name: 'Sletninger',
      means: 'Nogen, der har bedt om at blive slettet, er her stadig. Loven giver en måned.',
    },
  },
  again: 'Prøv igen',
  againFor: (name: string) => `Prøv igen: ${name}`,
  first: (shown: number) => `Se, hvad de drejer sig om (${shown})`,
  sent: (moment: string) => `sendt ${moment}`,
  about: {
    version: (version: number) => `ændring nr. ${version}`,
    delivery: (endpoint: string) => `til ${endpoint}`,
    link: 'Et nyt personligt link',
    digest: 'En samlet mail',
    erasure: 'En sletning',
    unknown: 'En besked, vi ikke kan læse. Den hjælper det ikke at prøve igen.',
  },
  done: (count: number, name: string) =>
    count === 0 ? `${name}: der var intet at prøve igen.` : `${name}: ${count} er sendt tilbage og prøves igen nu.`,
  away: {
    title: 'Køerne svarer ikke lige nu',
    lead: 'Der blev måske ikke prøvet igen, men intet er gået tabt: en besked ligger her, til den er sendt tilbage.',
    next: 'Vent et øjeblik, og se efter, hvor mange der er tilbage. Det gør ikke noget, hvis en besked bliver prøvet to gange.',
    look: 'Se, hvad der er tilbage',
  },
  hint: 'Få årsagen rettet først, ellers kommer de igen. Den står i loggen.',
})
