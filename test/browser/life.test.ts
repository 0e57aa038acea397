import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'
import { launch } from './support/chromium.ts'
import { byPointer, type Hands } from './support/hands.ts'
import { byKeyboard } from './support/keyboard.ts'
import { changeIt, evaluateIt, followIt, graduate, runIt } from './support/life/as-product.ts'
import { castOf } from './support/life/cast.ts'
import {
  callMeeting,
  placeAndReady,
  returnAndResubmit,
  submitIdea,
  voteAndDecide,
} from './support/life/until-approved.ts'
import { goLive, reportAndReview, start } from './support/life/until-live.ts'
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

describe.each<readonly [name: string, hands: Hands]>([
  ['with scripts', byPointer(true)],
  ['without scripts', byPointer(false)],
  ['and nothing but a keyboard', byKeyboard],
])('given a browser %s', (_, hands) => {
  it('when people live a project of level 2 through the pages alone, then it gets from an idea to a product that is looked after', {
    timeout: 240_000,
  }, async () => {
    stack.moveTo('2026-11-02T08:00:00.000Z')
    const cast = castOf(browser, server, stack, hands)
    const id = await submitIdea(cast)
    await returnAndResubmit(cast, id)
    await placeAndReady(cast, id)
    await voteAndDecide(cast, id, await callMeeting(cast))
    await start(cast, id)
    await reportAndReview(cast, id)
    await goLive(cast, id)
    await graduate(cast, id)
    await changeIt(cast, id)
    await runIt(cast, id)
    await evaluateIt(cast, id)
    await followIt(cast, id)
    await cast.leave()
  })
})

describe('given a page that was made for pointers', () => {
  const main = (content: string) => `<main>${content}</main>`
  it.each([
    [
      'is out of the reach of Tab',
      main('<button name="a" tabindex="-1">A</button><button name="b">B</button>'),
      /not reached by/,
    ],
    [
      'does not show that it has the focus',
      main('<button name="a" style="outline: none">A</button>'),
      /cannot be seen: button/,
    ],
    [
      'stands behind one that keeps the focus',
      main('<textarea onkeydown="event.preventDefault()"></textarea><button name="a">A</button>'),
      /not reached by/,
    ],
    ['is not there', main(''), /there is no/],
  ])('when a control %s, then whoever has nothing but a keyboard says so', async (_, html, said) => {
    const page = await browser.newPage()
    await page.setContent(html)
    await expect(byKeyboard.use(page, page.locator('[name="a"]'))).rejects.toThrow(said)
    await page.close()
  })

  it('when a box shows its focus nowhere, then that is said, too', async () => {
    const page = await browser.newPage()
    const box = '<input type="checkbox" name="a" value="b" class="form-checkbox"><label>A</label>'
    await page.setContent(main(`<style>.form-checkbox { outline: none }</style>${box}`))
    await expect(byKeyboard.write(page, { a: 'b' })).rejects.toThrow(/cannot be seen: input/)
    await page.close()
  })
})
