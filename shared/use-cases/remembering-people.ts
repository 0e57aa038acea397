import type { ContactId } from '../domain/identifiers.ts'
import type { Contact, Contacts } from './ports.ts'

/** Contacts that look each person up once, for as long as one batch of letters takes. */
export const rememberingPeople = <C extends Pick<Contacts, 'find'>>(contacts: C): C => {
  const known = new Map<ContactId, Promise<Contact | undefined>>()
  const find: Contacts['find'] = async (ids) => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id))
    const finding = unknown.length === 0 ? Promise.resolve(new Map<ContactId, Contact>()) : contacts.find(unknown)
    for (const id of unknown) {
      const one = finding.then((found) => found.get(id))
      known.set(id, one)
      // What could not be looked up is asked for anew the next time.
      one.catch(() => known.delete(id))
    }
    const found = await Promise.all(ids.map(async (id) => [id, await known.get(id)] as const))
    return new Map(found.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])))
  }
  return { ...contacts, find }
}
