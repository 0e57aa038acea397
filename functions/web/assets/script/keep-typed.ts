/** What somebody typed is not lost by a change of language, nor by leaving the page that alone holds it. */
export const keepTyped = (): void => {
  changeLanguageOfForm()
  askBeforeLeaving()
}

/**
 * Where several forms stand on a page, the link to the other language sends the one that was written in last, which comes back as it
 * was typed. Where one form is what a page is there for, a button does so without a script.
 */
const changeLanguageOfForm = (): void => {
  const link = document.querySelector<HTMLAnchorElement>('a[data-language]')
  if (link === null) return
  // One that has just come back, with something to correct, say.
  let written = formAt(document.querySelector('form[data-sent]'))
  document.addEventListener('input', ({ target }) => {
    written = formAt(target) ?? written
  })
  link.addEventListener('click', (event) => {
    if (written?.isConnected !== true) return
    event.preventDefault()
    const wanted = document.createElement('input')
    wanted.type = 'hidden'
    wanted.name = '_language'
    wanted.value = link.dataset.language ?? ''
    written.append(wanted)
    written.submit()
  })
}

const formAt = (target: EventTarget | null): HTMLFormElement | undefined => {
  const form = target instanceof Element ? target.closest('form') : null
  return form?.method === 'post' ? form : undefined
}

const askBeforeLeaving = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-keeps-form]')
  if (form === null) return
  let isSent = false
  form.addEventListener('submit', () => {
    isSent = true
  })
  window.addEventListener('beforeunload', (event) => {
    if (!isSent) event.preventDefault()
  })
}
