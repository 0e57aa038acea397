import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMailRecord } from '../../infra/local/engines/mail-record.ts'
import { forgetErased } from '../../infra/local/forget-erased.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { contactIds } from '../../shared/store/contact-id.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import { aCommit, newProject } from '../store/contracts/material.ts'
import { type Engines, environmentFor, startEngines, table } from '../store/engines.ts'
import { temporaryFolder } from './tiny-stack.ts'

const signingKey = 'a signing key for tests, long enough'
const idOf = contactIds(signingKey)
let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const before = '2026-11-24T08:00:00.000Z'
const done = { at: '2026-11-25T08:00:00.000Z', streams: 1, texts: 1, deliveries: 1 }

/** An inbox with these mails, after the erasure of somebody who had a part in one of two projects; what is left in it. */
const left = async (
  { name, address }: { name: string; address: string },
  mailsOf: (own: string, other: string) => readonly { to: string; text: string; at?: string }[],
): Promise<readonly string[]> => {
  const client = dynamoClient(environmentFor(engines.dynamo.endpoint))
  const parts = { client, table }
  const [own, other] = [newProject(), newProject()]
  const person = idOf(address)
  const log = dynamoCommitLog(parts)
  await log.append(aCommit(own, 1, { actor: { kind: 'person', id: person, roles: ['proposer'] } }))
  await log.append(aCommit(other, 1))
  const asked = { id: `era_${own}`, person, by: 'person', successors: {}, askedAt: before, correlationId: 'c' } as const
  await dynamoErasureLedger(parts).begin({ ...asked, done })
  const record = openMailRecord(join(temporaryFolder(), 'mails.ndjson'))
  const mails = [{ to: `${name} <${address}>`, text: 'Tak for forslaget.' }, ...mailsOf(own, other)]
  for (const { to, text, at = before } of mails)
    record.add({
      messageId: text,
      at,
      domainAt: at,
      source: 'trin@os2.example',
      destinations: [/<(.*)>/.exec(to)?.[1] ?? to],
      raw: Buffer.from(
        [
          'From: trin@os2.example',
          `To: ${to}`,
          'Subject: Nyt',
          'Content-Type: text/plain; charset=utf-8',
          '',
          text,
        ].join('\r\n'),
      ).toString('base64'),
    })
  await forgetErased(record, { client, table, signingKey })
  client.destroy()
  return (await record.mails()).map(({ messageId }) => messageId)
}

const signe = 'Signe <signe@os2.example>'

it('given somebody who was called by words that others use, then only mails about what they had a part in go for that', async () => {
  const kept = await left({ name: 'Skovby Kommune', address: 'x@y.example' }, (own, other) => [
    { to: signe, text: `Skovby Kommune skriver. http://localhost/p/${own}` },
    { to: signe, text: `Skovby Kommune er med. http://localhost/p/${other}` },
    { to: signe, text: 'Skovby Kommune er med i mange.' },
    { to: signe, text: `Spørg x@y.example. http://localhost/p/${other}` },
    { to: signe, text: `Intet om nogen. http://localhost/p/${own}` },
  ])
  expect(kept.map((text) => text.split(' http')[0])).toEqual([
    'Skovby Kommune er med.',
    'Skovby Kommune er med i mange.',
    'Intet om nogen.',
  ])
})

it('given a name that can be nothing else, then every mail from before goes that has it', async () => {
  const kept = await left({ name: 'Zelda Mosegaard', address: 'z@y.example' }, (_, other) => [
    { to: signe, text: `Zelda Mosegaard viste os det. http://localhost/p/${other}` },
    { to: signe, text: 'Zelda Mosegaard er tilbage.', at: '2026-11-26T08:00:00.000Z' },
  ])
  expect(kept).toEqual(['Zelda Mosegaard er tilbage.'])
})
