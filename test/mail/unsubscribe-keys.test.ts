import { expect, it } from 'vitest'
import { sealBy } from '../../shared/identity/seal.ts'
import { unsubscribeAddresses, unsubscribeKeys } from '../../shared/mail/unsubscribe-keys.ts'
import { unsubscribe } from '../../shared/use-cases/unsubscribe.ts'
import { people } from '../domain/support/material.ts'
import { memoryPreferences } from '../fakes/memory-mail.ts'

const signingKey = 'a signing key for tests, long enough'
const seal = sealBy(signingKey, 'unsubscribe')
const { addressFor } = unsubscribeAddresses(seal, 'https://trin.example')
const keyIn = (address: string) => new URL(address).searchParams.get('key') ?? ''

const unsubscribing = () => ({
  keys: unsubscribeKeys(seal),
  preferences: memoryPreferences(),
  wallClock: () => '2026-11-24T08:00:00.000Z',
})

it('given the address in a reminder, when its key comes back, twice, then that person gets no more of them', async () => {
  const ports = unsubscribing()
  const address = addressFor(people.maren)
  expect(address).toMatch(/^https:\/\/trin\.example\/api\/unsubscribe\?key=[\w-]+$/)
  expect(address).not.toContain(people.maren)
  for (const _ of ['once', 'twice']) expect(await unsubscribe(ports, keyIn(address))).toBe('unsubscribed')
  expect(await ports.preferences.refusers([people.maren, people.troels])).toEqual(new Set([people.maren]))
})

it.each([
  ['changed', `x${keyIn(addressFor(people.maren))}`],
  ['made for another use', sealBy(signingKey, 'cursors').close(people.maren)],
  ['made with another key', sealBy('another signing key, as long', 'unsubscribe').close(people.maren)],
  ['no person’s', seal.close('prj_01J')],
  ['empty', ''],
])('given a key that is %s, then nothing changes', async (_, key) => {
  const ports = unsubscribing()
  expect(await unsubscribe(ports, key)).toBe('bad-key')
  expect(await ports.preferences.refusers([people.maren])).toEqual(new Set())
})
