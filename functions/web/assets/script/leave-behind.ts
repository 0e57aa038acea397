/**
 * A page that is itself what a form sent cannot be gone back to without sending that again, and no browser keeps it. So once its
 * own form is sent, its place in the history becomes one that can be asked for; until then loading it again loses nothing.
 */
export const leaveBehind = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-leaves]'))
    form.addEventListener('submit', ({ submitter }) => {
      if (!isForMore(submitter, form)) history.replaceState(null, '', form.dataset.leaves)
    })
}

/** Whether a button asks for the same page once more: with more rows, in another language, or to be written further. */
const isForMore = (button: HTMLElement | null, form: HTMLFormElement): boolean =>
  button instanceof HTMLButtonElement && button.name !== '' && button.value !== form.dataset.does
