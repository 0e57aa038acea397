import type { PageWords } from '../../page-words.ts'

/** The secretariat's desk: the worklist. */
export const desk = (): PageWords['desk'] => ({
  title: 'The secretariat’s desk',
  lead: 'Everything that is under way, the most urgent first. What waits for you is at the top of each group.',
  empty: 'There are no open cases.',
  nothingFits: 'No cases match your choice.',
  showAll: 'Show all open cases',
  views: 'Whose move',
  view: {
    all: (count) => `All (${count})`,
    ours: (count) => `Waiting for us (${count})`,
  },
  groups: {
    overdue: (count) => `Overdue (${count})`,
    week: (count) => `The next seven days (${count})`,
    later: (count) => `Later (${count})`,
  },
  elsewhere: 'They are on another page of the list.',
  ours: 'Waiting for us',
  filter: {
    title: 'Find and narrow down',
    search: 'Words in the title',
    state: 'State',
    level: 'Level',
    levels: { '1': 'Level 1', '2': 'Level 2', '3': 'Level 3', none: 'No level yet' },
    party: 'Whose move it is',
    authority: 'Authority',
    anyState: 'All open',
    any: 'All',
    apply: 'Show',
    reset: 'Reset',
  },
  pages: 'Pages',
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  elsewhereOnDesk: 'Also on the desk',
  toBoard: 'Meetings, agendas and papers',
  toPeople: 'People across cases',
  toFailures: 'Mails and messages that did not get through',
})
