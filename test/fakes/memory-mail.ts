import type { ContactId } from '../../shared/domain/identifiers.ts'
import type {
  DigestBox,
  DigestEntry,
  DigestTimer,
  Mailer,
  MailPreferences,
  OutgoingMail,
  PostBag,
  PostEntry,
  PostMessages,
  PostRounds,
} from '../../shared/use-cases/mail-ports.ts'
import type { Due } from '../../shared/use-cases/ports.ts'

/** Letters that wait for the post, in memory, by the same rules as those in the table; `due` is what an index would know. */
export const memoryRounds = (): PostRounds & { readonly due: () => readonly Due[] } => {
  const rounds = new Map<
    string,
    { gone: boolean; readonly entries: Map<string, PostEntry & { readonly after: boolean }> }
  >()
  const of = (at: string) => rounds.get(at) ?? rounds.set(at, { gone: false, entries: new Map() }).get(at)
  return {
    due: () => [...rounds].flatMap(([post, { gone }]) => (gone ? [] : [{ post, nextDueAt: post }])),
    keep: async (at, entry) => {
      const round = of(at)
      const key = `${entry.stream}/${entry.version}`
      if (round?.entries.has(key) === false) round.entries.set(key, { ...entry, after: round.gone })
      return round?.gone && round.entries.get(key)?.after ? 'gone' : 'kept'
    },
    close: async (at) => {
      const round = of(at)
      if (round === undefined) return []
      round.gone = true
      return [...round.entries]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, { after, ...entry }]) => (after ? [] : [entry]))
    },
  }
}

/** Remembers what is to go round. */
export const memoryPostMessages = (): PostMessages & {
  readonly called: readonly string[]
  readonly handedOut: readonly PostBag[]
} => {
  const called: string[] = []
  const handedOut: PostBag[] = []
  return {
    called,
    handedOut,
    callOut: async (at) => {
      called.push(at)
    },
    handOut: async (bags) => {
      handedOut.push(...bags)
    },
  }
}

/** Letters that came late, in memory, by the same rules as those in the table. */
export const memoryDigests = (): DigestBox => {
  const boxes = new Map<string, Map<string, DigestEntry>>()
  const of = (recipient: string) => boxes.get(recipient) ?? new Map<string, DigestEntry>()
  return {
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
