import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { signedIn } from '../web/support/page-world.ts'
import { type Scenes, setScenes } from '../web/support/scenes.ts'
import { sidewaysOverflow } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'

/** A word of 92 letters, where nothing says where it may be parted. */
const word = 'Kommunaldigitaliserings'.repeat(4)
/** Addresses, with where a project's or the meeting's id stands. */
const bySecretariat = [
  '/desk',
  '/desk/people',
  '/desk/projects/{returned}',
  '/desk/projects/{approved}',
  '/desk/projects/{product}',
  '/desk/projects/{implementation}/review-1',
  '/board',
  '/board/decisions',
  '/board/call',
  '/board/{meeting}',
  '/board/{meeting}/{ready}',
  '/board/{meeting}/{approved}',
  '/board/{meeting}/papers',
  '/board/{meeting}/minutes',
  '/p/{product}/history',
  '/p/{product}/changes',
  '/p/{reconsideration}',
]
const byLead = ['/p/{implementation}', '/p/{implementation}/report', '/p/{implementation}/reports?n=1']
const byProposer = ['/p/{returned}', '/p/{returned}/resubmit', '/p/{returned}/history']
const byAnybody = ['/portfolio', '/portfolio?view=table', '/portfolio/{approved}', '/portfolio/{implementation}']

let server: PageServer
let browser: Browser
let scenes: Scenes
beforeAll(async () => {
  const stack = memoryStack()
  server = await servePages(stack)
  scenes = await setScenes(stack, (field) => `${field} ${word}`)
  const act = { params: { id: scenes.projects.implementation }, as: scenes.as('signe@os2.example', 'secretariat') }
  for (let number = 1; number <= 60; number += 1)
    await stack.act('POST /api/projects/{id}/participants', {
      ...act,
      body: { authority: `Myndighed ${number} ${word}` },
    })
  browser = await launch()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const addressOf = (address: string): string =>
  address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ({ meeting: scenes.meeting, ...scenes.projects })[name] ?? name)
const linked = (email: string, role: 'proposer' | 'lead', project: string): Visitor => ({
  actor: { ...scenes.as(email, role), project, link: true } as Visitor['actor'],
})

it.each(languages)(
  'given words of 92 letters, titles and names with them and 60 authorities, when the main pages are read on a phone in %s, then nothing is wider than it',
  async (language) => {
    const { projects, as } = scenes
    const troubles: string[] = []
    for (const [visitor, addresses] of [
      [signedIn(as('signe@os2.example', 'secretariat'), `Signe ${word}`), bySecretariat],
      [
        signedIn(as(people.birgitte.email, 'chair'), people.birgitte.name),
        ['/board/{meeting}', '/board/{meeting}/{ready}'],
      ],
      [linked('lead@scenes.example', 'lead', projects.implementation), byLead],
      [linked('proposer@scenes.example', 'proposer', projects.returned), byProposer],
      [undefined, byAnybody],
    ] as const) {
      const context = await browser.newContext({ locale: language, viewport: { width: 320, height: 640 } })
      if (visitor !== undefined) {
        const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
        await context.addCookies([{ name, value, url: server.url }])
      }
      const page = await context.newPage()
      for (const address of addresses) {
        const answer = await page.goto(`${server.url}${addressOf(address)}`)
        expect(answer?.status(), address).toBe(200)
        const bytes = (await answer?.body())?.length ?? 0
        if (bytes > 60_000) troubles.push(`${address}: ${bytes} bytes`)
        if (address === '/p/{implementation}')
          expect(await page.locator('details li', { hasText: /^Myndighed \d+/ }).count()).toBeGreaterThan(40)
        const overflow = await sidewaysOverflow(page)
        if (overflow !== undefined) troubles.push(`${address}: ${overflow}`)
      }
      await context.close()
    }
    expect(troubles).toEqual([])
  },
  120_000,
)
