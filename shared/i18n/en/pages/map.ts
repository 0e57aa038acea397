import type { PageWords } from '../../page-words.ts'

/** The map of the process. */
export const map = (): PageWords['map'] => ({
  title: 'The way from idea to product',
  nodes: {
    idea: 'Idea',
    shaping: 'Concept',
    ready: 'Decision',
    returned: 'Returned',
    approved: 'Approved',
    implementation: 'Implementation',
    reconsideration: 'Reconsideration',
    paused: 'Paused',
    rejected: 'Rejected',
    stopped: 'Stopped',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
    product: 'Product',
    completed: 'Completed',
    retired: 'Retired',
  },
  been: (path) => `The way so far: ${path}.`,
  now: (state) => `Now: ${state}.`,
  ahead: (path) => `After that: ${path}.`,
  move: (who, until) => `${who} has the move${until}.`,
  elapsed: (days, of) => `Day ${days} of ${of}`,
  overdueBy: (days) => (days === 1 ? 'Overdue by 1 day' : `Overdue by ${days} days`),
})
