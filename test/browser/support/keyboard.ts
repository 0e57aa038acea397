import type { Locator, Page } from 'playwright-core'
import { choiceOf, type FieldKind, fieldOf, type Hands, kindOf } from './hands.ts'

/** More presses of Tab than this, and a control is out of reach in practice. */
const mostTabs = 160

interface Stop {
  /** What has the focus: nothing, what is looked for, or something before or behind it. */
  readonly at: 'nowhere' | 'there' | 'before' | 'behind'
  readonly name: string
  /** Whether one can see that it has the focus. */
  readonly visible: boolean
  readonly isSkipLink: boolean
}

/**
 * Somebody with a keyboard and nothing else: Tab and Shift+Tab, the arrows, Space, Enter, and letters.
 * @throws where a control is not reached, or where one stands on the way and cannot see it
 */
export const byKeyboard: Hands = {
  scripts: true,
  write: async (page, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = fieldOf(page, name)
      const kind = await kindOf(field)
      await reach(page, kind === 'checkbox' ? choiceOf(page, name, value) : field)
      await enter[kind](page, field, value)
    }
  },
  use: async (page, control) => {
    await reach(page, control)
    await page.keyboard.press('Enter')
  },
}

/** Goes from control to control until the focus is on the one that is wanted; over the skip link into a page that was just opened. */
export const reach = async (page: Page, wanted: Locator): Promise<void> => {
  const targets = await wanted.elementHandles()
  if (targets.length === 0) throw new Error(`there is no ${wanted}`)
  let stop = await page.evaluate(stopNow, targets)
  for (let tabs = 0; stop.at !== 'there'; tabs += 1) {
    if (tabs === mostTabs)
      throw new Error(`${wanted} is not reached by ${mostTabs} presses of Tab; last was ${stop.name}`)
    await page.keyboard.press(stop.at === 'behind' ? 'Shift+Tab' : 'Tab')
    stop = await page.evaluate(stopNow, targets)
    if (stop.at !== 'nowhere' && !stop.visible) throw new Error(`the focus cannot be seen: ${stop.name}`)
    if (tabs === 0 && stop.isSkipLink) {
      await page.keyboard.press('Enter')
      stop = await page.evaluate(stopNow, targets)
    }
  }
}

/** How each kind of field is filled in once it has the focus. */
const enter: Readonly<Record<FieldKind, (page: Page, field: Locator, value: string) => Promise<void>>> = {
  text: async ({ keyboard }, _, value) => {
    await keyboard.press('Control+A')
    await (value === '' ? keyboard.press('Delete') : keyboard.type(value))
  },
  day: async ({ keyboard }, field, value) => {
    await keyboard.type(partsOfDay(value))
    await isNow(field, value)
  },
  moment: async ({ keyboard }, field, value) => {
    const [day = '', time = ''] = value.split('T')
    await keyboard.type(partsOfDay(day))
    // A year may have six digits: only with four does one go on by oneself.
    await keyboard.press('ArrowRight')
    const [hour = 0, minute = ''] = [Number(time.slice(0, 2)), time.slice(3)]
    await keyboard.type(`${String(hour % 12 || 12).padStart(2, '0')}${minute}${hour < 12 ? 'a' : 'p'}`)
    await isNow(field, value)
  },
  select: async ({ keyboard }, field, value) => {
    const by = await field.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as unknown as {
        options: Iterable<{ value: string }>
        selectedIndex: number
      }
      return [...options].findIndex((option) => option.value === wanted) - selectedIndex
    }, value)
    for (let moved = 0; moved < Math.abs(by); moved += 1) await keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp')
    await isNow(field, value)
  },
  radio: async ({ keyboard }, field, value) => {
    const chosen = () =>
      field.evaluateAll((all) => all.find((one) => (one as { checked?: boolean }).checked)?.getAttribute('value'))
    if ((await chosen()) === undefined) await keyboard.press('Space')
    for (let moved = await field.count(); (await chosen()) !== value; moved -= 1) {
      if (moved === 0) throw new Error(`the arrows do not reach ${value}`)
      await keyboard.press('ArrowDown')
    }
  },
  checkbox: async ({ keyboard }, field, value) => {
    await keyboard.press('Space')
    const isTicked = await field.evaluateAll(
      (all, wanted) =>
        all.some((one) => one.getAttribute('value') === wanted && (one as { checked?: boolean }).checked),
      value,
    )
    if (!isTicked) throw new Error(`${value} is not ticked`)
  },
}

/** The digits of a day in the order in which the browser of these tests asks for them. */
const partsOfDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${month}${date}${year}`
}

const isNow = async (field: Locator, value: string): Promise<void> => {
  const now = await field.inputValue()
  if (now !== value) throw new Error(`${field} holds ${now} and not ${value}`)
}

/** Runs in the page: what has the focus, on which side of what is looked for it is, and whether that can be seen. */
function stopNow(targets: readonly unknown[]): Stop {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own world, which tests of Node have no types of
  const { document, getComputedStyle } = globalThis as any
  const { activeElement: element, body } = document
  if (element === null || element === body)
    return { at: 'nowhere', name: 'the page', visible: false, isSkipLink: false }
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const [first] = targets as any
  const at = targets.includes(element)
    ? 'there'
    : (element.compareDocumentPosition(first) & 4) !== 0
      ? 'before'
      : 'behind'
  // Boxes and dots are drawn by the label beside them.
  const drawn = [getComputedStyle(element)]
  if (element.type === 'radio' || element.type === 'checkbox')
    drawn.push(getComputedStyle(element.nextElementSibling ?? element, '::before'))
  const { width, height } = element.getBoundingClientRect()
  return {
    at,
    name: `${element.tagName.toLowerCase()} ${element.id} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}`,
    visible:
      width > 0 &&
      height > 0 &&
      drawn.some(
        // biome-ignore lint/suspicious/noExplicitAny: as above
        ({ outlineStyle, outlineWidth, boxShadow, opacity }: any) =>
          opacity !== '0' && ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'),
      ),
    isSkipLink: element.className === 'skipnav',
  }
}
