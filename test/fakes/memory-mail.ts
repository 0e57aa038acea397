import type { ContactId } from '../../shared/domain/identifiers.ts'
import type {
  DigestBox,
  DigestEntry,
  DigestTimer,
  Mailer,
  MailPreferences,
  OutgoingMail,
} from '../../shared/use-cases/mail-ports.ts'
import type { Due } from '../../shared/use-cases/ports.ts'

/** Letters that wait, in memory, by the same rules as those in the table; `due` is what an index over them would know. */
export const memoryDigests = (): DigestBox & { readonly due: () => readonly Due[] } => {
  const boxes = new Map<string, Map<string, DigestEntry>>()
  const of = (recipient: string) => boxes.get(recipient) ?? new Map<string, DigestEntry>()
  return {
    due: () =>
      [...boxes].flatMap(([digest, box]) => {
        const [nextDueAt] = [...box.values()].flatMap(({ dueAt }) => dueAt ?? []).sort()
        return nextDueAt === undefined ? [] : [{ digest, nextDueAt }]
      }),
    add: async (recipient, entry) => {
      const box = of(recipient)
      if (!box.has(entry.notice)) box.set(entry.notice, entry)
      boxes.set(recipient, box)
    },
    entries: async (recipient) =>
      [...of(recipient).values()].sort((a, b) => (`${a.at} ${a.notice}` < `${b.at} ${b.notice}` ? -1 : 1)),
    remove: async (recipient, notices) => {
      for (const notice of notices) of(recipient).delete(notice)
    },
  }
}

/** Who wants no reminders, in memory. */
export const memoryPreferences = (): MailPreferences => {
  const refused = new Set<ContactId>()
  return {
    refusers: async (contacts) => new Set(contacts.filter((contact) => refused.has(contact))),
    refuseReminders: async (contact) => {
      refused.add(contact)
    },
    forget: async (contact) => {
      refused.delete(contact)
    },
  }
}

/** Remembers what is to be looked at, and when. */
export const memoryDigestTimer = (): DigestTimer & {
  readonly set: readonly { readonly recipient: string; readonly seconds: number }[]
} => {
  const set: { recipient: string; seconds: number }[] = []
  return {
    set,
    flushLater: async (recipient, seconds) => {
      set.push({ recipient, seconds })
    },
  }
}

/** Keeps what it is given, unless the trouble it has says otherwise; `trouble` may throw before or after the mail is out. */
export const memoryMailer = (
  trouble: {
    readonly before?: (mail: OutgoingMail) => void | Promise<void>
    readonly after?: (mail: OutgoingMail) => void
  } = {},
): Mailer & { readonly sent: readonly OutgoingMail[] } => {
  const sent: OutgoingMail[] = []
  return {
    sent,
    send: async (mail) => {
      await trouble.before?.(mail)
      sent.push(mail)
      trouble.after?.(mail)
    },
  }
}
