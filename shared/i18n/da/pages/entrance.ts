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
