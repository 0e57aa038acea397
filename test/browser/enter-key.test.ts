import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { begin, secretariat, stack } from '../functions/support/cast.ts'
import { aReport, holderOf, reported } from '../web/support/joint-project.ts'
import { signedIn } from '../web/support/page-world.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

let server: PageServer
let browser: Browser
let context: BrowserContext
let project: ProjectId
beforeAll(async () => {
  begin()
  project = await reported([aReport()])
  server = await servePages(stack)
  browser = await launch()
}, 60_000)
afterEach(() => context.close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const open = async (path: string, visitor: Visitor, javaScriptEnabled: boolean): Promise<Page> => {
  context = await browser.newContext({ locale: 'da', javaScriptEnabled })
  const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}${path}`)
  return page
}

describe.each([true, false])('given a form whose fields have a button for more rows, and scripts: %s', (scripts) => {
  it('when Enter is pressed in a report, then it is looked at before it is sent', { timeout: 30_000 }, async () => {
    const lead = holderOf(project, people.amir, 'lead')
    const page = await open(`/p/${project}/report`, lead, scripts)
    await page.fill('#nextPeriod', 'Mere drift.')
    await page.locator('#forecast').fill('3.900.000')
    await page.locator('#forecast').press('Enter')
    await page.getByRole('button', { name: 'Send rapporten' }).waitFor()
  })

  it('when Enter is pressed while a meeting is called, then the form is sent, and says what is missing', {
    timeout: 30_000,
  }, async () => {
    const page = await open('/board/call', signedIn(secretariat()), scripts)
    const rows = await page.locator('.trin-row').count()
    await page.getByLabel('Sted').fill('Odense')
    await page.getByLabel('Sted').press('Enter')
    await page.locator('#error-summary').waitFor()
    expect(await page.locator('.trin-row').count()).toBe(rows)
    expect(await page.getByLabel('Sted').inputValue()).toBe('Odense')
  })
})
