import { expect, it } from 'vitest'
import { clockOf } from '../../functions/web/parts/condition-due.ts'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import { approval, begin, chair, meetingOn, ready, secretariat, stack, vote } from '../functions/support/cast.ts'
import { holderOf, led } from './support/joint-project.ts'
import { pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

/** What pages say of when a condition is due, with the spaces that a browser shows. */
const said = (html: string): string => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

it.each([
  ['da', '2. oktober 2028', 'aftalt til 1. oktober 2028'],
  ['en', '2 October 2028', 'agreed for 1 October 2028'],
] as const)(
  'given a condition that is due on a Sunday, when any page tells until when, then it is the Monday on which its clock runs out, in %s',
  async (language, monday, agreed) => {
    begin()
    const world = pageWorld(stack)
    const project = await ready()
    const meeting = await meetingOn('2026-12-10T09:00:00.000Z')
    await vote(meeting, project, 'approve')
    stack.moveTo('2026-12-10T10:00:00.000Z')
    const conditions = [
      { text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2028-10-01' },
      { text: 'Databehandleraftale.', owner: people.amir, dueOn: '2028-10-03' },
    ]
    const body = { ...approval(project), conditions }
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body })
    await stack.settle()
    const owner = holderOf(project, people.amir, 'owner')
    for (const [path, as] of [
      [`/p/${project}`, owner],
      [`/p/${project}/fulfil?n=1`, owner],
      [`/desk/projects/${project}`, signedIn(secretariat())],
    ] as const) {
      const { status, text } = await world.get(path, { as, language })
      expect(status, path).toBe(200)
      expect(said(text), path).toContain(`${monday} (${agreed})`)
      expect(await troublesOfHtml(text)).toEqual([])
    }
    const own = said((await world.get(`/p/${project}`, { as: owner, language })).text)
    expect(own).not.toMatch(/3\.? \S+ 2028 \((aftalt|agreed)/)
  },
)

it.each(languages)(
  'given a condition that is fulfilled, then it tells the day that was agreed, in %s',
  async (language) => {
    begin()
    const world = pageWorld(stack)
    const project = await ready()
    const meeting = await meetingOn('2026-12-10T09:00:00.000Z')
    await vote(meeting, project, 'approve')
    stack.moveTo('2026-12-10T10:00:00.000Z')
    const conditions = [{ text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2028-10-01' }]
    const body = { ...approval(project), conditions }
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body })
    const owner = holderOf(project, people.amir, 'owner')
    await stack.act('POST /api/projects/{id}/conditions/{n}/fulfilment', {
      params: { id: project, n: '1' },
      as: owner.actor,
      body: { evidence: 'Underskrevet.' },
    })
    const { text } = await world.get(`/desk/projects/${project}`, { as: signedIn(secretariat()), language })
    expect(said(text)).not.toMatch(/aftalt til|agreed for/)
  },
)

it('given a condition that has its second clock after a reconsideration, then each is told by its own', () => {
  const [first, second] = ['2028-10-02T06:00:00.000Z', '2028-12-01T07:00:00.000Z'] as const
  const due = [
    { kind: 'condition', key: 'condition-2', about: 2, dueAt: first },
    { kind: 'report', key: 'report-1', about: 1, dueAt: first },
    { kind: 'condition', key: 'condition-3', about: 1, dueAt: second },
  ] as const
  expect([1, 2, 3].map((number) => clockOf(number, due))).toEqual([second, first, undefined])
})

it('given conditions with a clock, when their project is asked for, then each clock says of which it is', async () => {
  begin()
  const project = await led()
  const { body } = await stack.ask('GET /api/projects/{id}', { params: { id: project }, as: secretariat() })
  expect(body.due).toContainEqual(expect.objectContaining({ kind: 'condition', about: 1 }))
  expect(body.due).toContainEqual(expect.not.objectContaining({ about: expect.anything() }))
})
