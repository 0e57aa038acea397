import type { PageWords } from '../../page-words.ts'

/** The portfolio, for anybody to see. */
export const portfolio: PageWords['portfolio'] = {
  title: 'Portfolio',
  lead: 'Projects and products of OS2, from the decision of the board on.',
  empty: 'There are no projects to show yet.',
  columns: { project: 'Project', authority: 'Authority', level: 'Level', state: 'State', since: 'Since' },
}
