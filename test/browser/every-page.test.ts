import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { projectStates } from '../../shared/domain/project/state.ts'
import { type Language, languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { crawl } from '../web/support/crawl.ts'
import { signedIn } from '../web/support/page-world.ts'
import { type Scenes, setScenes } from '../web/support/scenes.ts'
import { troublesOfHtml } from '../web/support/valid-html.ts'
import { accessibilityTroubles, sidewaysOverflow, tabOrder, uselessPreloads, weigh } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** Bytes, on an empty cache: what the pages have promised. */
const most = { html: 60_000, transferred: 150_000 } as const

let server: PageServer
let browser: Browser
let scenes: Scenes
beforeAll(async () => {
  const stack = memoryStack()
  server = await servePages(stack)
  scenes = await setScenes(stack)
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

const lookers: Record<string, readonly [visitor: () => Visitor | undefined, from: () => readonly string[]]> = {
  anybody: [() => undefined, () => ['/', '/portfolio', '/accessibility', '/links']],
  'the secretariat': [
    () => signedIn(scenes.as('signe@os2.example', 'secretariat')),
    () => ['/desk', '/board', '/signed-in'],
  ],
  'the chair': [
    () => signedIn(scenes.as(people.birgitte.email, 'chair'), people.birgitte.name),
    () => ['/board', `/board/${scenes.meeting}`],
  ],
}
const linked = (email: string, role: 'proposer' | 'lead' | 'coordination', id: string) => ({
  actor: { ...scenes.as(email, role), project: id, link: true } as Visitor['actor'],
})
for (const state of projectStates)
  for (const [email, role] of [
    ['proposer@scenes.example', 'proposer'],
    ['lead@scenes.example', 'lead'],
    ['group@scenes.example', 'coordination'],
  ] as const)
    lookers[`the ${role} of a project that is ${state}`] = [
      () => linked(email, role, scenes.projects[state]),
      () => [`/p/${scenes.projects[state]}`],
    ]

/** Where somebody comes to is the same in both languages: it is found once. */
const ways = new Map<string, Awaited<ReturnType<typeof crawl>>>()
/** Pages of one kind and state look alike to everybody: each is looked at once. */
const looked = new Set<string>()
const kindOf = (address: string): string => {
  const state = projectStates.find((one) => address.includes(scenes.projects[one]))
  return address.replace(/(prj|mtg)_[0-9A-Z]{26}/, state ?? 'one').replace(/\?.*$/, '')
}
/** Every second kind in the other language, so that `npm test` does not take long; with `PAGES=both` each in both. */
const isFor = (kind: string, language: Language): boolean =>
  process.env.PAGES === 'both' || languages[[...kind].reduce((sum, one) => sum + one.charCodeAt(0), 0) % 2] === language

describe.each(Object.keys(lookers))('given %s', (name) => {
  it.each(languages)(
    'when they look around, in %s, then every page is for everybody',
    async (language) => {
      const [visitorOf, from] = lookers[name] ?? [() => undefined, () => []]
      const visitor = visitorOf()
      const pages = ways.get(name) ?? (await crawl(server.world, from(), visitor))
      ways.set(name, pages)
      const [context, page] = await open(visitor, language)
      const troubles: string[] = []
      page.on('console', (message) => {
        // A font that comes late is left unused for this once: that says something of the machine, not of the page.
        if (message.text().includes('was preloaded using link preload but not used')) return
        troubles.push(`${page.url()}: ${message.text()} ${message.location().url}`)
      })
      page.on('pageerror', (error) => troubles.push(error.message))
      for (const [address, { status, headers }] of pages) {
        const kind = kindOf(address)
        const isDone = looked.has(`${language} ${kind}`) || !isFor(kind, language)
        if (status !== 200 || headers['content-type']?.startsWith('text/html') !== true || isDone) continue
        looked.add(`${language} ${kind}`)
        await page.setViewportSize({ width: 1_200, height: 800 })
        await page.goto(`${server.url}${address}`)
        for (const one of await accessibilityTroubles(page)) troubles.push(`${address}: ${one}`)
        await page.setViewportSize({ width: 320, height: 640 })
        const overflow = await sidewaysOverflow(page)
        if (overflow !== undefined) troubles.push(`${address}: ${overflow}`)
      }
      await context.close()
      expect(troubles).toEqual([])
    },
    300_000,
  )
})

describe.each(languages)('given the main pages in %s', (language) => {
  it.each([
    ['/', 'anybody'],
    ['/portfolio', 'anybody'],
    ['/desk', 'the secretariat'],
    ['/p/', 'the lead of a project that is implementation'],
  ])(
    'when %s is loaded for the first time, then it is light, still, and can be used by keyboard',
    async (path, name) => {
      const [visitorOf, from] = lookers[name] ?? [() => undefined, () => []]
      const address = path === '/p/' ? (from()[0] ?? '') : path
      const [context, page] = await open(visitorOf(), language)
      const { html, transferred, shift } = await weigh(page, `${server.url}${address}`)
      expect(html).toBeLessThan(most.html)
      expect(transferred).toBeLessThan(most.transferred)
      expect(shift).toBe(0)
      expect(await page.getAttribute('html', 'lang')).toBe(language)
      expect(await uselessPreloads(page)).toEqual([])
      const reached = await tabOrder(page)
      expect(reached.length).toBeGreaterThan(3)
      expect(reached.filter(({ outlined }) => !outlined)).toEqual([])
      await context.close()
    },
  )
})

it('given a page that is for few, when it is looked at, then what is wrong with it is said', async () => {
  const [context, page] = await open(undefined, 'da', 320)
  const bad =
    '<html><body><a href="/x" style="outline:none">x</a><img src="/x.png"><p style="width:900px">wide</p></body></html>'
  await page.setContent(bad)
  const found = (await accessibilityTroubles(page)).join('\n')
  for (const rule of ['image-alt', 'html-has-lang', 'document-title']) expect(found).toContain(rule)
  expect(await sidewaysOverflow(page)).toMatch(/^\d{3} px too wide for 320: <p /)
  expect((await tabOrder(page)).some(({ outlined }) => !outlined)).toBe(true)
  expect((await troublesOfHtml(bad)).length).toBeGreaterThan(0)
  await page.setContent(
    '<link rel="preload" href="/x.woff2" as="font"><style>@font-face { src: url(/y.woff2) }</style>',
  )
  expect(await uselessPreloads(page)).toEqual(['/x.woff2'])
  // However narrow its letters came to be this time.
  await page.setContent('<meta name="viewport" content="width=device-width"><p>prj_01111111111111111111111111</p>')
  expect(await sidewaysOverflow(page)).toMatch(/px too wide for 320: <p>prj_W/)
  await context.close()
})
