/** Formularen, som en idé kommer ind ad. */
export const submit = () => ({
  title: 'Send en idé',
  lead: [
    'I OS2 går offentlige myndigheder sammen om digitale løsninger med åben kildekode: én udvikler, alle kan bruge, og ingen betaler to gange.',
    'Fortæl om jeres idé her. En halv side er nok til at begynde med, og sekretariatet hjælper jer videre.',
  ],
  facts: (days: number) => [
    'I behøver ikke være sikre på noget endnu. »Ved ikke« er et godt svar.',
    `Sekretariatet svarer inden for ${days} dage.`,
    'Intet bliver sendt, før I trykker på »Send idéen«.',
  ],
  stepOf: (step: number, of: number) => `Trin ${step} af ${of}`,
  steps: {
    idea: 'Idéen',
    reach: 'Hvem den er til',
    solution: 'Løsningen',
    criteria: 'Kriterierne',
    more: 'Flere kriterier',
    send: 'Se efter og send',
  },
  stepsMenu: 'Trin i formularen',
  next: 'Fortsæt',
  back: 'Tilbage',
  send: 'Send idéen',
  recalculate: 'Beregn niveauet igen',
  change: (step: string) => `Ret »${step}«`,
  notFilled: 'Ikke udfyldt',
  youWrote: 'Det har I skrevet',
  fields: {
    kind: { label: 'Hvad drejer det sig om?', hint: 'Begge dele begynder her.' },
    kinds: {
      new: { label: 'En ny idé', hint: 'Noget, der skal udvikles eller undersøges.' },
      takeover: { label: 'En færdig løsning, der vil ind i OS2', hint: 'Noget, der findes og bruges allerede.' },
    },
    title: { label: 'Titel', hint: 'Et navn, som andre kan huske. I kan ændre det senere.' },
    purpose: {
      label: 'Formål',
      hint: 'Hvilket problem skal løses, og for hvem? Skriv, som I ville forklare det for en kollega i en anden kommune.',
    },
    background: { label: 'Baggrund', hint: 'Hvad har ført til idéen? Findes der noget lignende i forvejen?' },
    theme: {
      label: 'Fagområde',
      hint: 'Det område i kommunen, idéen mest handler om. Så kan andre finde den i porteføljen.',
    },
    value: {
      label: 'Værdi',
      hint: 'Hvad får borgere, medarbejdere eller myndigheden ud af det (R1)? Gerne med et eksempel.',
    },
    authority: { label: 'Jeres myndighed', hint: 'Fx Skovby Kommune.' },
    otherAuthorities: {
      label: 'Andre myndigheder, der er med',
      hint: 'En på hver linje. Kun dem, der har sagt ja.',
    },
    potentialAuthorities: {
      label: 'Hvor mange myndigheder kan bruge løsningen?',
      hint: 'Et skøn i hele tal. Er det en opgave, alle kommuner har, så skriv 98.',
    },
    backedByManagement: {
      label: 'Vores ledelse bakker op',
      hint: 'Ledelsen kender til idéen og vil bruge tid eller penge på den (R2).',
    },
    businessCritical: { label: 'Hvor meget vil driften afhænge af løsningen?' },
    businessCriticals: {
      no: 'Driften kan klare sig uden',
      own: 'Driften hos os afhænger af den',
      many: 'Driften hos mange myndigheder afhænger af den',
    },
    nationalStrategy: {
      label: 'National strategi',
      hint: 'Hænger idéen sammen med en national strategi eller aftale, så skriv hvilken (R4).',
    },
    jointCost: {
      label: 'Samlet økonomi',
      hint: 'Hvad vil hele projektet koste alle myndigheder tilsammen? Et groft skøn, fx 1.250.000.',
    },
    licence: {
      label: 'Licens',
      hint: 'OS2 bruger normalt MPL-2.0 (F2). Skriv en anden, hvis I har valgt den.',
    },
    repository: { label: 'Kildekode', hint: 'Webadressen, hvis koden ligger offentligt (F1).' },
    procurement: {
      label: 'Udbud og jura',
      hint: 'Hvordan er opgaven købt eller tænkt købt, og hvad er det retlige grundlag (F3)?',
    },
    architecture: {
      label: 'Arkitektur',
      hint: 'Hvilke systemer, data og standarder skal løsningen spille sammen med (F18)?',
    },
    name: { label: 'Dit navn' },
    email: {
      label: 'Din mailadresse',
      hint: 'Her sender vi kvitteringen og dit personlige link. Bagefter bruger du linket til at følge sagen.',
    },
    language: { label: 'Skriv til mig på' },
    languages: { da: 'Dansk', en: 'Engelsk' },
    consentToPublish: {
      label: 'Det må offentliggøres, hvis idéen sendes retur, afvises eller trækkes tilbage',
      hint: 'Så kan andre lære af den. Siger I ikke ja, er det kun godkendte projekter, der bliver vist.',
    },
  },
  criteria: {
    intro:
      'OS2 vurderer projekter på de samme kriterier fra idé til produkt. Svar på det, I ved nu, og spring resten over.',
    moreIntro: (level: number) =>
      `Jeres svar peger på niveau ${level}. Så gælder disse kriterier også. I kan springe dem over nu og svare senere.`,
    explain:
      'Er svaret nej, planlagt eller ikke relevant, så forklar hvorfor. En god forklaring tæller lige så meget som et ja.',
    cannotExplain: 'Lov og licens skal være overholdt, når projektet går i gang. Her er en forklaring ikke nok.',
    recommendation: 'anbefaling',
    themes: {
      relevance: 'Relevans',
      form: 'Form',
      strategy: 'Strategisk sammenhæng',
      governance: 'Styring',
    },
    answers: {
      yes: 'Ja',
      no: 'Nej',
      planned: 'Planlagt',
      'not-relevant': 'Ikke relevant',
      'dont-know': 'Ved ikke',
    },
    text: (id: string) => `Forklaring eller henvisning til ${id}`,
    answered: (count: number, of: number) => `${count} af ${of} kriterier er besvaret.`,
    notYet: 'Skal være på plads, før projektet går i gang',
  },
  draft: {
    found: 'I har en kladde i denne browser:',
    untitled: 'uden titel',
    continue: 'Fortsæt på kladden',
    forget: 'Slet kladden',
    forgotten: 'Kladden er slettet fra denne browser.',
    note: 'Det, I skriver, bliver gemt i denne browser i op til 30 dage, så I kan fortsætte senere. Slet det, hvis andre bruger computeren.',
  },
  byLink: {
    title: 'Fortsæt på en anden computer',
    label: 'Mailadresse',
    hint: 'Vi gemmer det, I har skrevet, i 30 dage og sender et link til det. Alle med linket kan skrive videre på kladden.',
    save: 'Gem, og send linket',
    saveAgain: 'Gem kladden hos os',
    forget: 'Slet kladden hos os',
    saved: (address: string, day: string) => `Kladden er gemt. Linket er på vej til ${address} og gælder til ${day}.`,
    savedAgain: (day: string) => `Kladden er gemt. Linket i mailen gælder nu til ${day}.`,
  },
  mailMissing: {
    title: 'Vi mangler en mailadresse',
    text: 'Skriv den adresse, linket til kladden skal sendes til, nederst på siden. Alt, hvad I har skrevet, står her stadig.',
  },
  tooManyDrafts: {
    title: 'Der er sendt mange links den seneste time',
    text: 'Kladden er ikke gemt hos os. Alt, hvad I har skrevet, står her stadig. Prøv igen om en time.',
  },
  draftGone: {
    title: 'Kladden findes ikke længere',
    text: 'Den er slettet, sendt eller mere end 30 dage gammel. I kan begynde på en ny her.',
  },
  privacy:
    'Navn og mailadresse bliver aldrig offentliggjort. De bruges kun til sagen, og du kan til enhver tid bede om at få dem slettet.',
  trap: 'Lad feltet være tomt',
  tooFast: {
    title: 'Det gik meget hurtigt',
    text: 'For at holde spam ude venter vi et øjeblik, før en idé kan sendes. Alt, hvad I har skrevet, står her stadig. Tryk på »Send idéen« igen.',
  },
  trapped: {
    title: 'Vi kunne ikke se, om du er et menneske',
    text: 'Et felt, der skulle være tomt, var udfyldt, måske af din browser. Vi har tømt det. Alt andet står her stadig. Tryk på »Send idéen« igen.',
  },
  sentBefore: {
    title: 'Idéen er allerede sendt',
    text: 'Kvitteringen er på vej til dig på mail. Vil du sende en idé mere, så tryk på »Send idéen« igen.',
  },
  tooOften: {
    title: 'Der er sendt mange idéer herfra den seneste time',
    text: 'For at holde spam ude tager vi kun imod nogle få i timen. Alt, hvad I har skrevet, står her stadig. Vent en time, og tryk så på »Send idéen« igen.',
  },
  unproven: {
    title: 'Vi tager kun imod få idéer på den måde lige nu',
    text: 'Din browser har ikke vist, at det er et menneske, der sender. Det gør den selv, når scripts er slået til; ellers tager vi for at holde spam ude kun imod nogle få idéer i timen. Alt, hvad I har skrevet, står her stadig. Tryk på »Send idéen« igen om et øjeblik, eller få et link til en kladde og send den senere.',
  },
  proof: {
    waiting: 'Et øjeblik. Din browser er ved at vise, at det ikke er en maskine, der sender. Så bliver idéen sendt.',
    withoutScripts:
      'Uden scripts i browseren tager vi kun imod nogle få idéer i timen. Bliver jeres ikke taget med det samme, mister I intet.',
  },
  receipt: {
    title: 'Tak for jeres idé',
    takeoverTitle: 'Tak, vi har modtaget jeres løsning',
    caseNumber: 'Sagsnummer',
    next: 'Hvad sker der nu?',
    mail: (address: string) => `Vi sender en kvittering til ${address} med dit personlige link til sagen.`,
    steps: (day: string) => [
      `Sekretariatet læser det, I har skrevet, og svarer senest ${day}.`,
      'I får et niveau og hjælp til at gøre idéen til et koncept. Skal noget afklares først, får I at vide hvad.',
      'I behøver ikke gøre noget, før I hører fra os.',
    ],
    noMail: 'Kommer mailen ikke inden for et kvarter, så se i spam, eller',
    newLink: 'bed om et nyt link',
    another: 'Send en idé mere',
    gone: 'Kvitteringen vises ikke længere',
    goneText: 'Du finder sagsnummeret og dit personlige link i den mail, vi sendte.',
  },
})
