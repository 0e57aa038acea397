import type { MailWords } from '../../mail-words.ts'

export const meetings = (): MailWords['meetings'] => ({
  kinds: {
    concept: 'concept for decision',
    reconsideration: 'reconsideration',
    level: 'disagreement about the level',
    information: 'for information',
  },
  agenda: 'Agenda',
  when: { meeting: 'The meeting is held', written: 'The vote closes' },
  place: 'Place',
  papersDueAt: 'Papers come',
  called: {
    what: { meeting: 'Call to meeting', written: 'Written vote' },
    text: (form) =>
      form === 'meeting'
        ? 'You are called to a meeting of the board.'
        : 'The chair has opened a written vote between two meetings.',
    secretariat: (form) =>
      form === 'meeting' ? 'A meeting of the board has been called.' : 'The chair has opened a written vote.',
  },
  papers: {
    what: 'The papers are ready',
    added: 'New on the agenda',
    addedText: 'Something got on the agenda for which you have had no papers before.',
    text: (count) =>
      `The papers are ready. There ${count === 1 ? 'is one item' : `are ${count} items`} on the agenda. You can vote on an item as soon as you have read it, and change your vote until the item is closed.`,
  },
  voteReminder: {
    what: 'Your vote is missing',
    text: (count) => `You have not voted on ${count === 1 ? 'one item' : `${count} items`}.`,
    missing: 'Your vote is missing here',
  },
  proxy: {
    what: 'You have been named proxy',
    text: (authority) =>
      `The member from ${authority} has named you proxy. You vote once for yourself and once for ${authority}.`,
  },
  cancelled: {
    what: 'Cancelled',
    text: (items) =>
      items === 0
        ? 'The meeting has been cancelled.'
        : `The meeting has been cancelled. Votes cast do not count, and ${items === 1 ? 'the open item moves' : `the ${items} open items move`} to the next meeting.`,
    next: 'There is nothing for you to do. You will hear when the next meeting is called.',
  },
  concluded: {
    what: 'The meeting is over',
    inquorateWhat: 'The board had no quorum',
    text: 'The meeting is over. Proposers and project leads have been told of the decisions.',
    inquorateText:
      'There were too few members entitled to vote. The votes do not count, and the open items move to the next meeting.',
    next: 'There is nothing for you to do. The minutes are with the meeting.',
    note: 'Note',
    open: 'moves to the next meeting',
    seen: 'noted',
  },
})
