/** After a form that could not be taken, or is to be looked at once more, the reader begins at what is said of it. */
export const focusErrors = (): void => document.querySelector<HTMLElement>('#error-summary, #unusual-time')?.focus()
