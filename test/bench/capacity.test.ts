import { describe, expect, it } from 'vitest'
import { S } from '../../shared/store/item.ts'
import { billOf, readPrices } from './cost/bill.ts'
import { sizeOf, unitsOfGet, unitsOfQuery, unitsOfRefusal, unitsOfWrite } from './cost/capacity.ts'
import { addQueueRequest, addRead, addWrite, newTally } from './cost/tally.ts'

const commit = (bytes: number) => ({ pk: S('PROJECT#1'), sk: S('V#1'), events: S('x'.repeat(bytes)) })
const projection = (dueAt: string, summary = 'a') => ({
  pk: S('PROJECT#1'),
  sk: S('STATE'),
  version: { N: '12' },
  stateKey: S('project#idea'),
  orderedBy: S('2026#1'),
  state: S('idea'),
  summary: S(summary),
  dueShard: S('due-1'),
  dueAt: S(dueAt),
})

describe('given the rules by which AWS counts', () => {
  it('when an item is sized, then names and values count, numbers by their digits, maps by their frame', () => {
    expect(sizeOf({ pk: S('æ') })).toBe(4)
    expect(sizeOf({ n: { N: '-1200.50' } })).toBe(1 + 4)
    expect(sizeOf({ m: { M: { a: S('bc') } } })).toBe(1 + 3 + 1 + 1 + 2)
  })

  it('when something is written, then each begun kilobyte is a unit, and the larger of both counts', () => {
    expect(unitsOfWrite(undefined, commit(900))).toEqual({ table: 1, indexes: 0 })
    expect(unitsOfWrite(undefined, commit(1_024))).toEqual({ table: 2, indexes: 0 })
    expect(unitsOfWrite(commit(3_000), commit(10))).toEqual({ table: 3, indexes: 0 })
    expect(unitsOfRefusal(commit(3_000))).toEqual({ table: 3, indexes: 0 })
    expect(unitsOfRefusal(undefined)).toEqual({ table: 1, indexes: 0 })
  })

  it('when an index is touched, then a new key is two writes, new words one, and nothing new none', () => {
    const [one, other] = [projection('2026-01#1'), projection('2026-02#1')]
    expect(unitsOfWrite(undefined, one).indexes).toBe(2)
    expect(unitsOfWrite(one, { ...one, version: { N: '13' } }).indexes).toBe(0)
    expect(unitsOfWrite(one, other).indexes).toBe(2)
    expect(unitsOfWrite(one, projection('2026-01#1', 'b')).indexes).toBe(1)
    expect(unitsOfWrite(one, undefined).indexes).toBe(2)
  })

  it('when something is read, then a query is rounded once, a get by itself, and half of it where it may be late', () => {
    expect(unitsOfQuery([commit(3_000), commit(3_000)], true)).toBe(2)
    expect(unitsOfQuery([], false)).toBe(0.5)
    expect(unitsOfGet(commit(5_000), true)).toBe(2)
    expect(unitsOfGet(undefined, true)).toBe(1)
  })

  it('when a message is large, then each 64 KB of it is a request', () => {
    const tally = newTally()
    addQueueRequest(tally, 'mail SendMessage', 65_537)
    expect(tally.sqs.get('mail SendMessage')).toBe(2)
  })

  it('when it is priced, then each part costs its quantity times the price of the dated file', () => {
    const tally = newTally()
    addWrite(tally, 'relay PutItem', { table: 2, indexes: 3 })
    addRead(tally, 'relay Query', 4)
    tally.mails += 10
    const prices = readPrices()
    const usd = (part: string) => billOf(tally, prices).find((line) => line.part === part)?.usd
    expect(usd('DynamoDB: writes of the table')).toBeCloseTo(2 * 0.000000625, 12)
    expect(usd('DynamoDB: writes of the indexes')).toBeCloseTo(3 * 0.000000625, 12)
    expect(usd('DynamoDB: reads')).toBeCloseTo(4 * 0.000000125, 12)
    expect(usd('SES')).toBeCloseTo(0.001, 12)
  })
})
