import type { ContactId } from '../domain/identifiers.ts'
import type { Contact, Contacts } from './ports.ts'

/** Somebody named in a request. */
export interface NamedPerson {
  readonly name: string
  readonly email: string
  readonly language?: 'da' | 'en'
  readonly authority?: string
}

export interface GatheredContacts {
  /** The id of this person, who is kept together with the command that names them. */
  readonly of: (person: NamedPerson) => ContactId
  /** Everybody named so far, each once. */
  readonly all: () => readonly Contact[]
}

/** Turns the people a command names into contacts, which the log knows by id only. Danish is the language of whoever says nothing. */
export const gatherContacts = ({ idOf }: Pick<Contacts, 'idOf'>): GatheredContacts => {
  const gathered = new Map<ContactId, Contact>()
  return {
    of: ({ name, email, language = 'da', authority }) => {
      const id = idOf(email)
      gathered.set(id, { id, name, email, language, ...(authority === undefined ? {} : { authority }) })
      return id
    },
    all: () => [...gathered.values()],
  }
}
