import type { PageWords } from '../../page-words.ts'

/** The accessibility statement, and other things about Trin itself. */
export const about: PageWords['about'] = {
  accessibility: {
    title: 'Accessibility statement',
  },
}
