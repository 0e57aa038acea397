import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { board, people, sensorLayer } from '../../infra/local/demo/material.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  approval,
  as,
  begin,
  chair,
  meetingNow,
  secretariat,
  stack,
  submission,
  submitted,
  vote,
} from '../functions/support/cast.ts'
import { signedIn } from '../web/support/page-world.ts'
import { accessibilityTroubles, sidewaysOverflow, weigh } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { byKeyboard } from './support/keyboard.ts'
import { type PageServer, servePages } from './support/page-server.ts'

let server: PageServer
let browser: Browser
let context: BrowserContext
let page: Page
let meeting: MeetingId
let ids: readonly ProjectId[]

const titles = [sensorLayer.title, 'Fælles byggesagsguide', 'Åben beredskabskalender'] as const
const kroner = [3_200_000, 1_800_000, 950_000]

/** A meeting with three concepts, of which five million kroner pay for the first two. */
const meetingOfThree = async (): Promise<void> => {
  const readied: ProjectId[] = []
  for (const [place, title] of titles.entries()) {
    const jointCost = { amount: (kroner[place] ?? 0) * 100, currency: 'DKK' }
    const id = await submitted(
      submission({ ...sensorLayer, title, jointCost }, { F2: { answer: 'yes' } }, people.helle),
    )
    const act = { params: { id }, as: secretariat() }
    await stack.act('POST /api/projects/{id}/classification', { ...act, body: { level: 2, reason: 'Flere kommuner.' } })
    const evaluations = { R1: { colour: 'green' }, F18: { colour: 'red', text: 'Arkitekturen mangler.' } }
    await stack.act('POST /api/projects/{id}/assessment', { ...act, body: { evaluations } })
    await stack.act('POST /api/projects/{id}/ready', { ...act, body: { note: 'Vi indstiller til godkendelse.' } })
    readied.push(id)
  }
  const body = {
    meetsAt: '2027-01-20T09:00:00+01:00',
    members: board,
    place: 'Odense',
    budget: { amount: 500_000_000, currency: 'DKK' },
  }
  meeting = (await stack.act('POST /api/meetings', { as: secretariat(), body })).body.id
  ids = readied
}

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  begin()
  server = await servePages(stack)
  await meetingOfThree()
})
afterEach(async () => {
  await context.close()
  await server.stop()
})

const open = async (
  path: string,
  { locale = 'da', width = 768, scripts = true, visitor = signedIn(chair(), people.birgitte.name) } = {},
): Promise<void> => {
  context = await browser.newContext({ locale, viewport: { width, height: 1_024 }, javaScriptEnabled: scripts })
  const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
  await context.addCookies([{ name, value, url: server.url }])
  page = await context.newPage()
  await page.goto(`${server.url}${path}`)
}
const press = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState()
}

describe.each(languages)('given a reader of %s', (language) => {
  it('when they look at the pages of the table, then each is for everybody, on a tablet and on a phone', {
    timeout: 120_000,
  }, async () => {
    const [first = 'prj_', second = 'prj_'] = ids
    await vote(meeting, first, 'approve')
    const decided = { params: { id: meeting }, as: chair(), body: approval(first) }
    await stack.act('POST /api/meetings/{id}/decisions', decided)
    await vote(meeting, second, 'return')
    await open('/board', { locale: language })
    const under = ['', ...ids, 'papers', 'minutes'].map((one) => `/board/${meeting}${one === '' ? '' : `/${one}`}`)
    for (const path of ['/board', '/board/call', '/board/decisions', ...under]) {
      const { html, transferred, shift } = await weigh(page, `${server.url}${path}`)
      expect(await accessibilityTroubles(page), path).toEqual([])
      expect(html, path).toBeLessThan(60_000)
      expect(transferred, path).toBeLessThan(150_000)
      expect(shift, path).toBe(0)
      for (const width of [320, 768]) {
        await page.setViewportSize({ width, height: 1_024 })
        expect(await sidewaysOverflow(page), path).toBeUndefined()
      }
    }
  })
})

