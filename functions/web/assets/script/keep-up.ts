/** Gently: a meeting of ten asks once every other second between them. */
const everyMillis = 20_000

/**
 * What others do meanwhile: parts of a page that are marked so are brought up to date from the same page, asked for anew.
 * Nobody is disturbed: a part that has the focus waits, and a page that nobody looks at asks nothing.
 */
export const keepUp = (): void => {
  if (document.querySelector('[data-live]') === null) return
  setInterval(() => {
    if (!document.hidden) void bringUpToDate()
  }, everyMillis)
}

const bringUpToDate = async (): Promise<void> => {
  const fresh = await pageNow()
  if (fresh === undefined) return
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(part.id)
    if (now === null || part.contains(document.activeElement) || now.innerHTML === part.innerHTML) continue
    part.replaceChildren(...now.childNodes)
    part.toggleAttribute('data-live', now.hasAttribute('data-live'))
  }
}

/**
 * The page as it is now, by its own link to itself: what a form was answered with stands under the form's address.
 * Undefined where it cannot be had, such as offline or signed out: what is there stays.
 */
const pageNow = async (): Promise<Document | undefined> => {
  try {
    const itself = document.querySelector<HTMLAnchorElement>('a[data-reload]')?.href ?? location.pathname
    const answer = await fetch(itself)
    if (!answer.ok || answer.redirected) return undefined
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return undefined
  }
}
