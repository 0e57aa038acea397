const restMillis = 600

/** Keeps the preview beside a form up to date while somebody writes; without a script its button does. */
export const livePreview = (): void => {
  const preview = document.querySelector<HTMLElement>('[data-preview-of]')
  const form = document.getElementById(preview?.dataset.previewOf ?? '')
  if (preview === null || !(form instanceof HTMLFormElement)) return
  for (const button of document.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true
  const said = document.getElementById('preview-said')
  let waiting = 0
  let asked = new AbortController()

  const renew = async (): Promise<void> => {
    asked.abort()
    asked = new AbortController()
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    try {
      const answer = await fetch('/preview', { method: 'POST', body, signal: asked.signal })
      if (answer.ok) show(await answer.text())
    } catch {
      // Overtaken by what was written since, or no connection: the preview stays as it is.
    }
  }

  const show = (html: string): void => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body
    const isOpen = preview.querySelector('details')?.open === true
    const details = fresh.querySelector('details')
    if (isOpen && details !== null) details.open = true
    const before = preview.querySelector('.trin-level')?.textContent
    preview.replaceChildren(...fresh.childNodes)
    const level = preview.querySelector('.trin-level')?.textContent
    // The whole of it would be read out at every pause; that the level is another is what matters.
    if (said !== null && level !== before) said.textContent = level ?? ''
  }

  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(renew, restMillis)
  })
}
