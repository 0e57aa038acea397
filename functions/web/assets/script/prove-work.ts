import type { AltchaGlobal } from 'altcha/types'

/** What the library leaves for its users; its own declaration is not found by every way of looking up modules. */
declare const $altcha: Pick<AltchaGlobal, 'algorithms' | 'defaults'>

const algorithm = 'PBKDF2/SHA-256'
/** All of them would leave a phone nothing to write with. */
const workers = 2
/** Whoever waits longer sends without. */
const longestMillis = 20_000

/**
 * Has the browser do the sum that came with the form, unseen, while its last fields are filled in. Whoever is faster waits
 * for it; a browser that cannot do it sends without, and the server decides.
 */
export const proveWork = (): void => {
  const place = document.querySelector<HTMLElement>('[data-proof]')
  const form = place?.closest('form') ?? null
  const { proof, proofWorker } = place?.dataset ?? {}
  if (place === null || form === null || proof === undefined || proofWorker === undefined) return
  $altcha.algorithms.set(algorithm, () => new Worker(proofWorker))
  // Nobody's movements are collected, and nothing is drawn: there is nothing to press.
  $altcha.defaults.set({ humanInteractionSignature: false, minDuration: 0, timeout: longestMillis })
  const widget = document.createElement('altcha-widget')
  for (const [name, value] of Object.entries({
    name: '_proof',
    challenge: proof,
    display: 'invisible',
    auto: 'onload',
  }))
    widget.setAttribute(name, value)
  widget.setAttribute('workers', String(workers))
  place.append(widget)
  holdUntilSolved(form, widget)
}

const holdUntilSolved = (form: HTMLFormElement, widget: HTMLElement): void => {
  const said = document.getElementById('proof-said')
  let isAtWork = true
  let pressed: HTMLElement | null = null
  widget.addEventListener('statechange', (event) => {
    const { state } = (event as CustomEvent<{ state: string }>).detail
    isAtWork = state === 'verifying'
    if (isAtWork || pressed === null) return
    // The field with the solution is written after this.
    const button = pressed
    pressed = null
    window.setTimeout(() => form.requestSubmit(button))
  })
  form.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!isAtWork || !(button instanceof HTMLButtonElement) || button.value !== 'send') return
    event.preventDefault()
    pressed = button
    if (said !== null) said.textContent = said.dataset.waiting ?? ''
  })
}
