import { renderLetter } from './render-letter.ts'

/** A letter as it will be sent, for whoever looks at it before: a module of its own, since few who sit at the desk do (`infra/apart.ts`). */
export const previewLetter: typeof renderLetter = (...of) => renderLetter(...of)
