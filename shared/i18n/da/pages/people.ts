import type { Part } from '../../../domain/project/parts.ts'

/** Personer på tværs af sager. */
export const people = () => ({
  title: 'Personer',
  lead: 'Alle, der er med på en sag, åben eller afsluttet, og hvad de er der.',
  sought: 'Navn, mailadresse eller myndighed',
  find: 'Find',
  found: (count: number) => (count === 0 ? 'Ingen fundet' : count === 1 ? 'Én person' : `${count} personer`),
  cut: (most: number) => `De første ${most} vises. Søg for at finde andre.`,
  partial:
    'Der er så mange, at kun personer på de nyeste sager er set igennem. Skriv hele mailadressen for at finde en bestemt.',
  all: 'Vis alle',
  more: (count: number) => (count === 1 ? 'og én sag til' : `og ${count} sager til`),
  erase: (name: string) => `Slet oplysninger om ${name}`,
  parts: {
    proposer: 'forslagsstiller',
    lead: 'projektleder',
    steering: 'i styregruppen',
    coordination: 'i koordinationsgruppen',
    owner: 'ansvarlig for et vilkår',
    contact: 'kontaktperson',
  } satisfies Record<Part, string>,
})
