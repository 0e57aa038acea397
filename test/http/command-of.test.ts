import { describe, expect, test } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { commandOf, createdBy } from '../../shared/http/command-of.ts'
import type { EdgeRequest } from '../../shared/http/exchange.ts'

const mette: Actor = { kind: 'person', id: 'con_mette', roles: ['secretariat'] }
const request = (headers: Record<string, string> = {}, more: Partial<EdgeRequest> = {}): EdgeRequest => ({
  route: 'POST /api/projects/{id}/return',
  path: '/api/projects/prj_1/return',
  params: { id: 'prj_1' },
  query: {},
  headers,
  actor: mette,
  language: 'da',
  correlationId: 'visit-1',
  body: {},
  sentAs: 'json',
  networkAddress: '192.0.2.1',
  note: () => {},
  remaining: () => 1_000,
  ...more,
})
const keyed = { 'idempotency-key': 'once' }

describe('the identity of a command', () => {
  test('given the same route, caller and key, it is the same, and so is the hash of an equal payload', () => {
    const one = commandOf(request(keyed), { a: 1, b: [{ c: 2, d: 3 }] })
    const two = commandOf(request(keyed), { b: [{ d: 3, c: 2 }], a: 1 })
    expect(two).toEqual(one)
    expect(one.commandId).toMatch(/^cmd_[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  })

  test.each([
    ['key', request({ 'idempotency-key': 'twice' })],
    ['caller', request(keyed, { actor: { kind: 'person', id: 'con_jens', roles: [] } })],
    ['path', request(keyed, { path: '/api/projects/prj_2/return' })],
  ])('given another %s, it is another', (_, other) => {
    expect(commandOf(other, {}).commandId).not.toBe(commandOf(request(keyed), {}).commandId)
  })

  test('given another payload, it is the same command with another hash', () => {
    const [one, two] = [commandOf(request(keyed), { a: 1 }), commandOf(request(keyed), { a: 2 })]
    expect(two.commandId).toBe(one.commandId)
    expect(two.payloadHash).not.toBe(one.payloadHash)
  })

  test('given no key, it is new each time', () => {
    expect(commandOf(request(), {}).commandId).not.toBe(commandOf(request(), {}).commandId)
  })

  test('given strangers with the same key, each is a caller of their own', () => {
    const anonymous = request(keyed, { actor: { kind: 'anonymous' } })
    const ids = ['con_a', 'con_b'].map((caller) => commandOf(anonymous, {}, { caller }).commandId)
    expect(ids[0]).not.toBe(ids[1])
  })

  test('what it creates has its own id under another prefix', () => {
    expect(createdBy('prj', 'cmd_01ABC')).toBe('prj_01ABC')
  })

  test.each([['""'], ['"x"'], ['3'], ['"3", "4"']])('given If-Match %s, the header is refused', (tag) => {
    expect(() => commandOf(request({ 'if-match': tag }), {})).toThrow('bad-header')
  })
  test.each([
    ['"3"', 3],
    ['W/"3"', 3],
    ['*', undefined],
  ])('given If-Match %s, the version is %s', (tag, version) => {
    expect(commandOf(request({ 'if-match': tag }), {}).expectedVersion).toBe(version)
  })
  test.each([[''], ['with space'], ['æ'], ['a'.repeat(201)]])('given the key %j, the header is refused', (key) => {
    expect(() => commandOf(request({ 'idempotency-key': key }), {})).toThrow('bad-header')
  })
})
