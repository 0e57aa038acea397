import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { troublesOfHtml } from '../web/support/valid-html.ts'
import { accessibilityTroubles, sidewaysOverflow, tabOrder, weigh } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** Bytes, on an empty cache: what the pages have promised. */
const most = { html: 60_000, transferred: 150_000 } as const

let server: PageServer
let browser: Browser
beforeAll(async () => {
  server = await servePages(memoryStack())
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const open = async (visitor: Visitor | undefined, locale: string, width = 1_200): Promise<[BrowserContext, Page]> => {
  const context = await browser.newContext({ locale, viewport: { width, height: 800 } })
  if (visitor !== undefined) {
    const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
    await context.addCookies([{ name, value, url: server.url }])
  }
  return [context, await context.newPage()]
}
const secretariat = (): Visitor => ({
  actor: { kind: 'person', id: server.world.stack.contacts.idOf('signe@os2.example'), roles: ['secretariat'] },
  name: 'Signe Dahl',
})

const pages: readonly (readonly [path: string, visitor: () => Visitor | undefined])[] = [
  ['/portfolio', () => undefined],
  ['/accessibility', () => undefined],
  ['/links', () => undefined],
  ['/links?sent=1', () => undefined],
  ['/desk', secretariat],
]

describe.each(languages)('given a reader of %s', (language) => {
  it.each(pages)('when they open %s, then it is for everybody', async (path, visitor) => {
    const [context, page] = await open(visitor(), language)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const { html, transferred, shift } = await weigh(page, `${server.url}${path}`)
    expect(complaints).toEqual([])
    expect(await accessibilityTroubles(page)).toEqual([])
    expect(await troublesOfHtml(await (await page.request.get(`${server.url}${path}`)).text())).toEqual([])
    expect(html).toBeLessThan(most.html)
    expect(transferred).toBeLessThan(most.transferred)
    expect(shift).toBe(0)
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    const reached = await tabOrder(page)
    expect(reached.length).toBeGreaterThan(3)
    expect(reached.filter(({ outlined }) => !outlined)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sidewaysOverflow(page)).toBe(0)
    await context.close()
  })
})

it('given a page that is for few, when it is looked at, then what is wrong with it is said', async () => {
  const [context, page] = await open(undefined, 'da', 320)
  const bad =
    '<html><body><a href="/x" style="outline:none">x</a><img src="/x.png"><p style="width:900px">wide</p></body></html>'
  await page.setContent(bad)
  const found = (await accessibilityTroubles(page)).join('\n')
  for (const rule of ['image-alt', 'html-has-lang', 'document-title']) expect(found).toContain(rule)
  expect(await sidewaysOverflow(page)).toBeGreaterThan(500)
  expect((await tabOrder(page)).some(({ outlined }) => !outlined)).toBe(true)
  expect((await troublesOfHtml(bad)).length).toBeGreaterThan(0)
  await context.close()
})
