/** Indgangene: personlige links og login. */
export const entrance = () => ({
  signIn: {
    stale: {
      title: 'Du er ikke logget ind endnu',
      text: 'Login blev ikke gjort færdig i tide, eller siden er hentet to gange. Prøv igen.',
    },
    cancelled: { title: 'Login blev afbrudt', text: 'Du er ikke logget ind. Du kan prøve igen, når du vil.' },
    again: 'Log ind',
    toFront: 'Gå til forsiden',
  },
  signedIn: {
    title: 'Du er logget ind',
    text: 'Gå tilbage til fanen med din formular, og send den igen. Denne fane kan du lukke.',
  },
  kept: {
    session: {
      title: 'Du er blevet logget ud',
      lead: 'Derfor er formularen ikke sendt endnu.',
      comeIn: 'Log ind i en ny fane',
    },
    link: {
      title: 'Kom ind igen, før du sender',
      lead: 'Dit personlige link er ikke længere åbent i denne browser. Derfor er formularen ikke sendt endnu.',
      comeIn: 'Åbn linket i din mail igen.',
      otherwise: 'Få et nyt link, eller log ind (åbner i en ny fane)',
    },
    another: {
      title: 'Formularen er åbnet af en anden',
      lead: 'Den blev åbnet, før du kom ind, og den kan kun sendes af den, der åbnede den. Derfor er den ikke sendt.',
      comeIn:
        'Lad den, der åbnede formularen, komme ind igen i en anden fane: åbn linket i mailen igen, eller log ud og ind.',
    },
    gone: {
      title: 'Formularen kan ikke sendes længere',
      lead: 'Den side, du skrev på, findes ikke længere for dig. Mens den stod åben, kan din plads være givet videre til en anden, eller opgaven være løst. Derfor er formularen ikke sendt.',
      next: 'Kopiér det, du vil beholde, og giv det til den, der har opgaven nu. Er det en fejl, så skriv til sekretariatet.',
    },
    nothingLost: 'Intet er gået tabt: Alt, hvad der er skrevet, står her, så længe denne side er åben.',
    comeBack: 'Kom tilbage til denne fane.',
    send: 'Send igen',
    written: 'Det, der står i formularen',
    text: (place: number, of: number) => (of === 1 ? 'Tekst' : `Tekst ${place} af ${of}`),
    rest: (besides: boolean): string =>
      besides ? 'Tal, datoer og valg fra formularen er også med.' : 'Alle valg fra formularen er med.',
  },
  signedOut: {
    title: 'Du er logget ud',
    text: 'Denne browser kan ikke længere noget på dine vegne her.',
    atProvider: 'Log også ud hos din loginudbyder',
  },
  linkForgotten: {
    title: 'Linket er glemt her',
    text: 'Denne browser kan ikke længere åbne projektets sider. Linket i din mail åbner dem igen.',
    newLink: 'Få et nyt link',
  },
  link: {
    none: {
      title: 'Brug dit personlige link',
      text: 'Siden åbnes med linket i en mail fra Trin. Adressen alene giver ingen adgang.',
    },
    expired: { title: 'Linket er udløbet', text: 'Linket gjaldt kun en tid. Bed om et nyt, så kommer det på mail.' },
    bad: {
      title: 'Linket virker ikke',
      text: 'Måske er det ikke kommet helt med. Åbn det fra mailen igen, eller bed om et nyt.',
    },
    ended: {
      title: 'Linket åbner ikke længere sagen',
      text: 'Måske har en anden overtaget det, du havde på sagen, eller det, vi vidste om dig, er slettet, fordi nogen har bedt om det. Har du en anden rolle på sagen, kan du få et nyt link.',
    },
    portfolio: 'Se i porteføljen, hvad alle kan læse om projekterne',
    askTitle: 'Få et nyt link',
    ask: 'Skriv den mailadresse, du har givet os, og nummeret på sagen. Så sender vi dit link igen.',
    email: 'Din mailadresse',
    project: 'Sagens nummer',
    projectHint: 'Det står i mails fra Trin og begynder med prj_',
    send: 'Send linket',
    orSignIn: 'Har du en konto? Log ind',
    asked: {
      title: 'Se i din mail',
      text: 'Hvis mailadressen hører til sagen, er der nu en mail med et nyt link på vej. Den er fremme om få minutter.',
      nothing:
        'Kommer den ikke? Se i uønsket post, og prøv ellers med en anden af dine adresser. Der går højst én mail ud hvert tiende minut.',
    },
  },
})
