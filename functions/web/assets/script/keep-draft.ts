const slot = 'trin-draft'
const restMillis = 400
const longestMillis = 30 * 24 * 3_600_000

interface Draft {
  readonly at: number
  /** On which step of the form it was left. */
  readonly step: string
  readonly title: string
  /** Every field, as the form would send it. */
  readonly fields: string
}

/** What is written in a form is kept in this browser, until it is sent, taken away by hand, or a month old. */
export const keepDraft = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-draft]')
  if (document.querySelector('[data-draft-done]') !== null) forget()
  if (form === null) return
  const found = document.getElementById('draft-found')
  const note = document.getElementById('draft-note')
  const said = document.getElementById('draft-said')
  const draft = read()
  /** On a form that has just been begun, a draft found is not written over before somebody has said what to do with it. */
  let keeps = true

  if (form.dataset.draft === 'begun') {
    // After a change of language the draft found is what stands in the form.
    if (draft !== undefined && found !== null && draft.fields !== writtenIn(form).fields) {
      keeps = false
      offer(found, draft)
    }
  } else save(form)
  if (note !== null) note.hidden = !keeps

  let waiting = 0
  const stopWaiting = (): void => {
    window.clearTimeout(waiting)
    waiting = 0
  }
  const saveNow = (): void => {
    stopWaiting()
    if (keeps) save(form)
  }
  form.addEventListener('input', () => {
    stopWaiting()
    waiting = window.setTimeout(saveNow, restMillis)
  })
  window.addEventListener('pagehide', () => {
    if (waiting !== 0) saveNow()
  })

  const drop = (): void => {
    stopWaiting()
    forget()
    if (found !== null) found.hidden = true
    if (note !== null) note.hidden = false
    if (said !== null) said.textContent = said.dataset.forgotten ?? ''
    keeps = true
  }
  for (const button of document.querySelectorAll('[data-draft-forget]')) button.addEventListener('click', drop)
  found?.querySelector('[data-draft-continue]')?.addEventListener('click', () => {
    if (draft !== undefined) goOn(form, draft)
  })
}

const offer = (found: HTMLElement, draft: Draft): void => {
  const title = found.querySelector('[data-draft-title]')
  if (title !== null && draft.title !== '') title.textContent = draft.title
  found.hidden = false
}

const isOwn = (name: string): boolean => name.startsWith('_')

const writtenIn = (form: HTMLFormElement): Draft => {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string])
  const typedIn = (name: string): string => fields.find(([one]) => one === name)?.[1] ?? ''
  return {
    at: Date.now(),
    step: typedIn('_step'),
    title: typedIn('concept.title'),
    fields: new URLSearchParams(fields.filter(([name]) => !isOwn(name) || name === '_key')).toString(),
  }
}

const save = (form: HTMLFormElement): void => {
  try {
    localStorage.setItem(slot, JSON.stringify(writtenIn(form)))
  } catch {
    // Storage is off or full: then there is no draft.
  }
}

const read = (): Draft | undefined => {
  try {
    const draft: Partial<Draft> = JSON.parse(localStorage.getItem(slot) ?? '{}')
    const { at, step, title, fields } = draft
    if (typeof at !== 'number' || typeof step !== 'string' || typeof title !== 'string' || typeof fields !== 'string')
      return undefined
    if (Date.now() - at < longestMillis) return { at, step, title, fields }
  } catch {
    // What cannot be read is no draft.
  }
  forget()
  return undefined
}

const forget = (): void => {
  try {
    localStorage.removeItem(slot)
  } catch {
    // There is nothing.
  }
}

/** The draft goes to the server as if its form had been sent: it comes back at the step where it was left. */
const goOn = (form: HTMLFormElement, draft: Draft): void => {
  const sent = document.createElement('form')
  sent.method = 'post'
  sent.action = form.action
  const add = (name: string, value: string): void => {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    sent.append(input)
  }
  for (const [name, value] of new URLSearchParams(draft.fields)) add(name, value)
  for (const name of ['_token', '_begun']) {
    const input = form.elements.namedItem(name)
    if (input instanceof HTMLInputElement) add(name, input.value)
  }
  add('_do', `step:${draft.step}`)
  document.body.append(sent)
  sent.submit()
}
