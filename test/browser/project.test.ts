import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { begin, stack } from '../functions/support/cast.ts'
import { aReport, holderOf, reported, returned } from '../web/support/joint-project.ts'
import { accessibilityTroubles, sidewaysOverflow, tabOrder, weigh } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** Bytes, on an empty cache: what the pages have promised. */
const most = { html: 60_000, transferred: 150_000 } as const

let server: PageServer
let browser: Browser
let idea: ProjectId
let project: ProjectId
beforeAll(async () => {
  begin()
  idea = await returned()
  project = await reported([
    aReport(),
    aReport({
      period: { from: '2027-03-02', to: '2027-06-01' },
      milestones: [
        { title: 'Første plejehjem i drift', plannedOn: '2027-03-01', forecastOn: '2027-03-01', doneOn: '2027-03-01' },
        { title: 'Alle plejehjem i drift', plannedOn: '2028-03-01', forecastOn: '2028-06-01' },
      ],
      spent: { amount: 120_000_000, currency: 'DKK' },
    }),
  ])
  server = await servePages(stack)
  browser = await launch()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const open = async (visitor: Visitor, locale: string): Promise<[BrowserContext, Page]> => {
  const context = await browser.newContext({ locale, viewport: { width: 1_200, height: 800 } })
  const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
  await context.addCookies([{ name, value, url: server.url }])
  return [context, await context.newPage()]
}

const proposer = (): Visitor => holderOf(idea, people.helle, 'proposer')
const lead = (): Visitor => holderOf(project, people.amir, 'lead')
const pages: readonly (readonly [place: string, of: () => ProjectId, visitor: () => Visitor])[] = [
  ['', () => idea, proposer],
  ['/resubmit', () => idea, proposer],
  ['/steering-group', () => idea, proposer],
  ['/erase', () => idea, proposer],
  ['', () => project, lead],
  ['/history', () => project, lead],
  ['/report', () => project, lead],
  ['/reports?n=2', () => project, lead],
]

const isForEverybody = async (page: Page): Promise<void> => {
  expect(await accessibilityTroubles(page)).toEqual([])
  const reached = await tabOrder(page, 30)
  expect(reached.length).toBeGreaterThan(3)
  expect(reached.filter(({ outlined }) => !outlined)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOverflow(page)).toBeUndefined()
}

describe.each(languages)('given a reader of %s', (language) => {
  it.each(pages)('when they open a page of a project (%s), then it is for everybody', async (place, of, visitor) => {
    const [context, page] = await open(visitor(), language)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const { html, transferred, shift } = await weigh(page, `${server.url}/p/${of()}${place}`)
    expect(complaints).toEqual([])
    expect(html).toBeLessThan(most.html)
    expect(transferred).toBeLessThan(most.transferred)
    expect(shift).toBe(0)
    await isForEverybody(page)
    await context.close()
  })

  it('when they look at a report before they send it, then that page is for everybody, too', async () => {
    const [context, page] = await open(lead(), language)
    await page.goto(`${server.url}/p/${project}/report`)
    await page.fill('#forecast', '3.900.000')
    await page.fill('#nextPeriod', 'Mere drift.')
    await page.click('.trin-buttons button[value=check]')
    await page.waitForSelector('button[value=send]')
    await isForEverybody(page)
    await context.close()
  })
})

it('given a report that was looked at and sent, when its lead goes back, then they read their reports, and nothing asks to be sent again', async () => {
  const [context, page] = await open(lead(), 'da')
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForLoadState()
  }
  await page.goto(`${server.url}/p/${project}/report`)
  await page.fill('[name=nextPeriod]', 'Mere drift.')
  await press('Se, hvad rapporten betyder')
  await press('Ret rapporten')
  await page.fill('[name=nextPeriod]', 'Mere drift i øst.')
  await press('Se, hvad rapporten betyder')
  await page.reload()
  expect(await page.content()).toContain('Mere drift i øst.')
  await press('Send rapporten')
  expect(page.url()).toContain('?done=report')
  await page.goBack()
  expect(page.url()).toBe(`${server.url}/p/${project}/reports`)
  expect(await page.title()).toContain('Fremdriftsrapporter')
  await context.close()
})

it('given a form that had to be corrected, when its lead goes back once it is sent, then the form is there, with nothing to correct', async () => {
  const [context, page] = await open(lead(), 'da')
  const comment = `${server.url}/p/${project}/comment`
  await page.goto(comment)
  await page.getByRole('button', { name: 'Send kommentaren' }).click()
  await page.waitForLoadState()
  expect(await page.locator('#error-summary').count()).toBe(1)
  await page.fill('[name=text]', 'Hvad siger I til et møde?')
  await page.getByRole('button', { name: 'Send kommentaren' }).click()
  await page.waitForLoadState()
  expect(page.url()).toContain('?done=comment')
  await page.goBack()
  expect(page.url()).toBe(comment)
  expect(await page.locator('[name=text]').count()).toBe(1)
  expect(await page.locator('#error-summary').count()).toBe(0)
  await context.close()
})
