import type { MailPreferences, UnsubscribeKeys } from './mail-ports.ts'

export interface UnsubscribePorts {
  readonly keys: Pick<UnsubscribeKeys, 'contactOf'>
  readonly preferences: Pick<MailPreferences, 'refuseReminders'>
  readonly wallClock: () => string
}

/**
 * Somebody wants no more reminders: one click in the mail program (RFC 8058), or the button on the page behind the link.
 * Decisions, and what is overdue, are told all the same.
 */
export const unsubscribe = async (
  { keys, preferences, wallClock }: UnsubscribePorts,
  key: string,
): Promise<'unsubscribed' | 'bad-key'> => {
  const contact = keys.contactOf(key)
  if (contact === undefined) return 'bad-key'
  await preferences.refuseReminders(contact, wallClock())
  return 'unsubscribed'
}
