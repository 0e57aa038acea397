import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import { pageWords } from '../../shared/i18n/page-words.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'
import { signedIn } from '../web/support/page-world.ts'
import { type Scenes, setScenes } from '../web/support/scenes.ts'
import { accessibilityTroubles, sidewaysOverflow, tabOrder } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

let stack: MemoryStack
let server: PageServer
let browser: Browser
let scenes: Scenes
beforeAll(async () => {
  stack = memoryStack()
  server = await servePages(stack)
  scenes = await setScenes(stack)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const signe = () => signedIn(scenes.as('signe@os2.example', 'secretariat'))
const anja = () => signedIn(scenes.as(people.anja.email, 'board'), people.anja.name)

let context: BrowserContext
let page: Page
const comeIn = async (visitor: Visitor): Promise<void> => {
  const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
  await context.addCookies([{ name, value, url: server.url }])
}
const open = async (path: string, visitor: Visitor, { javaScriptEnabled = true, locale = 'da' } = {}) => {
  context = await browser.newContext({ locale, javaScriptEnabled, viewport: { width: 1_200, height: 800 } })
  page = await context.newPage()
  await comeIn(visitor)
  await page.goto(`${server.url}${path}`)
}
const commentOn = (state: 'idea' | 'shaping') => `/desk/projects/${scenes.projects[state]}/comment`
/** Long words, as an address somebody pastes is one. */
const written = `Hvad med driften?\n\nSe ${'https://skovby.example/'.padEnd(120, 'sti/')}`

describe.each([true, false])('given a browser with scripts: %s', (javaScriptEnabled) => {
  it('when the session ended while somebody wrote, then they come in beside the form, and send it as it was', {
    timeout: 60_000,
  }, async () => {
    await open(commentOn('shaping'), signe(), { javaScriptEnabled })
    await page.locator('textarea').fill(written)
    await context.clearCookies()
    await page.locator('.trin-buttons .button-primary').click()
    await page.getByRole('heading', { level: 1, name: 'Du er blevet logget ud' }).waitFor()
    expect(await page.getByLabel('Tekst').inputValue()).toBe(written)
    expect(await page.getByRole('link', { name: 'Log ind i en ny fane' }).getAttribute('target')).toBe('_blank')
    await comeIn(signe())
    await page.getByRole('button', { name: 'Send igen' }).click()
    await page.waitForURL(`**/desk/projects/${scenes.projects.shaping}?done=comment`)
    expect(JSON.stringify(await stack.eventsOf(scenes.projects.shaping))).toContain('Hvad med driften?')
    await context.close()
  })
})

describe.each(languages)('given the page that keeps a form, in %s', (locale) => {
  const { session, another, send } = pageWords[locale].entrance.kept
  beforeEach(async () => {
    await open(commentOn('idea'), signe(), { locale })
    await page.locator('textarea').fill(written)
    await context.clearCookies()
  })
  it.each([
    ['nobody is there any more', undefined, session.title],
    ['somebody else has come in', anja, another.title],
  ])('when %s, then it is for everybody', { timeout: 60_000 }, async (_, now, title) => {
    if (now !== undefined) await comeIn(now())
    await page.locator('.trin-buttons .button-primary').click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await accessibilityTroubles(page)).toEqual([])
    for (const width of [1_200, 320]) {
      await page.setViewportSize({ width, height: 800 })
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}-${locale}-${now ? 'b' : 'a'}-${width}.png`,
          fullPage: true,
        })
    }
    expect(await sidewaysOverflow(page)).toBeUndefined()
    const reached = await tabOrder(page)
    expect(reached.map(({ name }) => name)).toContain(`button ${send}`)
    expect(reached.filter(({ outlined }) => !outlined)).toEqual([])
    await context.close()
  })
})

describe('given a browser with scripts', () => {
  it('when somebody is about to leave the page that alone holds what they wrote, then the browser asks', {
    timeout: 60_000,
  }, async () => {
    await open(commentOn('idea'), signe())
    await page.locator('textarea').fill(written)
    await context.clearCookies()
    await page.locator('.trin-buttons .button-primary').click()
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type())
      await dialog.dismiss()
    })
    await page.getByLabel('Tekst').click()
    await page.getByRole('link', { name: 'Portefølje' }).click()
    await expect.poll(() => asked).toEqual(['beforeunload'])
    expect(await page.getByLabel('Tekst').inputValue()).toBe(written)
    await context.close()
  })

  it('when the language is changed where several forms stand, then the one that was written in stays as it was typed', {
    timeout: 60_000,
  }, async () => {
    await open(`/board/${scenes.meeting}/${scenes.projects.ready}`, anja())
    const comment = page.locator('#comment')
    await comment.fill(written)
    await page.getByRole('link', { name: 'In English' }).click()
    await page.getByRole('link', { name: 'På dansk' }).waitFor()
    expect(await comment.inputValue()).toBe(written)
    await page.getByRole('link', { name: 'På dansk' }).click()
    await page.getByRole('link', { name: 'In English' }).waitFor()
    expect(await comment.inputValue()).toBe(written)
    await context.close()
  })

  it('when nothing was written there, then the page is asked for as it is', { timeout: 60_000 }, async () => {
    const path = `/board/${scenes.meeting}/${scenes.projects.ready}`
    await open(path, anja())
    await page.getByRole('link', { name: 'In English' }).click()
    await page.getByRole('link', { name: 'På dansk' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
    await context.close()
  })
})
