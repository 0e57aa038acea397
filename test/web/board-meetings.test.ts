import { beforeEach, describe, expect, it } from 'vitest'
import { board, people, sensorLayer, wasteBaseline } from '../../infra/local/demo/material.ts'
import type { MeetingId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  approval,
  begin,
  chair,
  joint,
  meetingNow,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submitted,
  typesOf,
  vote,
} from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})
const theChair = () => signedIn(chair(), people.birgitte.name)
const theSecretariat = () => signedIn(secretariat())

const members = (list: readonly { name?: string; email?: string; authority?: string; seat: string }[]) =>
  list.flatMap((one, row) =>
    Object.entries({ name: '', email: '', authority: '', language: 'da', ...one }).map(
      ([field, value]) => [`members.${row}.${field}`, value] as const,
    ),
  )

describe.each(languages)('given a reader of %s', (language) => {
  it('when there is nothing yet, then every page of the table says so, and is valid', async () => {
    for (const path of ['/board', '/board/decisions', '/board/call']) {
      const { status, text } = await world.get(path, { as: theChair(), language })
      expect(status).toBe(200)
      expect(await troublesOfHtml(text)).toEqual([])
    }
  })

  it('when there is a meeting with a decision, then its pages are valid', async () => {
    const [first, second] = [await ready(), await ready()]
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(meeting, first, 'approve')
    const decision = { params: { id: meeting }, as: chair(), body: approval(first) }
    await stack.act('POST /api/meetings/{id}/decisions', decision)
    await vote(meeting, second, 'return')
    const pages = ['minutes', 'papers', first, second].map((page) => `/board/${meeting}/${page}`)
    for (const path of ['/board', '/board/decisions', '/board/call', `/board/${meeting}`, ...pages])
      for (const as of [theChair(), theSecretariat()]) {
        const { status, text } = await world.get(path, { as, language })
        expect(status).toBe(200)
        expect(await troublesOfHtml(text), path).toEqual([])
      }
  })
})

it.each([
  ['approve', 'check', 'Godkendt'],
  ['return', 'arrow-back', 'Sendt retur'],
  ['reject', 'close', 'Afvist'],
] as const)(
  'given a concept on which the board said %s, then the agenda says so by a word and a sign of its own',
  async (choice, icon, word) => {
    const project = await ready()
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await vote(meeting, project, choice)
    const decision = { project, outcome: choice, reason: 'Fordi.', criteria: ['R3'] }
    const more = {
      approve: approval(project),
      return: { ...decision, reasons: [{ code: 'other', text: 'Der mangler tal.' }], comeBackWith: 'En økonomi.' },
      reject: decision,
    }
    await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body: more[choice] })
    const { text } = await world.get(`/board/${meeting}`, { as: theChair() })
    const [shown] = /<span class="trin-outcome[^>]*>.*?<\/span>/s.exec(text) ?? []
    expect(shown).toContain(`#${icon}"`)
    expect(shown).toContain(word)
    expect(shown?.includes('trin-done')).toBe(choice === 'approve')
    const minutes = (await world.get(`/board/${meeting}/minutes`, { as: theChair() })).text
    expect(minutes.includes('Der mangler tal.')).toBe(choice === 'return')
    expect(minutes).not.toContain('()')
  },
)

it('given an item for information, when the minutes are read, then it was noted only once the board has met', async () => {
  const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
  const id = await submitted(small())
  const act = (path: 'classification' | 'ready' | 'start', body: object) =>
    stack.act(`POST /api/projects/{id}/${path}`, { params: { id }, as: secretariat(), body })
  await act('classification', { level: 1, reason: 'En kommune.' })
  await act('ready', {})
  const budget = { amount: 21_000_000, currency: 'DKK' }
  await act('start', {
    baseline: { ...wasteBaseline('2027-12-31'), budget },
    lead: { name: 'Lars', email: 'lars@skovby.example' },
  })
  await stack.settle()
  expect((await world.get(`/board/${meeting}`, { as: theChair() })).text).toContain('Skovby Kommune · 210.000 kr.')
  const minutes = async () => (await world.get(`/board/${meeting}/minutes`, { as: theChair() })).text
  expect(await minutes()).toContain('Til orientering')
  expect(await minutes()).not.toContain('Taget til efterretning')
  stack.moveTo('2027-01-20T12:00:00.000Z')
  await stack.act('POST /api/meetings/{id}/conclusion', { params: { id: meeting }, as: chair(), body: {} })
  expect(await minutes()).toContain('Taget til efterretning')
})

