import { beforeEach, describe, expect, it } from 'vitest'
import { addressOf, perPage, worklistOf, workQuery } from '../../functions/web/desk/worklist/view.ts'
import { languages } from '../../shared/i18n/language.ts'
import type { ProjectSummary } from '../../shared/use-cases/ports.ts'
import { begin, joint, secretariat, small, stack, submitted } from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

const now = '2026-11-25T08:00:00.000Z'
let made = 0
const row = (more: Partial<ProjectSummary> = {}): ProjectSummary => {
  made += 1
  return {
    kind: 'project',
    id: `prj_${String(made).padStart(26, '0')}`,
    title: `Projekt ${made}`,
    purpose: 'At dele',
    authority: 'Skovby Kommune',
    authorities: ['Skovby Kommune'],
    state: 'idea',
    since: '2026-11-01T08:00:00.000Z',
    public: false,
    submittedAt: '2026-11-01T08:00:00.000Z',
    whoseMove: 'proposer',
    dueAt: '2027-02-01T08:00:00.000Z',
    ...more,
  }
}
const titles = (rows: readonly ProjectSummary[], query: Record<string, string> = {}) =>
  worklistOf(rows, workQuery(query), now).groups.map(({ name, works }) => [name, works.map((work) => work.row.title)])

describe('given work of several kinds', () => {
  it('then it is grouped by what is due, the secretariat’s own first in each group', () => {
    const rows = [
      row({ title: 'later' }),
      row({ title: 'late', dueAt: '2026-11-01T08:00:00.000Z' }),
      row({ title: 'late, ours', dueAt: '2026-11-20T08:00:00.000Z', whoseMove: 'secretariat' }),
      row({ title: 'in seven days', dueAt: '2026-12-02T08:00:00.000Z' }),
      row({ title: 'in eight', dueAt: '2026-12-03T08:00:00.000Z' }),
    ]
    expect(titles(rows)).toEqual([
      ['overdue', ['late, ours', 'late']],
      ['week', ['in seven days']],
      ['later', ['in eight', 'later']],
    ])
  })

  it('then what waits for the secretariat beside the move of another is its own, by that date', () => {
    const task = { kind: 'review', dueAt: '2026-11-26T08:00:00.000Z' } as const
    const rows = [
      row({ title: 'a report', whoseMove: 'lead', state: 'implementation', task }),
      row({ title: 'theirs' }),
    ]
    expect(titles(rows, { view: 'ours' })).toEqual([
      ['overdue', []],
      ['week', ['a report']],
      ['later', []],
    ])
  })

  it.each([
    [{ level: '2' }, 'two'],
    [{ level: 'none' }, 'unplaced'],
    [{ party: 'board' }, 'board’s'],
    [{ authority: 'åby kommune' }, 'theirs'],
    [{ search: 'SENSOR' }, 'Sensorer'],
  ])('when it is narrowed by %o, then only what fits is there', (query, title) => {
    const rows = [
      row({ title: 'two', level: 2 }),
      row({ title: 'unplaced' }),
      row({ title: 'board’s', level: 3, whoseMove: 'board' }),
      row({ title: 'theirs', level: 1, authorities: ['Åby Kommune'] }),
      row({ title: 'Sensorer', level: 1 }),
    ]
    expect(titles(rows, query).flatMap(([, found]) => found)).toEqual([title])
  })

  it('when it is more than a page, then pages hold each once, and counts are of all', () => {
    const rows = Array.from({ length: perPage + 5 }, () => row())
    const shown = [1, 2, 3].map((page) => worklistOf(rows, workQuery({ page: String(page) }), now))
    const first = shown[0]?.groups.flatMap(({ works }) => works) ?? []
    const second = shown[1]?.groups.flatMap(({ works }) => works) ?? []
    expect([first.length, second.length, shown[2]?.page]).toEqual([perPage, 5, 2])
    expect(new Set([...first, ...second].map((work) => work.row.id)).size).toBe(perPage + 5)
    expect(shown[0]?.groups.find(({ name }) => name === 'later')?.count).toBe(perPage + 5)
  })

  it('then an address says what was asked, and reads back as the same; what is no choice is left out', () => {
    const query = workQuery({
      view: 'ours',
      state: 'ready',
      level: '2',
      party: 'board',
      search: 'a b',
      authority: 'Åby',
    })
    const address = new URL(addressOf(query, { page: 2 }), 'http://localhost')
    expect(workQuery(Object.fromEntries(address.searchParams))).toEqual({ ...query, page: 2 })
    expect(workQuery({ view: 'x', state: 'nonsense', level: '7', party: '', page: '-1' })).toEqual({
      view: 'all',
      page: 1,
    })
  })
})

describe.each(languages)('given a desk, and a reader of %s', (language) => {
  let world: PageWorld
  beforeEach(() => {
    begin()
    world = pageWorld(stack)
  })
  const look = (path: string) => world.get(path, { as: signedIn(secretariat()), language })

  it('when nothing is there, or nothing fits, then it says so', async () => {
    expect(await troublesOfHtml((await look('/desk')).text)).toEqual([])
    await submitted(small())
    const { text } = await look('/desk?search=xyzzy')
    expect(text).toContain('href="/desk"')
    expect(text).not.toContain('/desk/projects/')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when there is work, then each case is there with whose move it is, and the page is valid', async () => {
    const id = await submitted(joint())
    const { text } = await look('/desk')
    expect(text).toContain(`href="/desk/projects/${id}"`)
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when a full page is shown, then it is less than 60 KB', async () => {
    for (let times = 0; times < perPage + 2; times += 1) await submitted(joint())
    const { text } = await look('/desk')
    expect(text.match(/\/desk\/projects\//g)).toHaveLength(perPage)
    expect(text.length).toBeLessThan(60_000)
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe.each([
  [
    'da',
    /Indplacer idéen på et niveau, eller send den retur senest \d+\. november 2026\./,
    /Forslagsstilleren gør idéen til et koncept sammen med sekretariatet\. Det skal være klar senest \d+\. januar 2027\./,
    /Forslagsstilleren gør idéen til et koncept sammen med sekretariatet\. Det skal være klar\. .*skulle være sket \d+\. januar 2027/,
  ],
  [
    'en',
    /Place the idea on a level, or return it by \d+ November 2026\./,
    /The proposer turns the idea into a concept together with the secretariat\. It has to be ready by \d+ January 2027\./,
    /The proposer turns the idea into a concept together with the secretariat\. It has to be ready\. .*was due on \d+ January 2027/,
  ],
] as const)('given work, and a reader of %s', (language, answer, shape, late) => {
  const look = async () => (await pageWorld(stack).get('/desk', { as: signedIn(secretariat()), language })).text
  beforeEach(begin)

  it('then each case says what is to be done, by whom and by when', async () => {
    const id = await submitted(joint())
    expect(await look()).toMatch(answer)
    await stack.act('POST /api/projects/{id}/classification', { params: { id }, as: secretariat(), body: { level: 2 } })
    expect(await look()).toMatch(shape)
    stack.moveTo('2027-02-01T09:00:00.000Z')
    expect(await look()).toMatch(late)
  })
})
