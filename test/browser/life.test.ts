import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { board, people } from '../../infra/local/demo/material.ts'
import type { Role } from '../../shared/domain/actor.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'
import { signedIn } from '../web/support/page-world.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

let stack: MemoryStack
let server: PageServer
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  stack = memoryStack()
  server = await servePages(stack)
  return server.stop
})

const { helle, amir, kirsten, birgitte } = people
const as = (email: string, ...roles: Role[]) => ({ kind: 'person', id: stack.contacts.idOf(email), roles }) as const
const secretariat = () => signedIn(as('signe@os2.example', 'secretariat'))
const linked = (email: string, role: 'proposer' | 'lead', project: string): Visitor => ({
  actor: { ...as(email, role), project: project as `prj_${string}`, link: true },
})

/** Writes into the fields of the page's form by their names, as a person would: types, chooses, ticks. */
const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:not([type="hidden"])`)
    const kind = await field
      .first()
      .evaluate(
        (element) => `${(element as { tagName: string }).tagName} ${(element as unknown as { type: string }).type}`,
      )
    if (kind.startsWith('SELECT')) await field.selectOption(value)
    else if (kind.endsWith('radio') || kind.endsWith('checkbox'))
      await page.locator(`main [name="${name}"][value="${value}"]:not([type="hidden"])`).check({ force: true })
    else await field.fill(value)
  }
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('given a browser %s', (_, javaScriptEnabled) => {
  it('when people live a project of level 2 through the pages alone, then it gets from an idea into use', async () => {
    stack.moveTo('2026-11-02T08:00:00.000Z')
    const contexts = new Map<string, Page>()
    /** Each person sits at a browser of their own. */
    const at = async (visitor: Visitor | undefined, address: string): Promise<Page> => {
      const who = JSON.stringify(visitor ?? 'anybody')
      let page = contexts.get(who)
      if (page === undefined) {
        const context = await browser.newContext({
          locale: 'da',
          javaScriptEnabled,
          viewport: { width: 1_000, height: 900 },
        })
        if (visitor !== undefined) {
          const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
          await context.addCookies([{ name, value, url: server.url }])
        }
        page = await context.newPage()
        contexts.set(who, page)
      }
      await page.goto(`${server.url}${address}`)
      return page
    }
    const press = async (page: Page, name: string | RegExp): Promise<void> => {
      await page.locator('main').getByRole('button', { name }).first().click()
      await page.waitForLoadState()
      await stack.settle()
    }
    const seesNoErrors = async (page: Page) =>
      expect(await page.locator('#error-summary').allTextContents()).toEqual([])

    // Somebody has an idea.
    let page = await at(undefined, '/')
    await fill(page, {
      kind: 'new',
      'concept.title': 'Sensordata på plejehjem',
      'concept.purpose': 'Plejehjem køber sensorer fra mange leverandører. Vi vil samle målingerne ét sted.',
    })
    await press(page, 'Fortsæt')
    await seesNoErrors(page)
    await fill(page, {
      'concept.authority': helle.authority,
      'concept.otherAuthorities:lines': 'Havneby Kommune\nÅby Kommune',
      'concept.backedByManagement:yes': 'yes',
    })
    await press(page, 'Fortsæt')
    await seesNoErrors(page)
    await fill(page, { 'concept.licence': 'MPL-2.0' })
    await press(page, 'Fortsæt')
    await seesNoErrors(page)
    await fill(page, { 'answers.F2.answer': 'yes', 'answers.F3.answer': 'yes' })
    await press(page, 'Fortsæt')
    await seesNoErrors(page)
    while ((await page.locator('main [name="contact.email"]:not([type="hidden"])').count()) === 0)
      await press(page, 'Fortsæt')
    // Nobody writes an idea in less than four seconds, but programs that send spam.
    await page.waitForTimeout(4_000)
    await fill(page, { 'contact.name': helle.name, 'contact.email': helle.email, 'consentToPublish:yes': 'yes' })
    await press(page, /^Send/)
    await seesNoErrors(page)
    expect(await page.locator('main').textContent()).toMatch(/prj_[0-9A-Z]{26}/)
    const id = /prj_[0-9A-Z]{26}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''

    // The secretariat finds it on its desk, places it, and marks it ready once it is shaped.
    page = await at(secretariat(), '/desk')
    await page.getByRole('link', { name: 'Sensordata på plejehjem' }).first().click()
    expect(page.url()).toContain(`/desk/projects/${id}`)
    page = await at(secretariat(), `/desk/projects/${id}/place`)
    await fill(page, { 'level:int': '2', reason: 'Tre kommuner deltager.' })
    await press(page, 'Placér')
    await seesNoErrors(page)
    page = await at(secretariat(), `/desk/projects/${id}/ready`)
    await press(page, 'Meld klar')
    await seesNoErrors(page)

    // A meeting is called; the concept comes to its agenda by itself.
    page = await at(secretariat(), '/board/call')
    await fill(page, { 'meetsAt:local': '2026-12-20T10:00', place: 'Odense' })
    for (const [index, { name, email, authority, seat }] of board.entries())
      await fill(page, {
        [`members.${index}.name`]: name,
        [`members.${index}.email`]: email,
        [`members.${index}.authority`]: authority,
        [`members.${index}.seat`]: seat,
      })
    await press(page, 'Send indkaldelsen')
    await seesNoErrors(page)
    const meeting = /mtg_[0-9A-Z]{26}/.exec(page.url())?.[0] ?? ''
    expect(meeting).not.toBe('')

    // The board votes, and the chair closes the item.
    stack.moveTo('2026-12-20T09:30:00.000Z')
    for (const { email, name, seat } of board.slice(0, 4)) {
      const member = signedIn(as(email, seat === 'chair' ? 'chair' : 'board'), name)
      page = await at(member, `/board/${meeting}/${id}`)
      await fill(page, { choice: 'approve' })
      await press(page, 'Gem stemme')
      await seesNoErrors(page)
    }
    const chair = signedIn(as(birgitte.email, 'chair'), birgitte.name)
    page = await at(chair, `/board/${meeting}/${id}`)
    await fill(page, {
      reason: 'Tre kommuner har brug for det.',
      'baseline.budget:kr': '3.200.000',
      'baseline.endsOn': '2028-12-31',
      'baseline.scope': 'Tre sensortyper på seks plejehjem.',
    })
    await page.locator('main [name="criteria[]"][value="R3"]').check({ force: true })
    await press(page, /^(Luk|Afgør|Træf|Godkend)/)
    await seesNoErrors(page)

    // Whoever proposed it names a lead and a steering group; the lead begins.
    page = await at(linked(helle.email, 'proposer', id), `/p/${id}/lead`)
    await fill(page, { 'lead.name': amir.name, 'lead.email': amir.email, 'lead.authority': amir.authority })
    await press(page, 'Udpeg projektlederen')
    await seesNoErrors(page)
    page = await at(linked(helle.email, 'proposer', id), `/p/${id}/steering-group`)
    await fill(page, { 'members:rows[0].name': kirsten.name, 'members:rows[0].email': kirsten.email })
    await press(page, 'Gem styregruppen')
    await seesNoErrors(page)
    page = await at(linked(amir.email, 'lead', id), `/p/${id}/start`)
    await press(page, /^(Start|Igangsæt|Sæt)/)
    await seesNoErrors(page)

    // Months later it reports, and is live somewhere.
    stack.moveTo('2027-03-15T08:00:00.000Z')
    page = await at(linked(amir.email, 'lead', id), `/p/${id}/report`)
    for (const part of ['overall', 'schedule', 'economy', 'scope', 'risk'])
      await fill(page, { [`status.${part}.colour`]: 'green' })
    await fill(page, {
      'spent:kr': '1.000.000',
      'forecast:kr': '3.100.000',
      endsOn: '2028-12-31',
      nextPeriod: 'To plejehjem mere.',
    })
    await press(page, 'Se, hvad rapporten betyder')
    // It is told what the report will mean, before it is sent.
    await press(page, 'Send rapporten')
    await seesNoErrors(page)
    page = await at(linked(amir.email, 'lead', id), `/p/${id}/go-live`)
    await fill(page, { authority: 'Fjordby Kommune', on: '2027-03-14' })
    await press(page, 'Registrér')
    await seesNoErrors(page)

    // Anybody can follow it.
    page = await at(undefined, `/portfolio/${id}`)
    const told = (await page.locator('main').textContent()) ?? ''
    for (const words of ['Sensordata på plejehjem', 'under gennemførelse', 'Niveau 2', '3.200.000', 'Fjordby Kommune'])
      expect(told).toContain(words)
    expect((await stack.eventsOf(id as `prj_${string}`)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['submitted', 'placed', 'marked-ready', 'approved', 'started', 'reported', 'went-live']),
    )
    for (const one of contexts.values()) await one.context().close()
  }, 240_000)
})
