import type { ItemKind } from '../../../domain/meeting/events.ts'

const kinds: Readonly<Record<ItemKind, string>> = {
  concept: 'koncept til afgørelse',
  reconsideration: 'genovervejelse',
  level: 'uenighed om niveau',
  information: 'til orientering',
}
type Form = 'meeting' | 'written'

/** Bestyrelsens møder og skriftlige afstemninger. */
export const meetings = () => ({
  kinds,
  agenda: 'Dagsorden',
  when: { meeting: 'Mødet holdes', written: 'Afstemningen slutter' },
  place: 'Sted',
  papersDueAt: 'Materialet kommer',
  called: {
    what: { meeting: 'Indkaldelse', written: 'Skriftlig afstemning' },
    text: (form: Form): string =>
      form === 'meeting'
        ? 'Du er indkaldt til et møde i bestyrelsen.'
        : 'Formanden har åbnet en skriftlig afstemning mellem to møder.',
    secretariat: (form: Form): string =>
      form === 'meeting'
        ? 'Der er indkaldt til et møde i bestyrelsen.'
        : 'Formanden har åbnet en skriftlig afstemning.',
  },
  papers: {
    what: 'Materialet er klar',
    added: 'Nyt på dagsordenen',
    addedText: 'Der er kommet noget på dagsordenen, som du ikke har fået materiale til før.',
    text: (count: number) =>
      `Materialet er klar. Der er ${count === 1 ? 'ét punkt' : `${count} punkter`} på dagsordenen. Du kan stemme på et punkt, så snart du har læst det, og ændre din stemme, til punktet er lukket.`,
  },
  voteReminder: {
    what: 'Du mangler at stemme',
    text: (count: number) => `Du mangler at stemme på ${count === 1 ? 'ét punkt' : `${count} punkter`}.`,
    missing: 'Her mangler din stemme',
  },
  proxy: {
    what: 'Du har fået en fuldmagt',
    text: (authority: string) =>
      `Medlemmet fra ${authority} har givet dig fuldmagt til at stemme på sine vegne. Du stemmer én gang for dig selv og én gang for ${authority}.`,
  },
  cancelled: {
    what: 'Aflyst',
    text: (items: number) =>
      items === 0
        ? 'Mødet er aflyst.'
        : `Mødet er aflyst. Afgivne stemmer gælder ikke, og ${items === 1 ? 'det åbne punkt' : `de ${items} åbne punkter`} flytter til det næste møde.`,
    next: 'Du skal ikke gøre noget. Du får besked, når næste møde er indkaldt.',
  },
  concluded: {
    what: 'Mødet er afsluttet',
    inquorateWhat: 'Bestyrelsen var ikke beslutningsdygtig',
    text: 'Mødet er afsluttet. Forslagsstillere og projektledere har fået besked om afgørelserne.',
    inquorateText:
      'Der var ikke nok stemmeberettigede. Stemmerne gælder derfor ikke, og de åbne punkter flytter til det næste møde.',
    next: 'Du skal ikke gøre noget. Referatet ligger på mødet.',
    note: 'Bemærkning',
    open: 'flytter til næste møde',
    seen: 'taget til efterretning',
  },
})
