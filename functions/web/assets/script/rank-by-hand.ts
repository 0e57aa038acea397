import { kronerIn } from '../../../../shared/i18n/kroner.ts'

/** Rankings are sorted by dragging, by buttons or by number; sums and the line of the budget move along. */
export const rankByHand = (): void => {
  for (const list of document.querySelectorAll<HTMLElement>('[data-ranking]')) makeSortable(list)
}

const itemsOf = (list: HTMLElement): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li[data-cost]')]
const numberOf = (item: HTMLElement): HTMLInputElement | null => item.querySelector('input[type="number"]')
const titleOf = (item: HTMLElement): string => item.querySelector('label')?.textContent?.trim() ?? ''

const makeSortable = (list: HTMLElement): void => {
  const said = document.createElement('p')
  said.className = 'sr-only'
  said.setAttribute('aria-live', 'polite')
  list.after(said)
  const place = (item: HTMLElement, to: number): void => {
    const others = itemsOf(list).filter((one) => one !== item)
    // The others move and the item stays, so that it keeps the finger and the focus.
    item.before(...others.slice(0, to))
    item.after(...others.slice(to))
    settle(list)
    const words = list.dataset.moved ?? ''
    said.textContent = words.replace('#', titleOf(item)).replace('@', String(itemsOf(list).indexOf(item) + 1))
  }
  for (const item of itemsOf(list)) {
    const grip = gripFor(item, list, place)
    const up = button('↑', (list.dataset.up ?? '#').replace('#', titleOf(item)))
    const down = button('↓', (list.dataset.down ?? '#').replace('#', titleOf(item)))
    up.addEventListener('click', () => step(item, list, -1, place, up))
    down.addEventListener('click', () => step(item, list, 1, place, down))
    const moving = document.createElement('span')
    moving.className = 'trin-moving'
    moving.append(up, down, grip)
    item.append(moving)
    numberOf(item)?.addEventListener('change', (event) => {
      const to = Number((event.currentTarget as HTMLInputElement).value) - 1
      if (Number.isInteger(to)) place(item, Math.max(0, to))
    })
  }
}

type Place = (item: HTMLElement, to: number) => void

const button = (text: string, label: string): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-secondary'
  made.textContent = text
  made.setAttribute('aria-label', label)
  return made
}

const step = (item: HTMLElement, list: HTMLElement, by: number, place: Place, pressed: HTMLElement): void => {
  const to = itemsOf(list).indexOf(item) + by
  if (to >= 0 && to < itemsOf(list).length) place(item, to)
  pressed.focus()
}

/** By finger, pen or mouse alike; for the eye only, since the buttons do the same. */
const gripFor = (item: HTMLElement, list: HTMLElement, place: Place): HTMLElement => {
  const grip = document.createElement('span')
  grip.className = 'trin-grip'
  grip.setAttribute('aria-hidden', 'true')
  grip.textContent = '⠿'
  grip.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    item.classList.add('trin-dragged')
  })
  grip.addEventListener('pointermove', (event) => {
    if (!grip.hasPointerCapture(event.pointerId)) return
    const others = itemsOf(list).filter((one) => one !== item)
    const above = others.filter((one) => {
      const { top, height } = one.getBoundingClientRect()
      return top + height / 2 < event.clientY
    })
    if (itemsOf(list).indexOf(item) !== above.length) place(item, above.length)
  })
  for (const end of ['pointerup', 'pointercancel'])
    grip.addEventListener(end, () => item.classList.remove('trin-dragged'))
  return grip
}

/** Numbers, sums and the line follow the order: the line falls before the first that the budget does not reach. */
const settle = (list: HTMLElement): void => {
  const language = document.documentElement.lang === 'en' ? 'en' : 'da'
  const budget = list.dataset.budget === undefined ? Number.POSITIVE_INFINITY : Number(list.dataset.budget)
  const line = list.querySelector('[data-cut-line]')
  let sum = Number(list.dataset.given)
  let below: HTMLElement | undefined
  for (const [at, item] of itemsOf(list).entries()) {
    const number = numberOf(item)
    if (number !== null) number.value = String(at + 1)
    sum += Number(item.dataset.cost)
    if (sum > budget) below ??= item
    const told = item.querySelector('[data-sum-of]')
    if (told !== null) told.textContent = (list.dataset.sum ?? '#').replace('#', kronerIn(language, sum))
  }
  if (line === null) return
  if (below === undefined) list.append(line)
  else below.before(line)
}
