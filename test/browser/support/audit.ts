import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What is looked at: WCAG 2.2 on level AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it is now, a line each. */
export const accessibilityTroubles = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations }: AxeResults = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly }),
    tags,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} ${JSON.stringify(target)} ${failureSummary}`),
  )
}

/** What makes the page wider than its window, where something does: nobody should have to scroll sideways (WCAG 1.4.10). */
export const sidewaysOverflow = (page: Page): Promise<string | undefined> => page.evaluate(widestBeyond)

/**
 * Runs in the page: by how many CSS pixels it is too wide, and the innermost element that reaches furthest; what scrolls by
 * itself is not meant. Identifiers are drawn as wide as they can come, so that chance has no say.
 */
function widestBeyond(): string | undefined {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, scrollX, NodeFilter } = globalThis as any
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    const { data } = texts.currentNode
    if (/_[0-9A-Z]{26}/.test(data)) texts.currentNode.data = data.replace(/_[0-9A-Z]{26}/g, `_${'W'.repeat(26)}`)
  }
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return undefined
  let [furthest, widest] = [0, '']
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('.table--responsive-scroll > *') !== null) continue
    const right = Math.round(element.getBoundingClientRect().right + scrollX)
    if (right < furthest) continue
    furthest = right
    widest = element.outerHTML.slice(0, 200)
  }
  return `${scrollWidth - clientWidth} px too wide for ${clientWidth}: ${widest}`
}

/** Controls that can be reached by keyboard, in the order in which Tab reaches them, by their accessible name. */
export const tabOrder = async (
  page: Page,
  most = 60,
): Promise<readonly { readonly name: string; readonly outlined: boolean }[]> => {
  const reached: { name: string; outlined: boolean }[] = []
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press('Tab')
    const one = await page.evaluate(focusedNow)
    if (one === undefined) break
    reached.push(one)
  }
  return reached
}

/** Runs in the page: what has the focus, and whether that can be seen. */
function focusedNow(): { name: string; outlined: boolean } | undefined {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, getComputedStyle } = globalThis as any
  const { activeElement: element, body } = document
  if (element === null || element === body) return undefined
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  return {
    name: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}`,
    outlined: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
  }
}

/** Fonts that a page asks for early and no style of it uses. */
export const uselessPreloads = (page: Page): Promise<readonly string[]> => page.evaluate(uselessNow)

/** Runs in the page. */
function uselessNow(): readonly string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document } = globalThis as any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const rules: any[] = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const used = rules.map(({ style }) => style?.getPropertyValue('src') ?? '').join()
  return [...document.querySelectorAll('link[rel="preload"][as="font"]')]
    .map((link) => link.getAttribute('href'))
    .filter((href) => !used.includes(href))
}

export interface Weight {
  /** Bytes over the wire, of everything that the first look loads. */
  readonly transferred: number
  /** Bytes of the HTML alone, unpacked. */
  readonly html: number
  /** Cumulative layout shift; 0 where nothing jumped. */
  readonly shift: number
}

/** Loads a page with an empty cache and says what it weighed, and whether anything jumped. */
export const weigh = async (page: Page, url: string): Promise<Weight> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  let transferred = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred += encodedDataLength
  })
  await page.addInitScript(() => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const world = globalThis as any
    world.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // biome-ignore lint/suspicious/noExplicitAny: layout shifts have no type in Node
        const { hadRecentInput, value } = entry as any
        if (!hadRecentInput) world.shifted += value
      }
    }).observe({ type: 'layout-shift', buffered: true } as never)
  })
  const response = await page.goto(url, { waitUntil: 'networkidle' })
  const html = (await response?.body())?.length ?? 0
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const shift: number = await page.evaluate(() => (globalThis as any).shifted)
  await session.detach()
  return { transferred, html, shift }
}
