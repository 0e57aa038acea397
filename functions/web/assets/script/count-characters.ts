/** As the page writes numbers: with a point or a comma between the thousands. */
const said = (number: number): string => number.toLocaleString(document.documentElement.lang)

/** Says how many characters may still be written, once somebody writes; announced when the writer rests. */
export const countCharacters = (): void => {
  for (const count of document.querySelectorAll<HTMLElement>('[data-count-for]')) {
    const field = document.getElementById(count.dataset.countFor ?? '')
    if (!(field instanceof HTMLTextAreaElement)) continue
    const most = Number(count.dataset.most)
    const say = (): void => {
      const left = most - field.value.length
      const words = (left < 0 ? count.dataset.over : count.dataset.left) ?? '#'
      count.textContent = words.replace('#', said(Math.abs(left)))
      count.classList.toggle('limit-exceeded', left < 0)
    }
    count.setAttribute('aria-live', 'polite')
    field.addEventListener('input', say)
    if (field.value !== '') say()
  }
}
