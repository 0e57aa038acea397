import { describe } from 'vitest'
import { memoryContacts } from '../fakes/memory-contacts.ts'
import { memoryDrafts } from '../fakes/memory-drafts.ts'
import { memoryErasureLedger, memoryTraces } from '../fakes/memory-erasures.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryDigests, memoryPreferences, memoryRounds } from '../fakes/memory-mail.ts'
import { memoryProjections } from '../fakes/memory-projections.ts'
import { memorySenders } from '../fakes/memory-senders.ts'
import { commitLogKeeps } from './contracts/commit-log.ts'
import { contactsKeep } from './contracts/contacts.ts'
import { digestsKeep } from './contracts/digests.ts'
import { draftsKeep } from './contracts/drafts.ts'
import { effectLedgerKeeps } from './contracts/effect-ledger.ts'
import { erasureLedgerKeeps, tracesKeep } from './contracts/erasures.ts'
import { mailPreferencesKeep } from './contracts/mail-preferences.ts'
import { postRoundsKeep } from './contracts/post-rounds.ts'
import { projectionsKeep } from './contracts/projections.ts'
import { senderCountsKeep } from './contracts/sender-counts.ts'

describe('the commit log in memory', () => commitLogKeeps(() => memoryLog()))
describe('contacts in memory', () => contactsKeep(() => memoryContacts()))
describe('projections in memory', () => projectionsKeep(() => memoryProjections()))
describe('the effect ledger in memory', () => effectLedgerKeeps(() => memoryLedger()))
describe('letters that came late in memory', () => digestsKeep(() => memoryDigests()))
describe('the rounds of the post in memory', () =>
  postRoundsKeep(() => {
    const rounds = memoryRounds()
    return { rounds, projections: memoryProjections(rounds.due) }
  }))
describe('drafts in memory', () => draftsKeep(() => memoryDrafts()))
describe('counts of senders in memory', () => senderCountsKeep(() => memorySenders()))
describe('mail preferences in memory', () => mailPreferencesKeep(() => memoryPreferences()))
describe('erasures in memory', () => {
  erasureLedgerKeeps(() => memoryErasureLedger())
  tracesKeep(() => {
    const [log, contacts, effects] = [memoryLog(), memoryContacts(), memoryLedger()]
    return { log, redactions: log, contacts, effects, traces: memoryTraces({ log, contacts, effects }, 2) }
  })
})
