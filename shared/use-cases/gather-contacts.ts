import type { Actor } from '../domain/actor.ts'
import type { ContactId } from '../domain/identifiers.ts'
import type { Contacts, StagedContact } from './ports.ts'

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
  readonly all: () => readonly StagedContact[]
}

/**
 * Turns the people a command names into contacts, which the log knows by id only. What somebody is called and which
 * language they read is theirs to say, or the secretariat's; named by anybody else they are kept as they are known.
 */
export const gatherContacts = ({ idOf }: Pick<Contacts, 'idOf'>, actor: Actor): GatheredContacts => {
  const gathered = new Map<ContactId, StagedContact>()
  const mayRename = (id: ContactId): boolean =>
    actor.kind === 'person' && (actor.id === id || (actor.roles.includes('secretariat') && actor.link !== true))
  return {
    of: ({ name, email, language, authority }) => {
      const id = idOf(email)
      gathered.set(id, {
        id,
        name,
        email,
        ...(language === undefined ? {} : { language }),
        ...(authority === undefined ? {} : { authority }),
        ...(mayRename(id) ? {} : { onlyIfNew: true }),
      })
      return id
    },
    all: () => [...gathered.values()],
  }
}
