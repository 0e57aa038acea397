import type { PageWords } from '../../page-words.ts'

/** Where a project stands, and whose move it is. */
export const standing = (): PageWords['standing'] => ({
  erasedCase: 'Erased case',
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
  keptUntil: (day) =>
    `What is written on the case is kept until ${day}, and then erased. Until then the case can be reopened.`,
  contentErased: (day) =>
    `All that was written on the case was erased on ${day}, since it is closed and never was public. It cannot be reopened.`,
  closed: 'The case is closed',
})
