import type { ContactId } from '../domain/identifiers.ts'
import type { UnsubscribeKeys } from '../use-cases/mail-ports.ts'
import type { Seal } from '../use-cases/seal.ts'

const isContactId = (id: string | undefined): id is ContactId => id?.startsWith('con_') === true

/**
 * Addresses for saying no to reminders. They do not expire: a mail of last year must still be able to end them.
 * @param seal of the use `unsubscribe` alone
 * @param baseUrl where people reach Trin, without a slash at the end
 */
export const unsubscribeAddresses = (seal: Seal, baseUrl: string): Pick<UnsubscribeKeys, 'addressFor'> => ({
  addressFor: (contact) => `${baseUrl}/api/unsubscribe?key=${seal.close(contact)}`,
})

/** Reads the keys of such addresses. */
export const unsubscribeKeys = (seal: Seal): Pick<UnsubscribeKeys, 'contactOf'> => ({
  contactOf: (key) => {
    const contact = seal.open(key)
    return isContactId(contact) ? contact : undefined
  },
})
