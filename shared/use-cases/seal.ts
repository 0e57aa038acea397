/** Keeps a text from whoever carries it, and notices when it was changed: a cursor may hold the id of what is not public. */
export interface Seal {
  close(text: string): string
  /** Undefined when we did not close it. */
  open(sealed: string): string | undefined
}
