import type { PageWords } from '../../page-words.ts'

/** Mails and messages that did not get through. */
export const failures = (): PageWords['failures'] => ({
  title: 'Messages that did not get through',
  lead: 'A message that was tried many times without success is put here. Nothing gets lost for 14 days.',
  none: 'Everything got through.',
  count: 'Number',
  oldest: 'Oldest',
  queues: {
    mail: { name: 'Mails', means: 'Somebody has not been told what happened, or that the move is theirs.' },
    webhooks: {
      name: 'Messages to other systems',
      means: 'Another system has missed events. Ask the people who run it.',
    },
    commits: {
      name: 'Confirmations',
      means: 'Lists do not show everything and nobody is told, though the changes stand.',
    },
    classify: {
      name: 'Proposed levels',
      means: 'Ideas stand without a proposed level. You can place them all the same.',
    },
    agenda: { name: 'Agendas', means: 'A case is missing from the agenda, or a decision from the minutes.' },
    erasures: { name: 'Erasures', means: 'Somebody who asked to be erased is still here. The law gives a month.' },
  },
  again: 'Try again',
  againFor: (name) => `Try again: ${name}`,
  first: (shown) => `See what they are about (${shown})`,
  sent: (moment) => `sent ${moment}`,
  about: {
    version: (version) => `change no. ${version}`,
    delivery: (endpoint) => `to ${endpoint}`,
    link: 'A new personal link',
    digest: 'A digest',
    erasure: 'An erasure',
    unknown: 'A message we cannot read. To try it again does not help.',
  },
  done: (count, name) =>
    count === 0
      ? `${name}: there was nothing to try again.`
      : `${name}: ${count} were sent back and are tried again now.`,
  away: {
    title: 'The queues do not answer right now',
    lead: 'Perhaps nothing was tried again, but nothing is lost: a message lies here until it has been sent back.',
    next: 'Wait a moment, and look how many are left. It does no harm if a message is tried twice.',
    look: 'See what is left',
  },
  hint: 'Have the cause mended first, or they come back. It stands in the log.',
})