describe('given a concept that is ready', () => {
  const waits = async (as: ReturnType<typeof theChair>) => (await world.get('/board', { as })).text

  it('when no meeting has it on its agenda, then the table says that it waits, to the desk with a way to the case', async () => {
    const id = await ready()
    const ours = await waits(theSecretariat())
    expect(ours).toContain('Én sag venter på et møde')
    expect(ours).toContain(`href="/desk/projects/${id}"`)
    const theirs = await waits(theChair())
    expect(theirs).toContain('Én sag venter på et møde')
    expect(theirs).not.toContain('/desk/projects/')
    expect(theirs).toMatch(/Fjordby Kommune · senest/)
    stack.moveTo('2027-06-01T09:00:00.000Z')
    expect(await waits(theChair())).toMatch(/Fjordby Kommune · skulle være sket/)
  })

  it('when a meeting is called, then it waits no longer', async () => {
    await ready()
    await meetingOn('2027-01-20T09:00:00+01:00')
    await stack.settle()
    expect(await waits(theSecretariat())).not.toContain('venter på et møde')
  })
})

describe('given somebody who calls a meeting', () => {
  const fields = [
    ['meetsAt:local', '2027-06-15T10:00'],
    ['place', 'Odense'],
    ['budget:kr', '5.000.000'],
  ] as const

  it('when all is told, then it is called, rows that nobody filled in are nobody, and its page says so', async () => {
    const sent = [...fields, ...members([...board, { seat: 'member' }])]
    const { status, headers } = await world.post('/board/call', sent, { as: theSecretariat() })
    expect(status).toBe(303)
    const [, id] = /^\/board\/(mtg_[0-9A-Z]{26})\?done=call$/.exec(headers.location ?? '') ?? []
    expect(await meetingNow(id as MeetingId)).toMatchObject({
      form: 'meeting',
      meetsAt: '2027-06-15T08:00:00.000Z',
      budget: { amount: 500_000_000 },
      members: expect.arrayContaining([expect.objectContaining({ name: people.birgitte.name, seat: 'chair' })]),
    })
    expect((await world.get(headers.location ?? '', { as: theSecretariat() })).text).toContain('Indkaldelsen er sendt')
    const { text } = await world.get('/board', { as: theChair() })
    expect(text).toContain('Næste møde: 15. juni 2027 kl. 10.00')
  })

  it('when something is missing, then it says what, and keeps what was typed', async () => {
    const { status, text } = await world.post(
      '/board/call',
      [...fields, ...members([{ name: 'Bo Bang', seat: 'member' }])],
      { as: theSecretariat() },
    )
    expect(status).toBe(422)
    expect(text).toContain('href="#members-0-email"')
    expect(text).toContain('value="Bo Bang"')
    const noChair = members(board.map((one) => ({ ...one, seat: 'member' })))
    const refused = await world.post('/board/call', [...fields, ...noChair], { as: theSecretariat() })
    expect(refused.text).toContain('Mødet skal have en formand.')
    expect(refused.text).toContain('href="#members"')
    expect(await troublesOfHtml(refused.text)).toEqual([])
  })

  it('when they ask for more rows, then there are more, and nobody is called', async () => {
    const { status, text } = await world.post('/board/call', [...members(board), ['_do', 'more']], {
      as: theSecretariat(),
    })
    expect(status).toBe(200)
    expect(text).toContain('name="members.6.email"')
    expect(stack.projections.all.size).toBe(0)
  })

  it('when the board has met before, then its members are filled in', async () => {
    await meetingOn('2027-01-20T09:00:00+01:00')
    const { text } = await world.get('/board/call', { as: theSecretariat() })
    for (const { email } of board) expect(text).toContain(`value="${email}"`)
  })

  it('when they are the chair, then they can open a written vote; the secretariat cannot', async () => {
    expect((await world.get('/board/call', { as: theSecretariat() })).text).not.toContain('value="written"')
    expect((await world.get('/board/call', { as: theChair() })).text).toContain('value="written"')
    const sent = [...fields, ['form', 'written'] as const, ...members(board)]
    expect((await world.post('/board/call', sent, { as: theSecretariat() })).status).toBe(403)
    expect((await world.post('/board/call', sent, { as: theChair() })).status).toBe(303)
  })
})

