import type { PageWords } from '../../page-words.ts'

/** People across cases. */
export const people = (): PageWords['people'] => ({
  title: 'People',
  lead: 'Everybody on a case, open or closed, and what they are there.',
  sought: 'Name, mail address or authority',
  find: 'Find',
  found: (count) => (count === 0 ? 'Nobody found' : count === 1 ? 'One person' : `${count} people`),
  cut: (most) => `The first ${most} are shown. Search to find others.`,
  partial:
    'There are so many that only people on the newest cases were looked through. Write the whole mail address to find somebody in particular.',
  all: 'Show all',
  more: (count) => (count === 1 ? 'and one more case' : `and ${count} more cases`),
  erase: (name) => `Erase what is kept about ${name}`,
  parts: {
    proposer: 'proposer',
    lead: 'project lead',
    steering: 'in the steering group',
    coordination: 'in the coordination group',
    owner: 'owner of a condition',
    contact: 'contact',
  },
})