describe('given a meeting on a tablet', () => {
  /** The reader's own order, with where the line falls. */
  const order = () =>
    page.locator('[data-ranking] > li').evaluateAll((items) =>
      items.map((item) => {
        const number = item.querySelector('input')
        return number === null ? '—' : `${number.value} ${item.querySelector('label')?.textContent}`
      }),
    )
  const [sensors, guide, calendar] = titles

  it('when concepts are moved by button, finger or number, then the line of the budget moves along, and is saved', {
    timeout: 60_000,
  }, async () => {
    await open(`/board/${meeting}`)
    expect(await order()).toEqual([`1 ${sensors}`, `2 ${guide}`, '—', `3 ${calendar}`])
    await page.getByRole('button', { name: `Flyt ${calendar} op` }).press('Enter')
    expect(await order()).toEqual([`1 ${sensors}`, `2 ${calendar}`, '—', `3 ${guide}`])
    expect(
      await page.getByRole('button', { name: `Flyt ${calendar} op` }).evaluate((one) => one.matches(':focus')),
    ).toBe(true)
    const grip = await page.locator('li', { hasText: sensors }).locator('.trin-grip').boundingBox()
    const last = await page.locator('li', { hasText: guide }).locator('.trin-grip').boundingBox()
    if (grip === null || last === null) throw new Error('there is nothing to drag')
    await page.mouse.move(grip.x + 4, grip.y + 4)
    await page.mouse.down()
    await page.mouse.move(grip.x + 4, last.y + last.height + 8, { steps: 6 })
    await page.mouse.up()
    expect(await order()).toEqual([`1 ${calendar}`, `2 ${guide}`, '—', `3 ${sensors}`])
    await page.getByRole('spinbutton', { name: sensors }).fill('1')
    await page.keyboard.press('Tab')
    expect(await order()).toEqual([`1 ${sensors}`, `2 ${calendar}`, '—', `3 ${guide}`])
    await press('Gem rækkefølge')
    expect(await page.locator('#done').innerText()).toBe('Din rækkefølge er gemt.')
    expect((await meetingNow(meeting)).ranking.map(({ project }: { project: ProjectId }) => project)).toEqual([
      ids[0],
      ids[2],
      ids[1],
    ])
  })

  it('when somebody has nothing but a keyboard, then buttons and numbers move concepts, and the focus stays with them', {
    timeout: 60_000,
  }, async () => {
    await open(`/board/${meeting}`)
    const up = page.getByRole('button', { name: `Flyt ${calendar} op` })
    await byKeyboard.use(page, up)
    await byKeyboard.use(page, up)
    expect(await order()).toEqual([`1 ${calendar}`, `2 ${sensors}`, '—', `3 ${guide}`])
    await byKeyboard.write(page, { [`rank.${ids[1]}:int`]: '1' })
    await byKeyboard.use(page, page.getByRole('button', { name: 'Gem rækkefølge' }))
    await page.locator('#done', { hasText: 'Din rækkefølge er gemt.' }).waitFor()
    expect((await meetingNow(meeting)).ranking.map(({ project }: { project: ProjectId }) => project)).toEqual([
      ids[1],
      ids[2],
      ids[0],
    ])
  })

  it('when there are no scripts, then numbers do the same, and the line has moved once it is saved', {
    timeout: 60_000,
  }, async () => {
    await open(`/board/${meeting}`, { scripts: false })
    await page.getByLabel(guide).fill('3')
    await page.getByLabel(calendar).fill('2')
    await press('Gem rækkefølge')
    expect(await order()).toEqual([`1 ${sensors}`, `2 ${calendar}`, '—', `3 ${guide}`])
  })

  it('when others vote meanwhile, then it shows without being loaded again', { timeout: 60_000 }, async () => {
    const [first = 'prj_'] = ids
    await open(`/board/${meeting}/${first}`)
    await page.clock.install()
    await page.reload()
    expect(await page.locator('#votes-count').innerText()).toContain('0 af 5')
    for (const { email } of [people.karsten, people.poul, people.anja])
      await stack.act('POST /api/meetings/{id}/votes', {
        params: { id: meeting },
        as: as(email, 'board'),
        body: { project: first, choice: 'approve' },
      })
    await page.clock.runFor(21_000)
    await page.locator('#votes-count', { hasText: '3 af 5' }).waitFor()
    expect(await page.locator('#votes-list').innerText()).toContain('Godkend')
    // Enough have voted: what the chair closes it with is there, too.
    await page.getByText('Stemmerne siger: godkendt.').waitFor()
    expect(await page.getByLabel('Begrundelse').isVisible()).toBe(true)
    // Also where a form was answered with what is wrong with it.
    await page.getByText('Afvis', { exact: true }).click()
    await press('Gem stemme')
    expect(await page.locator('#error-summary').innerText()).toContain('Skriv en kommentar.')
    await stack.act('POST /api/meetings/{id}/votes', {
      params: { id: meeting },
      as: as(people.kirsten.email, 'board'),
      body: { project: first, choice: 'approve' },
    })
    await page.clock.runFor(21_000)
    await page.locator('#votes-count', { hasText: '4 af 5' }).waitFor()
  })

  it('when the papers are printed, then each item has a page of its own, under a head that says which', {
    timeout: 60_000,
  }, async () => {
    await open(`/board/${meeting}/papers`)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.trin-paper-head:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/Møde 20\. januar 2027\s+Punkt 1 af 3/),
      expect.stringMatching(/Punkt 2 af 3/),
      expect.stringMatching(/Punkt 3 af 3/),
    ])
    expect(await page.locator('header, nav, footer').filter({ visible: true }).count()).toBe(0)
  })
})

it('given members with long mail addresses, when the next meeting is called, then each is seen whole on a desk', async () => {
  const members = board.map((one) => ({ ...one, email: one.email.replace('@', '.holmgaard.kristensen@kontor.') }))
  await stack.act('POST /api/meetings', {
    as: secretariat(),
    body: { meetsAt: '2027-03-20T09:00:00+01:00', members, place: 'Odense' },
  })
  await open('/board/call', { width: 1_200 })
  const cut = await page.locator('input[type=email]:not([value=""])').evaluateAll((inputs) =>
    inputs.map((input) => ({
      value: input.getAttribute('value'),
      isCut: input.scrollWidth > input.clientWidth,
    })),
  )
  expect(cut).toEqual(members.map(({ email }) => ({ value: email, isCut: false })))
})
