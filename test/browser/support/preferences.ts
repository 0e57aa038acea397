import type { Page } from 'playwright-core'

/** The least contrast of what one has to see that is no text (WCAG 1.4.11). */
const leastContrast = 3
/** The largest part of a window that may be covered by what does not scroll away. */
const mostCovered = 1 / 3

/** What a reader who chooses all colours themselves could not see on the page: controls without an edge, marks of drawings, where one is. */
export const lostInForcedColours = (page: Page): Promise<readonly string[]> => page.evaluate(lostNow, leastContrast)

/** Runs in the page. */
function lostNow(least: number): readonly string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, getComputedStyle } = globalThis as any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  type Element = any
  const numbers = (colour: string): readonly number[] => colour.match(/[\d.]+/g)?.map(Number) ?? []
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = numbers(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, other: string): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const probe = document.createElement('p')
  probe.style.cssText = 'forced-color-adjust: none; color: Canvas'
  document.body.append(probe)
  const canvas: string = getComputedStyle(probe).color
  probe.remove()

  const isSeen = (colour: string, on = canvas): boolean =>
    colour !== 'none' && numbers(colour)[3] !== 0 && contrast(colour, on) >= least
  const isShown = (element: Element): boolean => element.checkVisibility() && element.getClientRects().length > 0
  const told = (what: string, element: Element): string => `${what}: ${element.outerHTML.slice(0, 160)}`
  const hasEdge = (style: Element): boolean =>
    style.borderBottomStyle !== 'none' &&
    Number.parseFloat(style.borderBottomWidth) > 0 &&
    isSeen(style.borderBottomColor)
  const all = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)].filter(isShown)

  const controls = all('button, select, textarea, .button, .badge, .alert, input:not([type="hidden"])').filter(
    (element) => {
      const style = getComputedStyle(element)
      // What nobody sees or tabs to, such as the button that Enter presses.
      if (
        element.closest('[aria-hidden="true"], [tabindex="-1"]') !== null ||
        style.textDecorationLine.includes('underline')
      )
        return false
      if (element.type === 'radio' || element.type === 'checkbox')
        return !hasEdge(getComputedStyle(element.nextElementSibling ?? element, '::before'))
      return !hasEdge(style) && ![...element.children].some((child) => hasEdge(getComputedStyle(child)))
    },
  )
  const marks = all('main svg :is(path, rect, circle, line, polygon)').filter((mark) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(mark)
    return !isSeen(fill) && !(isSeen(stroke) && Number.parseFloat(strokeWidth) > 0)
  })
  const isWithin = (inner: Element, outer: Element): boolean => {
    const [one, other] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()]
    return one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom
  }
  const texts = all('main svg text').filter((text) => {
    const behind = [...text.parentElement.querySelectorAll(':scope > rect')].findLast((rect) => isWithin(text, rect))
    return !isSeen(getComputedStyle(text).fill, behind === undefined ? canvas : getComputedStyle(behind).fill)
  })
  const places = all('nav [aria-current]:is(a)').filter((here) => {
    const other = [...here.closest('ul, ol').querySelectorAll('a:not([aria-current])')].find(isShown)
    if (other === undefined) return false
    const [one, another] = [getComputedStyle(here), getComputedStyle(other)]
    return one.borderBottomColor === another.borderBottomColor && one.borderBottomWidth === another.borderBottomWidth
  })
  return [
    ...controls.map((one) => told('no edge', one)),
    ...marks.map((one) => told('a mark that cannot be seen', one)),
    ...texts.map((one) => told('a text that cannot be read', one)),
    ...places.map((one) => told('one cannot see that this is where one is', one)),
  ]
}

/** Whether one can see what is chosen: the kinds of choices on a page that look the same chosen or not. */
export const choicesThatLookAlike = async (page: Page): Promise<readonly string[]> => {
  const alike: string[] = []
  for (const kind of ['radio', 'checkbox']) {
    const box = page.locator(`main .form-${kind}`).filter({ visible: true }).first()
    if ((await box.count()) === 0) continue
    const looks: string[] = []
    for (const checked of [true, false]) {
      await box.evaluate((element, value) => {
        Object.assign(element, { checked: value })
      }, checked)
      looks.push((await box.locator('..').screenshot()).toString('base64'))
    }
    if (looks[0] === looks[1]) alike.push(kind)
  }
  return alike
}

/** What moves, or would, though the reader wants nothing to. */
export const motions = async (page: Page): Promise<readonly string[]> => {
  const control = page.locator('main :is(a, button, input, summary)').filter({ visible: true }).first()
  if ((await control.count()) > 0) await control.hover({ force: true })
  return page.evaluate(motionsNow)
}

/** Runs in the page. */
function motionsNow(): readonly string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, getComputedStyle } = globalThis as any
  const lasts = (durations: string): boolean => durations.split(',').some((one) => Number.parseFloat(one) > 0)
  const moved: string[] = document.getAnimations().map((one: { id: string }) => `an animation runs ${one.id}`)
  for (const element of document.querySelectorAll('*'))
    for (const part of [undefined, '::before', '::after']) {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element, part)
      if (
        lasts(transitionDuration) ||
        (animationName !== 'none' && lasts(animationDuration)) ||
        scrollBehavior === 'smooth'
      )
        moved.push(`${part ?? ''} ${element.outerHTML.slice(0, 120)}`)
    }
  return moved
}

/** What stays when one scrolls and covers much of the window. */
export const covering = (page: Page): Promise<readonly string[]> => page.evaluate(coveringNow, mostCovered)

/** Runs in the page. */
function coveringNow(most: number): readonly string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, getComputedStyle, innerHeight, innerWidth } = globalThis as any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const found: any[] = [...document.querySelectorAll('body *')].filter((element) => {
    const { position } = getComputedStyle(element)
    if (position !== 'sticky' && position !== 'fixed') return false
    const { width, height } = element.getBoundingClientRect()
    return (Math.min(height, innerHeight) * Math.min(width, innerWidth)) / (innerHeight * innerWidth) > most
  })
  return found.map((element) => element.outerHTML.slice(0, 120))
}
