import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proofOfWork } from '../../shared/identity/proof-of-work.ts'
import type { SenderCounts } from '../../shared/use-cases/throttle.ts'
import { memoryStack, signingKey } from '../fakes/memory-stack.ts'
import { accessibilityTroubles } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** Longer than the form waits before it believes in a person, by wall time. */
const believedAfter = 4_500

let server: PageServer
let browser: Browser
let context: BrowserContext
let page: Page
const counted: string[] = []
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  counted.length = 0
  const stack = memoryStack()
  const { senders: kept } = stack
  const senders: SenderCounts = {
    count: (sender, window, keepUntil) => {
      counted.push(sender)
      return kept.count(sender, window, keepUntil)
    },
  }
  server = await servePages(Object.assign(stack, { senders, proofOfWork: proofOfWork(signingKey) }))
})
afterEach(async () => {
  await context.close()
  await server.stop()
})

/** Fills in all of the form, up to its last button. */
const handIn = async (javaScriptEnabled: boolean) => {
  context = await browser.newContext({ locale: 'da', javaScriptEnabled })
  page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  page.on('pageerror', (error) => refused.push(String(error)))
  await page.goto(server.url)
  const begun = Date.now()
  await page.getByLabel('Titel').fill('Legepladser på kortet')
  await page.getByLabel('Formål').fill('Borgere skal kunne finde legepladser.')
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).last().click()
  await page.getByLabel('Jeres myndighed').fill('Skovby Kommune')
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + believedAfter - Date.now())))
  await page.getByRole('button', { name: /Se efter og send/ }).click()
  await page.getByLabel('Dit navn').fill('Ida Skov')
  await page.getByLabel('Din mailadresse').fill('ida.skov@skovby.example')
  return { refused, send: () => page.getByRole('button', { name: 'Send idéen', exact: true }).last().click() }
}
const receipt = () => page.getByRole('heading', { level: 1, name: 'Tak for jeres idé' }).waitFor()
/** Whom the narrow way counts, of those that bring no proof. */
const everybody = () => server.world.stack.senderOf('unproven everybody')

describe('given a form that asks for a proof of work', () => {
  it('when a browser has scripts, then it does the sum unseen and under our policy, and the idea goes through', {
    timeout: 60_000,
  }, async () => {
    const { refused, send } = await handIn(true)
    await page.locator('input[name="_proof"]:not([value=""])').waitFor({ state: 'attached' })
    expect(await page.locator('altcha-widget').isVisible()).toBe(false)
    expect(await accessibilityTroubles(page)).toEqual([])
    await send()
    await receipt()
    expect(refused).toEqual([])
    expect(counted).not.toContain(everybody())
  })

  it('when somebody is faster than the sum, then the form waits for it, and goes by itself', {
    timeout: 60_000,
  }, async () => {
    const { send } = await handIn(true)
    await send()
    await receipt()
    expect(counted).not.toContain(everybody())
  })

  it('when a browser has no scripts, then it is told, and the idea goes the narrow way', {
    timeout: 60_000,
  }, async () => {
    const { send } = await handIn(false)
    expect(await page.getByText('Uden scripts i browseren').isVisible()).toBe(true)
    await send()
    await receipt()
    expect(counted).toContain(everybody())
  })
})
