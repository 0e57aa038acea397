/** After a form that could not be taken, the reader begins at what is wrong with it. */
export const focusErrors = (): void => document.getElementById('error-summary')?.focus()