describe('given a meeting that is led', () => {
  let meeting: MeetingId
  beforeEach(async () => {
    meeting = await meetingOn('2027-01-20T09:00:00+01:00')
  })
  const act = (name: string, fields: Record<string, string>, as = theSecretariat()) =>
    world.post(`/board/${meeting}/${name}`, fields, { as })

  it('when something is put on another agenda, then it moves there', async () => {
    const project = await ready()
    const later = await meetingOn('2027-03-20T09:00:00+01:00')
    const { text } = await world.get(`/board/${later}`, { as: theSecretariat() })
    expect(text).toContain(`${sensorLayer.title} – står på et andet møde`)
    const { headers } = await world.post(`/board/${later}/agenda`, { project }, { as: theSecretariat() })
    expect(headers.location).toBe(`/board/${later}?done=agenda`)
    expect((await meetingNow(later)).agenda).toMatchObject([{ project, kind: 'concept' }])
    expect((await meetingNow(meeting)).agenda).toEqual([])
  })

  it('when it is cancelled without a reason, then one is asked for; with one, items move on', async () => {
    const refused = await act('cancel', {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#reason"')
    expect((await act('cancel', { reason: 'Sneen.' })).headers.location).toBe(`/board/${meeting}?done=cancel`)
    expect((await world.get(`/board/${meeting}`, { as: theChair() })).text).toContain('Mødet er aflyst.')
    expect((await act('cancel', { reason: 'Igen.' })).status).toBe(409)
  })

  it('when it is concluded before its day, then it is refused; after it, it is over, quorate or not as is said', async () => {
    expect((await act('conclude', {})).text).toContain('Mødet er ikke holdt endnu.')
    stack.moveTo('2027-01-21T12:00:00.000Z')
    expect((await world.get('/board', { as: theChair() })).text).toContain('Mangler at blive afsluttet')
    const { headers } = await act('conclude', { note: 'Tak for i dag.', 'inquorate:yes': 'yes' })
    expect(headers.location).toBe(`/board/${meeting}?done=conclude`)
    expect(await meetingNow(meeting)).toMatchObject({ state: 'concluded', quorate: false })
    expect((await world.get('/board', { as: theChair() })).text).toContain(`/board/${meeting}/minutes`)
  })

  it('when a member of the board looks, then leading it is not offered, nor taken', async () => {
    const karsten = signedIn({ ...chair(), roles: ['board'] } as ReturnType<typeof chair>)
    expect((await world.get(`/board/${meeting}`, { as: karsten })).text).not.toContain('Led mødet')
    expect((await act('cancel', { reason: 'Nej.' }, karsten)).status).toBe(403)
    expect(await typesOf(meeting)).not.toContain('cancelled')
  })
})

it('given the secretariat, who cannot open a written vote, when it calls the board, then the page does not speak of one', async () => {
  const { text } = await world.get('/board/call', { as: theSecretariat() })
  expect(text).not.toContain('skriftlige afstemning')
  expect(text).toContain('eller med det samme, hvis der er kortere tid')
  expect((await world.get('/board/call', { as: theChair() })).text).toContain('skriftlige afstemning')
})

it('given a written vote that the chair opened, when nothing is on it yet, then each reads who puts it on', async () => {
  const called = await stack.act('POST /api/meetings', {
    as: chair(),
    body: { form: 'written', meetsAt: '2027-01-20T09:00:00+01:00', members: board },
  })
  const { id } = called.body
  const asChair = await world.get(`/board/${id}`, { as: theChair() })
  expect(asChair.text).toContain('Sekretariatet sætter dem på, der skal stemmes om.')
  expect(asChair.text).not.toContain('kommer på af sig selv')
  expect(asChair.text).toContain('Afslut afstemningen')
  expect(asChair.text).not.toContain('Afslut mødet')
  const asOffice = await world.get(`/board/${id}`, { as: theSecretariat() })
  expect(asOffice.text).toContain('det gør I under »Led afstemningen«')
  expect(await troublesOfHtml(asOffice.text)).toEqual([])
})

describe('given concepts that are ranked', () => {
  it('when one says nothing of its economy, then it is told so, and not that it costs nothing', async () => {
    const { jointCost: _, ...withoutCost } = sensorLayer
    await ready()
    await ready({ ...joint(), concept: withoutCost })
    const id = await meetingOn('2027-01-20T09:00:00+01:00')
    const { text } = await world.get(`/board/${id}`, { as: theChair() })
    const own = text.slice(text.indexOf('data-ranking'))
    expect(own).toContain('økonomi ikke oplyst ·')
    expect(own).not.toContain('>0 kr.')
  })

  it('when members rank them by number, then the orders are merged, and the line falls where the money ends', async () => {
    const ids = [await ready(), await ready(), await ready()]
    const called = await stack.act('POST /api/meetings', {
      as: secretariat(),
      body: {
        meetsAt: '2027-01-20T09:00:00+01:00',
        members: board,
        budget: { amount: 700_000_000, currency: 'DKK' },
      },
    })
    const { id } = called.body
    const rank = (numbers: readonly string[], as = theChair()) =>
      world.post(
        `/board/${id}/rank`,
        ids.map((project, place) => [`rank.${project}:int`, numbers[place] ?? ''] as const),
        { as },
      )
    const answer = await rank(['3', '1', '2'])
    expect(answer.headers.location).toBe(`/board/${id}?done=rank`)
    expect((await meetingNow(id)).ranking.map(({ project }: { project: string }) => project)).toEqual([
      ids[1],
      ids[2],
      ids[0],
    ])
    const { text } = await world.get(`/board/${id}?done=rank`, { as: theChair() })
    expect(text).toContain('1 af 5 medlemmer har prioriteret.')
    // Each costs 3.2 million: the third does not fit into 7.
    const own = text.slice(text.indexOf('data-ranking'))
    expect(own.indexOf('data-cut-line')).toBeGreaterThan(own.indexOf(`rank.${ids[2]}:int`))
    expect(own.indexOf('data-cut-line')).toBeLessThan(own.indexOf(`rank.${ids[0]}:int`))
    expect(await troublesOfHtml(text)).toEqual([])
    await rank(['', '1', ''])
    expect((await meetingNow(id)).ranking[0]).toMatchObject({ project: ids[1], firstPlaces: 1 })
    expect((await rank(['1'], theSecretariat())).status).toBe(403)
    // What was approved has its money, what was returned needs none.
    for (const [at, choice] of ['approve', 'return'].entries()) {
      const project = ids[at] ?? 'prj_'
      await vote(id, project, choice)
      const body = { ...approval(project), outcome: choice, reasons: [{ code: 'economy' }], comeBackWith: 'En plan.' }
      const { status } = await stack.act('POST /api/meetings/{id}/decisions', { params: { id }, as: chair(), body })
      expect(status).toBe(200)
    }
    const after = await world.get(`/board/${id}`, { as: theChair() })
    const merged = after.text.slice(after.text.indexOf('id="merged-ranking"'), after.text.indexOf('id="members"'))
    expect(merged.match(/<li><span class="trin-place">/g)).toHaveLength(2)
  })
})
