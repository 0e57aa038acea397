import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { ProjectStateName } from '../../shared/domain/project/state.ts'
import { slaMeasures } from '../../shared/domain/stewardship/sla.ts'
import type { LinkPurpose, Visitor } from '../../shared/use-cases/people.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { signedIn } from '../web/support/page-world.ts'
import { type Scenes, setScenes } from '../web/support/scenes.ts'
import { sidewaysOverflow, tabOrder } from './support/audit.ts'
import { launch } from './support/chromium.ts'
import { type PageServer, servePages } from './support/page-server.ts'
import { choicesThatLookAlike, covering, lostInForcedColours, motions } from './support/preferences.ts'

let server: PageServer
let browser: Browser
let scenes: Scenes
beforeAll(async () => {
  const stack = memoryStack()
  scenes = await setScenes(stack)
  const params = { id: scenes.projects.product }
  const as = scenes.as('group@scenes.example', 'coordination')
  const all = (value: number) => Object.fromEntries(slaMeasures.map((measure) => [measure, value]))
  await stack.act('POST /api/projects/{id}/sla', { params, as, body: { targets: all(500) } })
  for (const [value, month] of [
    [400, '08'],
    [600, '09'],
  ] as const) {
    const period = { from: `2026-${month}-01`, to: `2026-${month}-28` }
    await stack.act('POST /api/projects/{id}/sla/results', { params, as, body: { period, results: all(value) } })
  }
  server = await servePages(stack)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const secretariat = () => signedIn(scenes.as('signe@os2.example', 'secretariat'))
const chair = () => signedIn(scenes.as(people.birgitte.email, 'chair'), people.birgitte.name)
const of = (state: ProjectStateName, place = '') => `/p/${scenes.projects[state]}${place}`
const desk = (state: ProjectStateName, place = '') => `/desk/projects/${scenes.projects[state]}${place}`
const holder = (state: ProjectStateName, name: string, purpose: LinkPurpose) => (): Visitor => ({
  actor: {
    ...scenes.as(`${name}@scenes.example`, purpose),
    project: scenes.projects[state],
    link: true,
  } as Visitor['actor'],
})
const lead = holder('implementation', 'lead', 'lead')
const group = holder('product', 'group', 'coordination')

const pages: readonly (readonly [name: string, address: () => string, visitor: () => Visitor | undefined])[] = [
  ['the entrance form', () => '/', () => undefined],
  ['the portfolio', () => '/portfolio', () => undefined],
  ['the times from step to step', () => '/portfolio/times', () => undefined],
  ['a returned idea', () => of('returned'), holder('returned', 'proposer', 'proposer')],
  ['a project under way', () => of('implementation'), lead],
  ['the report form', () => of('implementation', '/report'), lead],
  ['a product', () => of('product'), group],
  ['a product’s changes', () => of('product', '/changes'), group],
  ['a product’s service levels', () => of('product', '/sla'), group],
  ['a product’s evaluation', () => of('product', '/evaluation'), group],
  ['the desk', () => '/desk', secretariat],
  ['a case', () => desk('idea'), secretariat],
  ['the form of a return', () => desk('idea', '/return'), secretariat],
  ['a meeting', () => `/board/${scenes.meeting}`, chair],
  ['an item of the agenda', () => `/board/${scenes.meeting}/${scenes.projects.ready}`, chair],
  ['the call of a meeting', () => '/board/call', chair],
]

const opened = async (address: string, visitor: Visitor | undefined, options: BrowserContextOptions): Promise<Page> => {
  const context = await browser.newContext({ locale: 'da', ...options })
  if (visitor !== undefined) {
    const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
    await context.addCookies([{ name, value, url: server.url }])
  }
  const page = await context.newPage()
  await page.goto(`${server.url}${address}`)
  return page
}

/** At four times the size, a window of 1280 by 1024 has room for this. */
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } as const
const forced = { forcedColors: 'active', viewport: { width: 1_200, height: 800 } } as const

describe.each(pages)('given %s', (_, address, visitor) => {
  it('when a reader chooses all colours, light ones or dark ones, then nothing that tells something is lost', async () => {
    const page = await opened(address(), visitor(), forced)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      expect(await lostInForcedColours(page), colorScheme).toEqual([])
      expect(await choicesThatLookAlike(page), colorScheme).toEqual([])
      const reached = await tabOrder(page, 12)
      expect(reached.filter(({ outlined }) => !outlined)).toEqual([])
    }
    await page.context().close()
  })

  it('when a reader wants no motion, and zooms to 400 %, then nothing moves, covers the window, or reaches beyond it', async () => {
    const page = await opened(address(), visitor(), { ...zoomed, reducedMotion: 'reduce' })
    expect(await motions(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBeUndefined()
    expect(await covering(page)).toEqual([])
    await page.context().close()
  })
})

describe('given a page that was made for one kind of reader', () => {
  const bad = async (options: BrowserContextOptions, content: string): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage()
    await page.setContent(`<meta name="viewport" content="width=device-width"><main>${content}</main>`)
    return page
  }

  it('when all colours are chosen by the reader, then what is lost is said', async () => {
    const drawing =
      '<svg><path d="M0 0H9V9" fill="none" stroke="#111"/><g><rect width="90" height="40" fill="#fff"/><text y="20" fill="#fff">A</text></g></svg>'
    const menu = '<nav><ul><li><a href="/a" aria-current="page">A</a></li><li><a href="/b">B</a></li></ul></nav>'
    const page = await bad(forced, `<button style="border: 0">A</button>${drawing}${menu}`)
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    expect((await lostInForcedColours(page)).map((one) => one.replace(/:.*/, ''))).toEqual([
      'no edge',
      'a mark that cannot be seen',
      'a text that cannot be read',
      'one cannot see that this is where one is',
    ])
    await page.context().close()
  })

  it('when what is chosen is told by a background alone, then that is said', async () => {
    const style = '<style>input { opacity: 0 } :checked + label { background: #123 }</style>'
    const choices = ['radio', 'checkbox'].map(
      (kind) => `<p><input type="${kind}" class="form-${kind}"><label>A</label></p>`,
    )
    const content = `${style}${choices.join('')}`
    const page = await bad(forced, content)
    expect(await choicesThatLookAlike(page)).toEqual(['radio', 'checkbox'])
    await page.emulateMedia({ forcedColors: 'none' })
    expect(await choicesThatLookAlike(page)).toEqual([])
    await page.context().close()
  })

  it('when the reader wants no motion and large letters, then what moves and what covers is said', async () => {
    const style =
      '<style>@keyframes turn { to { rotate: 1turn } } p { animation: turn 9s infinite } a { transition: all 1s } header { position: sticky; height: 200px }</style>'
    const page = await bad(
      { ...zoomed, reducedMotion: 'reduce' },
      `${style}<header>A</header><p>B</p><a href="/">C</a>`,
    )
    const moving = (await motions(page)).join()
    for (const what of ['an animation runs', '<p>', '<a href="/">']) expect(moving).toContain(what)
    expect(await covering(page)).toEqual(['<header>A</header>'])
    await page.context().close()
  })
})
