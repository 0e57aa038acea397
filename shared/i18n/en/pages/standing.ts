import type { PageWords } from '../../page-words.ts'

/** Where a project stands, and whose move it is. */
export const standing = (): PageWords['standing'] => ({
  state: 'State',
  assessed: (level) => `assessed at ${level}`,
  level: (level) => `Level ${level}`,
  noLevel: 'No level yet',
  whoseMove: 'Whose move is it',
  parties: {
    secretariat: 'The secretariat',
    proposer: 'The proposer',
    board: 'The board',
    lead: 'The project lead',
    coordination: 'The coordination group',
    nobody: 'Nobody',
  },
  leadMissing: 'The proposer, who names a project lead,',
  since: (day) => `since ${day}`,
  until: (day) => `by ${day}`,
  overdue: (day) => `was due on ${day}`,
  closed: 'The case is closed',
})
