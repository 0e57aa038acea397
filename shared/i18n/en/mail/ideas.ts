import type { Level } from '../../../domain/level.ts'
import type { MailWords } from '../../mail-words.ts'

const levels: Readonly<Record<Level, string>> = {
  1: 'On level 1 the board does not have to approve the project. It is informed when the project starts.',
  2: 'On level 2 the board has to approve the concept, and the project needs a steering group.',
  3: 'On level 3 the board has to approve the concept, the project needs a steering group, and progress is reported more often.',
}

export const ideas = (): MailWords['ideas'] => ({
  levels,
  fields: {
    title: 'title',
    purpose: 'purpose',
    background: 'background',
    value: 'value',
    authority: 'authority',
    otherAuthorities: 'other authorities that take part',
    theme: 'subject area',
    potentialAuthorities: 'how many could use it',
    backedByManagement: 'backing by management',
    nationalStrategy: 'national strategy',
    businessCritical: 'importance for operation',
    jointCost: 'joint economy',
    licence: 'licence',
    repository: 'where the source code is',
    procurement: 'procurement and law',
    architecture: 'architecture',
  },
  speakers: {
    proposer: 'The proposer',
    lead: 'The project lead',
    steering: 'The steering group',
    coordination: 'The coordination group',
    owner: 'Whoever is responsible for a condition',
    contact: 'A contact on the case',
    member: 'A member of the board',
    secretariat: 'The secretariat',
    board: 'The board',
    chair: 'The chair',
    former: 'A former participant',
  },
  reason: 'Reason',
  changedFields: 'Changed in the description',
  changedCriteria: 'New answers to the criteria',
  received: {
    what: 'We have received your idea',
    text: (kind) => [
      kind === 'new'
        ? 'Thank you for the idea. It is registered at OS2, and the secretariat is reading it now.'
        : 'Thank you. The solution is registered at OS2, and the secretariat now sees whether it can become an OS2 product.',
      'The secretariat answers with a level, and helps you to turn the idea into a concept. If something has to be cleared up first, you will be told what.',
      'Please keep this mail: the link below is your way into the case.',
    ],
  },
  arrived: {
    what: (kind) => (kind === 'new' ? 'New idea' : 'A finished solution wants in'),
    text: (authority, kind) =>
      kind === 'new'
        ? `${authority} has submitted a new idea.`
        : `${authority} has a finished solution that it would like to bring into OS2.`,
  },
  levelPlaced: {
    what: (level) => `The project is placed on level ${level}`,
    text: (level) => `The secretariat has placed the project on level ${level}. ${levels[level]}`,
  },
  levelChanged: {
    what: (from, to) => `The level has changed from ${from} to ${to}`,
    text: (to, from) =>
      `The project moves to level ${to}${from === undefined ? ' from today' : ` from ${from}`}. ${levels[to]}`,
  },
  comment: {
    what: 'New comment',
    text: (speaker, criterion) =>
      criterion === undefined
        ? `${speaker} has written a comment on the case.`
        : `${speaker} has written a comment about the criterion ${criterion}.`,
    quote: 'The comment',
  },
  revised: {
    what: 'The concept was rewritten',
    text: (speaker) => `${speaker} has changed the text or the answers. The case shows word for word what is new.`,
  },
  conceptReady: {
    what: 'The concept is ready for decision',
    text: (level) =>
      level === 1
        ? 'The secretariat has marked the concept ready. On level 1 the board does not decide, so the project can start once its frame is set.'
        : 'The secretariat has marked the concept ready. Now the board is to assess it and prioritise it against other concepts. You will hear when it is on an agenda.',
    boardWhat: 'A concept awaits the board',
    boardText: (level) => `A concept on level ${level} is ready for the board to assess and prioritise.`,
    note: 'Note from the secretariat',
  },
  returned: {
    what: 'The idea has been returned',
    boardWhat: 'The board has returned the concept',
    text: (from) =>
      `The ${from} has returned the case. This is not a rejection: something has to be tested, rethought or reworded before it can go on.`,
    again: (loop) => `This is return number ${loop}. All earlier answers are kept.`,
    wasRunning: 'The project was running. As long as it is returned, no progress reports are due.',
    reasons: 'Why it was returned',
    criteria: 'The criteria in question',
    comeBackWith: 'Please come back with',
  },
  resubmitted: {
    what: 'The idea has been submitted again',
    text: (loop) => `The proposer has submitted the idea again after return number ${loop}.`,
    receiptWhat: 'We have received your idea again',
    receiptText: 'Thank you. The secretariat is reading the idea now, above all what you have changed.',
    unchanged: 'Neither the description nor the answers to the criteria have changed.',
    note: 'Note from the proposer',
  },
  merged: {
    what: 'The idea has been merged with another project',
    text: (title) => [
      `The secretariat has merged the idea with the project “${title}”, because they are about the same. The case is closed here and goes on there.`,
    ],
    proposer: 'You are now a contact on that project, and your authority is entered as a participant.',
    until: (day) => `What is written on the case here is kept until ${day}, and then erased.`,
    next: (title) => `There is nothing for you to do. You can follow the work in “${title}”.`,
    see: 'See the project',
  },
  mergedIn: {
    what: 'Another idea has been merged into the project',
    text: (title, authority) =>
      `The idea “${title}” from ${authority} is about the same and has been merged with your project. ${authority} is entered as a participant, and its proposer is now a contact.`,
  },
  withdrawn: {
    what: 'The idea has been withdrawn',
    text: 'The proposer has withdrawn the idea, and the case is closed.',
    receiptText: 'You have withdrawn the idea, and the case is closed. Thank you for sharing it.',
    silenceWhat: 'The idea has lapsed',
    silenceText:
      'The deadline passed long ago, and we have not heard from you. The idea has therefore lapsed, and the case is closed.',
    again: 'Everything written on the case is kept. The secretariat can reopen it.',
    againUntil: (day) =>
      `Everything written on the case is kept until ${day}, and then erased. Until then the secretariat can reopen it.`,
  },
  reopened: {
    what: 'The case has been reopened',
    text: 'The secretariat has reopened the case. History and answers are kept, and the secretariat looks at it as a new idea.',
  },
})
