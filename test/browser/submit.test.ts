import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryStack } from '../fakes/memory-stack.ts'
import { accessibilityTroubles, sidewaysOverflow } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** Longer than the form waits before it believes in a person, by wall time. */
const believedAfter = 4_500

let server: PageServer
let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  server = await servePages(memoryStack())
})
afterEach(async () => {
  await context.close()
  await server.stop()
})

const open = async (javaScriptEnabled: boolean): Promise<void> => {
  context = await browser.newContext({ locale: 'da', viewport: { width: 320, height: 800 }, javaScriptEnabled })
  page = await context.newPage()
  await page.goto(server.url)
}
const heading = () => page.getByRole('heading', { level: 1 }).innerText()
const press = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).last().click()
  await page.waitForLoadState()
}
const fillIdea = async () => {
  await page.getByLabel('Titel').fill('Legepladser på kortet')
  await page.getByLabel('Formål').fill('Borgere skal kunne finde legepladser.')
}
const fillReach = async () => {
  await page.getByLabel('Jeres myndighed').fill('Skovby Kommune')
  await page.getByLabel('Andre myndigheder, der er med').fill('Fjordby Kommune')
  await page.getByText('Vores ledelse bakker op').click()
}
const submitted = async () => (await server.world.stack.projections.byState('project', 'idea', { limit: 9 })).items

describe.each([true, false])('given a browser with scripts: %s', (scripts) => {
  it('when somebody hands in an idea at 320 pixels, then each step is for everybody, and the idea is in', {
    timeout: 60_000,
  }, async () => {
    await open(scripts)
    const begun = Date.now()
    const steps: string[] = []
    const look = async () => {
      steps.push(await heading())
      if (!scripts) return
      expect(await accessibilityTroubles(page)).toEqual([])
      expect(await sidewaysOverflow(page)).toBeUndefined()
    }
    await look()
    await fillIdea()
    await press('Fortsæt')
    await look()
    await fillReach()
    await press('Fortsæt')
    await look()
    await press('Fortsæt')
    await look()
    await page.getByRole('group', { name: /^R1 / }).getByText('Planlagt').click()
    await press('Fortsæt')
    await look()
    await press('Fortsæt')
    await look()
    await page.getByLabel('Dit navn').fill('Ida Skov')
    await page.getByLabel('Din mailadresse').fill('ida.skov@skovby.example')
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + believedAfter - Date.now())))
    await press('Send idéen')
    await look()
    expect(steps).toEqual([
      'Send en idé',
      'Hvem den er til',
      'Løsningen',
      'Kriterierne',
      'Flere kriterier',
      'Se efter og send',
      'Tak for jeres idé',
    ])
    expect((await submitted()).map(({ summary }) => summary)).toMatchObject([{ title: 'Legepladser på kortet' }])
  })

  it('when the language is changed midway, then the step and all that was typed stay', {
    timeout: 30_000,
  }, async () => {
    await open(scripts)
    await page.getByLabel('Titel').fill('Legepladser på kortet')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hand in an idea' }).waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Legepladser på kortet')
    expect(await page.locator('#draft-found').isVisible()).toBe(false)
    await page.getByLabel('Purpose').fill('Everybody can find a playground.')
    await press('Continue')
    await page.getByLabel('Your authority').fill('Skovby Kommune')
    await page.getByRole('button', { name: 'Dansk' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hvem den er til' }).waitFor()
    expect(await page.getByLabel('Jeres myndighed').inputValue()).toBe('Skovby Kommune')
  })

  it('when the Enter key is pressed in a field, then the form goes on and not back', { timeout: 30_000 }, async () => {
    await open(scripts)
    await fillIdea()
    await page.getByLabel('Titel').press('Enter')
    await page.waitForLoadState()
    await page.getByLabel('Jeres myndighed').waitFor()
    expect(await heading()).toBe('Hvem den er til')
  })
})

describe('given a browser with scripts', () => {
  beforeEach(() => open(true))

  it('when answers change, then the level beside them follows, and is said', { timeout: 30_000 }, async () => {
    await fillIdea()
    await press('Fortsæt')
    expect(await page.locator('.trin-level').innerText()).toBe('Niveau 1')
    expect(await page.getByRole('button', { name: 'Beregn niveauet igen' }).isVisible()).toBe(false)
    await fillReach()
    await page.locator('.trin-level', { hasText: 'Niveau 2' }).waitFor()
    expect(await page.locator('#preview-said').innerText()).toBe('Niveau 2')
  })

  it('when they come back another day, then the draft is there, goes on where it was left, and can be deleted', {
    timeout: 30_000,
  }, async () => {
    expect(await page.locator('#draft-found').isVisible()).toBe(false)
    await fillIdea()
    await press('Fortsæt')
    await page.getByLabel('Jeres myndighed').fill('Skovby Kommune')

    await page.goto(server.url)
    expect(await page.locator('#draft-found').innerText()).toContain('Legepladser på kortet')
    expect(await accessibilityTroubles(page)).toEqual([])
    await press('Fortsæt på kladden')
    await page.getByLabel('Jeres myndighed').waitFor()
    expect(await page.getByLabel('Jeres myndighed').inputValue()).toBe('Skovby Kommune')

    await page.goto(server.url)
    await page.locator('#draft-found').getByRole('button', { name: 'Slet kladden' }).click()
    expect(await page.locator('#draft-said').innerText()).toBe('Kladden er slettet fra denne browser.')
    await page.goto(server.url)
    expect(await page.locator('#draft-found').isVisible()).toBe(false)
  })

  it('when somebody begins anew beside a draft, then the draft is not written over unasked', {
    timeout: 30_000,
  }, async () => {
    await fillIdea()
    await press('Fortsæt')
    await page.goto(server.url)
    await page.getByLabel('Titel').fill('Noget andet')
    await page.waitForTimeout(800)
    await page.goto(server.url)
    expect(await page.locator('#draft-found').innerText()).toContain('Legepladser på kortet')
  })
})
