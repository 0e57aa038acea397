/** A button beside each text that is there to be copied, where the browser can copy; that it was done is said aloud, too. */
export const copyText = (): void => {
  if (navigator.clipboard === undefined) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const text = part.querySelector('textarea')
    if (text !== null) part.append(buttonFor(text, part.dataset))
  }
}

const buttonFor = (text: HTMLTextAreaElement, { copyLabel = '', copied = '' }: DOMStringMap): HTMLElement => {
  const line = document.createElement('p')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-secondary'
  button.textContent = copyLabel
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text.value).then(
      () => {
        said.textContent = ` ${copied}`
      },
      // The browser refused: marked, so that it can be copied by hand.
      () => text.select(),
    )
  })
  line.append(button, said)
  return line
}
