import type { ContactId } from '../../shared/domain/identifiers.ts'
import { contactIds } from '../../shared/store/contact-id.ts'
import type { ContactErasure } from '../../shared/use-cases/erasure-ports.ts'
import { namedAs } from '../../shared/use-cases/named-as.ts'
import type { Contact, Contacts, StagedContact } from '../../shared/use-cases/ports.ts'

/** People in memory, by the same rules as those in the table. */
export const memoryContacts = (
  known: readonly Contact[] = [],
  signingKey = 'a signing key for tests, long enough',
): Contacts &
  ContactErasure & {
    readonly all: ReadonlyMap<ContactId, Contact>
    readonly staged: ReadonlyMap<string, readonly StagedContact[]>
  } => {
  const all = new Map(known.map((contact) => [contact.id, contact]))
  const staged = new Map<string, readonly StagedContact[] | 'settled'>()
  return {
    all,
    /** Commits whose people still wait for the outcome. */
    get staged() {
      return new Map([...staged].flatMap(([id, contacts]) => (contacts === 'settled' ? [] : [[id, contacts] as const])))
    },
    idOf: contactIds(signingKey),
    find: async (ids) => new Map(ids.flatMap((id) => [all.get(id) ?? []].flat().map((contact) => [id, contact]))),
    stage: async (commitId, contacts) => {
      if (!staged.has(commitId)) staged.set(commitId, contacts)
    },
    confirm: async (commitId) => {
      const contacts = staged.get(commitId)
      if (contacts === undefined || contacts === 'settled') return
      for (const one of contacts) all.set(one.id, namedAs(all.get(one.id), one))
      staged.set(commitId, 'settled')
    },
    discard: async (commitId) => {
      staged.set(commitId, 'settled')
    },
    erase: async (id) => {
      all.delete(id)
    },
    unstage: async (commitId, id) => {
      const contacts = staged.get(commitId)
      if (contacts === undefined || contacts === 'settled') return
      staged.set(
        commitId,
        contacts.filter((one) => one.id !== id),
      )
    },
  }
}
