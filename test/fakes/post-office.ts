import type { ContactId } from '../../shared/domain/identifiers.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { renderDigest } from '../../shared/mail/render-digest.ts'
import { renderDraftLink } from '../../shared/mail/render-draft-link.ts'
import { renderLetter } from '../../shared/mail/render-letter.ts'
import type { DraftMailPorts } from '../../shared/use-cases/drafts.ts'
import type { NotifyPorts } from '../../shared/use-cases/notify.ts'
import type { CommitLog, Contact } from '../../shared/use-cases/ports.ts'
import { people } from '../domain/support/material.ts'
import { memoryContacts } from './memory-contacts.ts'
import { memoryDrafts } from './memory-drafts.ts'
import { memoryLedger } from './memory-ledger.ts'
import {
  memoryDigests,
  memoryDigestTimer,
  memoryMailer,
  memoryPostMessages,
  memoryPreferences,
  memoryRounds,
} from './memory-mail.ts'

/** Everybody of the tests, each with an address of their own; Palle reads English. */
export const everybody: readonly Contact[] = Object.entries(people).map(([name, id]) => ({
  id,
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Holm`,
  email: `${name}@kommune.example`,
  language: name === 'palle' ? ('en' as const) : ('da' as const),
}))

export const mailboxes = {
  secretariat: { email: 'sekretariat@os2.example', language: 'da' },
  board: { email: 'bestyrelse@os2.example', language: 'da' },
  chair: { email: 'formand@os2.example', language: 'da' },
} as const

/** A clock that a test can set. */
export const wallClock = (at = '2026-11-24T08:00:00.000Z') => {
  let now = Date.parse(at)
  return {
    read: () => new Date(now).toISOString(),
    pass: (seconds: number) => {
      now += seconds * 1_000
    },
  }
}

/** All that notify and the digests need, in memory; the templates are the real ones. */
export const postOffice = (
  log: Pick<CommitLog, 'load'>,
  {
    contacts = everybody,
    trouble = {},
    clock = wallClock(),
  }: {
    readonly contacts?: readonly Contact[]
    readonly trouble?: Parameters<typeof memoryMailer>[0]
    readonly clock?: ReturnType<typeof wallClock>
  } = {},
) =>
  ({
    log,
    contacts: memoryContacts(contacts),
    ledger: memoryLedger(),
    digests: memoryDigests(),
    drafts: memoryDrafts(),
    draftSeal: sealBy('a signing key for tests, long enough', 'draft'),
    typesetDraft: renderDraftLink,
    rounds: memoryRounds(),
    postMessages: memoryPostMessages(),
    digestTimer: memoryDigestTimer(),
    preferences: memoryPreferences(),
    mailer: memoryMailer(trouble),
    typesetter: { letter: renderLetter, digest: renderDigest },
    links: {
      linkFor: async ({ project, contact, purpose }: { project: string; contact: ContactId; purpose: string }) =>
        `https://trin.example/p/${project}?key=${purpose}.${contact}`,
    },
    unsubscribeKeys: {
      addressFor: (contact: ContactId) => `https://trin.example/api/unsubscribe?key=${contact}`,
    },
    mailboxes,
    settings: defaultSettings,
    quietSeconds: 120,
    leaseSeconds: 90,
    baseUrl: 'https://trin.example',
    wallClock: clock.read,
  }) satisfies NotifyPorts & DraftMailPorts
