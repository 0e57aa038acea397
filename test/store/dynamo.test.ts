import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContactErasure } from '../../shared/store/contact-erasure.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoDigests } from '../../shared/store/digests.ts'
import { dynamoDrafts } from '../../shared/store/drafts.ts'
import { dynamoEffectLedger } from '../../shared/store/effect-ledger.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { dynamoMailPreferences } from '../../shared/store/mail-preferences.ts'
import { dynamoMeetingCalendar } from '../../shared/store/meeting-calendar.ts'
import { dynamoPostRounds } from '../../shared/store/post-rounds.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import { dynamoRedactions } from '../../shared/store/redactions.ts'
import { dynamoSenderCounts } from '../../shared/store/sender-counts.ts'
import { dynamoTraces } from '../../shared/store/traces.ts'
import type { PostEntry } from '../../shared/use-cases/mail-ports.ts'
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
import type { Engines } from './engines.ts'
import { environmentFor, startEngines, table } from './engines.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const signingKey = 'a signing key for tests, long enough'
const parts = () => ({ client: dynamoClient(environmentFor(engines.dynamo.endpoint)), table })

describe('the commit log in the table', () => commitLogKeeps(() => dynamoCommitLog(parts())))
describe('contacts in the table', () => contactsKeep(() => dynamoContacts({ ...parts(), signingKey })))
describe('projections in the table', () =>
  projectionsKeep(() => ({ ...dynamoProjections(parts()), ...dynamoMeetingCalendar(parts()) })))
describe('the effect ledger in the table', () => effectLedgerKeeps(() => dynamoEffectLedger(parts())))
describe('letters that came late in the table', () => digestsKeep(() => dynamoDigests(parts())))
describe('the rounds of the post in the table', () =>
  postRoundsKeep(() => ({
    rounds: dynamoPostRounds({ ...parts(), clock: () => '2026-11-01T08:00:00.000Z' }),
    projections: dynamoProjections(parts()),
  })))
test('given letters that are put down while their post goes, then they are not in it, and whoever put them there hears so', async () => {
  // given
  const morning = '2026-10-05T07:00:00.000Z'
  const entry = { stream: 'prj_01JPOST', version: 1, recipients: ['board'], correlationId: 'c-1' } as const
  const sender = dynamoPostRounds({ ...parts(), clock: () => morning })
  await sender.keep(morning, { ...entry, version: 2 })
  const { client } = parts()
  const slow = Object.create(client, {
    send: {
      value: async (command: PutItemCommand) => {
        const isEntry = command instanceof PutItemCommand && command.input.Item?.entry !== undefined
        if (isEntry && command.input.Item?.after === undefined) went.push(await sender.close(morning))
        return client.send(command)
      },
    },
  }) as DynamoDBClient
  const went: (readonly PostEntry[])[] = []
  const keeper = (now: string) => dynamoPostRounds({ client: slow, table, clock: () => now })

  // when
  const told = await keeper('2026-10-05T06:59:59.000Z').keep(morning, entry)

  // then
  expect(went).toEqual([[{ ...entry, version: 2 }]])
  expect(told).toBe('gone')
  expect(await sender.keep(morning, entry)).toBe('gone')
  expect(await sender.close(morning)).toEqual([{ ...entry, version: 2 }])
})
describe('drafts in the table', () => draftsKeep(() => dynamoDrafts(parts())))
describe('counts of senders in the table', () => senderCountsKeep(() => dynamoSenderCounts(parts())))
describe('mail preferences in the table', () => mailPreferencesKeep(() => dynamoMailPreferences(parts())))
describe('erasures in the table', () => {
  erasureLedgerKeeps(() => dynamoErasureLedger(parts()))
  tracesKeep(() => ({
    log: dynamoCommitLog(parts()),
    redactions: dynamoRedactions(parts()),
    contacts: { ...dynamoContacts({ ...parts(), signingKey }), ...dynamoContactErasure(parts()) },
    effects: dynamoEffectLedger(parts()),
    traces: dynamoTraces({ ...parts(), pageSize: 5 }),
  }))
})
