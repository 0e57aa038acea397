import type { PageWords } from '../../page-words.ts'

/** The secretariat's desk. */
export const desk: PageWords['desk'] = {
  title: 'The secretariat’s desk',
  empty: 'There are no open cases.',
}
