import type { Letter, Recipient } from '../domain/correspondence/letter.ts'
import { mailboxes, recipientKey } from '../domain/correspondence/letter.ts'
import type { ContactId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import type { MailboxAddresses, MailPreferences, UnsubscribeKeys } from './mail-ports.ts'
import { pageOfLetter } from './page-of-letter.ts'
import { type LinkPurpose, linkPurposes, type PersonalLinks } from './people.ts'
import type { Contacts } from './ports.ts'

export interface AddressPorts {
  readonly contacts: Pick<Contacts, 'find' | 'idOf'>
  readonly preferences: Pick<MailPreferences, 'refusers'>
  readonly mailboxes: MailboxAddresses
  readonly links: PersonalLinks
  readonly unsubscribeKeys: Pick<UnsubscribeKeys, 'addressFor'>
  /** Where people reach Trin, without a slash at the end. */
  readonly baseUrl: string
}

/** Where a recipient is reached. */
export interface Address {
  readonly to: { readonly name?: string; readonly email: string }
  readonly language: 'da' | 'en'
}

/** The recipient behind a key. @throws when it is none */
export const recipientOf = (key: string): Recipient => {
  if (key === 'secretariat' || key === 'board' || key === 'chair') return { mailbox: key }
  if (key.startsWith('con_')) return { contact: `con_${key.slice(4)}` }
  throw new Error(`${key} is neither a contact nor one of ${mailboxes.join(', ')}`)
}

/** The person behind a recipient, also where it is an office whose mailbox is their own. */
export const personBehind = (
  { contacts, mailboxes: offices }: Pick<AddressPorts, 'contacts' | 'mailboxes'>,
  to: Recipient,
): ContactId => ('mailbox' in to ? contacts.idOf(offices[to.mailbox].email) : to.contact)

/** Where each recipient is reached; somebody who has been erased is not in it. */
export const addressesOf = async (
  { contacts, mailboxes: offices }: Pick<AddressPorts, 'contacts' | 'mailboxes'>,
  recipients: readonly Recipient[],
): Promise<ReadonlyMap<string, Address>> => {
  const ids = recipients.flatMap((to) => ('contact' in to ? [to.contact] : []))
  const people = ids.length === 0 ? new Map() : await contacts.find(ids)
  const addresses = new Map<string, Address>()
  for (const to of recipients) {
    if ('mailbox' in to) {
      const { email, language } = offices[to.mailbox]
      addresses.set(recipientKey(to), { to: { email }, language })
      continue
    }
    const found = people.get(to.contact)
    if (found === undefined) continue
    const { name, email, language } = found
    addresses.set(recipientKey(to), { to: { name, email }, language })
  }
  return addresses
}

const isPurpose = (as: string): as is LinkPurpose => linkPurposes.some((purpose) => purpose === as)

/** The link to act that stands in a letter: a person's own key to the case, or the page of whoever signs in. */
export const linkIn = async (
  { links, baseUrl }: Pick<AddressPorts, 'links' | 'baseUrl'>,
  letter: Letter,
): Promise<{ readonly link: string; readonly personal: boolean }> => {
  const { about, as, body, to } = letter
  const { stream } = about
  // What was merged goes on in the other project, on which its proposer becomes a contact; others have no part there that a key could carry.
  if (body.template === 'merged')
    return 'contact' in to && as === 'proposer'
      ? { link: await links.linkFor({ project: body.into, contact: to.contact, purpose: 'contact' }), personal: true }
      : { link: `${baseUrl}/portfolio`, personal: false }
  if ('contact' in to && isPurpose(as) && isProjectId(stream))
    return { link: await links.linkFor({ project: stream, contact: to.contact, purpose: as }), personal: true }
  return { link: `${baseUrl}${pageOfLetter(letter)}`, personal: false }
}

/** The way out of reminders, for a person who gets one. */
export const unsubscribeIn = (
  { unsubscribeKeys }: Pick<AddressPorts, 'unsubscribeKeys'>,
  to: Recipient,
  reminder: boolean,
): { readonly unsubscribe?: string } =>
  reminder && 'contact' in to ? { unsubscribe: unsubscribeKeys.addressFor(to.contact) } : {}

/** Letters without the reminders to people who want none. */
export const wanted = async (
  { preferences }: Pick<AddressPorts, 'preferences'>,
  letters: readonly Letter[],
): Promise<readonly Letter[]> => {
  const asked = letters.flatMap(({ reminder, to }) => (reminder && 'contact' in to ? [to.contact] : []))
  if (asked.length === 0) return letters
  const refusers = await preferences.refusers(asked)
  return letters.filter(({ reminder, to }) => !(reminder && 'contact' in to && refusers.has(to.contact)))
}
