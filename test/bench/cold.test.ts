import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import { type Contenders, makeContenders } from './cold/contenders.ts'
import { measure, median } from './cold/measure.ts'
import { partsOf } from './cold/parts.ts'
import { namesIn, type Row, rowsOf, tableOf, tooSlow, withTable } from './cold/table.ts'

const names = Object.keys(functions)

describe('given every function as it is deployed, when each starts cold and makes its first call', () => {
  let contenders: Contenders
  const asked = new Map<string, readonly string[]>()
  let rows: readonly Row[] = []
  beforeAll(async () => {
    contenders = await makeContenders()
    const all = [contenders.empty, contenders.usual, ...contenders.functions]
    rows = rowsOf(contenders, await measure(all, 1, ({ name }) => asked.set(name, contenders.asked())))
  }, 60_000)
  afterAll(() => contenders.stop())

  it('then it succeeds, with a call of a service in it, and is measured', () => {
    expect(contenders.functions.map(({ name }) => name)).toEqual(names)
    for (const name of ['usual-set', ...names]) {
      expect(
        // The ways in touch no table: what they ask is the provider.
        asked
          .get(name)
          ?.filter((call) => (name === 'web-sign-in' ? call === 'discovery' : /^(Query|GetItem|PutItem)$/.test(call))),
        name,
      ).not.toEqual([])
      expect(asked.get(name), name).not.toContain('unknown')
    }
    expect(asked.get('empty')).toEqual([])
    for (const { name, load, total } of rows) {
      expect(load, name).toBeGreaterThan(0)
      expect(total, name).toBeGreaterThan(load)
    }
  })

  it('then the usual set writes one item, once, and does no more', () => {
    expect(asked.get('usual-set')).toEqual(['PutItem', 'PutItem', 'UpdateItem'])
  })

  it('then the table names each with the three largest parts of its bundle', () => {
    const table = tableOf(rows)
    for (const { name, parts } of rows) {
      expect(table).toContain(`| ${name} |`)
      expect(parts).toHaveLength(3)
    }
  })
})

describe('given measurements', () => {
  const row = (name: string, ratio: number, bar: number): Row => ({
    name,
    ratio,
    bar,
    load: 1,
    total: 2,
    size: 3_000,
    parts: [],
  })

  it('when a function is above its bar, then it is named, and none that is at it', () => {
    const rows = [row('relay', 0.501, 0.5), row('progress', 0.7, 0.7), row('notification', 0.71, 0.7)]
    expect(tooSlow(rows).map(({ name }) => name)).toEqual(['relay', 'notification'])
  })

  it('when they are written down twice, then the second table stands in place of the first', () => {
    const text = 'before\n<!-- npm run bench:cold -- --write -->\n<!-- end -->\nafter\n'
    const once = withTable(text, tableOf([row('relay', 0.4, 0.5)]))
    expect(namesIn(once)).toEqual(['relay'])
    expect(namesIn(withTable(once, tableOf([row('progress', 0.4, 0.7)])))).toEqual(['progress'])
    expect(withTable(once, 'x')).toMatch(/^before\n.*after\n$/s)
    expect(() => withTable('no marks', 'x')).toThrow('no marks')
  })

  it('when the machine is slow for a moment, then the median does not notice', () => {
    expect(median([5, 1, 900])).toBe(5)
    expect(median([4, 1, 2, 900])).toBe(3)
  })

  it('when a bundle is taken apart, then packages and our own folders are its parts', () => {
    const inputs = {
      'node_modules/@smithy/core/a.js': { bytesInOutput: 5 },
      'node_modules/zod/node_modules/inner/b.js': { bytesInOutput: 2 },
      'node_modules/@smithy/core/dist/c.js': { bytesInOutput: 1 },
      'shared/store/schema/actor.ts': { bytesInOutput: 3 },
    }
    expect(
      partsOf([inputs, { 'shared/store/due.ts': { bytesInOutput: 1 } }]).map(({ name, bytes }) => [name, bytes]),
    ).toEqual([
      ['@smithy/core', 6],
      ['shared/store', 4],
      ['inner', 2],
    ])
  })
})

it('given the README, then its table names the functions that there are', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(namesIn(readme)).toEqual(['usual-set', ...names])
})
