import type { PageWords } from '../../page-words.ts'
import { productActs } from './product.ts'

/** What can be done on a project's own pages: a form each. */
const acts: PageWords['projectActs']['acts'] = {
  comment: {
    title: 'Write a comment',
    lead: 'Everybody on the case can read the comment, and so can the secretariat and the board.',
    submit: 'Send the comment',
    done: 'The comment was sent.',
  },
  revise: {
    title: 'Go on with the concept',
    lead: 'Change what has to be changed. The secretariat is told on the morning of the next working day, looks at what is new, and marks the concept ready when it is finished.',
    submit: 'Save the changes',
    done: 'The changes were saved. The secretariat is told on the morning of the next working day.',
  },
  resubmit: {
    title: 'Hand the idea in again',
    lead: 'Change the idea so that it answers what was asked. The next readers see what you changed.',
    submit: 'Hand in again',
    done: 'The idea was handed in again. Now it is the secretariat’s move.',
  },
  withdraw: {
    title: 'Withdraw the case',
    lead: 'The case will be closed. The secretariat can open it again if you change your mind.',
    submit: 'Withdraw the case',
    done: 'The case was withdrawn.',
  },
  lead: {
    title: 'Appoint a project lead',
    lead: 'The project lead starts the project and sends progress reports. Whoever you appoint gets a mail with a personal link.',
    submit: 'Appoint the project lead',
    done: 'The project lead is appointed and gets a mail.',
  },
  proposer: {
    title: 'Hand the case over to somebody else',
    lead: 'The new proposer gets a mail with a personal link and takes over what you have to do. You cannot take the case back yourself.',
    submit: 'Hand the case over',
    done: 'The case was handed over.',
  },
  'steering-group': {
    title: 'Name a steering group',
    lead: 'From level 2 there has to be a steering group before the project can start (G6). This list replaces the one before.',
    submit: 'Save the steering group',
    done: 'The steering group is saved, and its new members get a mail.',
  },
  join: {
    title: 'An authority joins',
    lead: 'Write who joins, and what they put into the project.',
    submit: 'Add the authority',
    done: 'The authority has joined.',
  },
  leave: {
    title: 'An authority leaves',
    lead: 'When the last authority leaves a project that is under way, it is taken up for reconsideration.',
    submit: 'Let the authority leave',
    done: 'The authority has left.',
  },
  start: {
    title: 'Start the project',
    lead: 'From now on you send progress reports. See whether the frame and the deadlines fit before you start.',
    submit: 'Start the project',
    done: 'The project has started. You get a reminder before the first report is due.',
  },
  report: {
    title: 'Progress report',
    lead: 'Most of it stands here from last time. Change what is new. Before you send it you see in words what the report means.',
    submit: 'See what the report means',
    done: 'The report was sent. Now it is the secretariat’s move to review it.',
  },
  fulfil: {
    title: 'Report a condition fulfilled',
    lead: 'Write what shows that the condition is fulfilled: a text or a link.',
    submit: 'Report it fulfilled',
    done: 'The condition was reported fulfilled.',
  },
  waive: {
    title: 'Waive a condition',
    lead: 'The condition no longer holds. The reason stays in the case.',
    submit: 'Waive the condition',
    done: 'The condition was waived.',
  },
  'go-live': {
    title: 'Register an authority as live',
    lead: 'Once the solution is live in two authorities, the secretariat looks whether the project has become a product.',
    submit: 'Register',
    done: 'The authority was registered.',
  },
  reconsider: {
    title: 'Ask for reconsideration',
    lead: 'Use it when the project cannot be done as agreed. The work and the reports go on meanwhile.',
    submit: 'Ask for reconsideration',
    done: 'The project was taken up for reconsideration.',
  },
  erase: {
    title: 'Erase my data',
    lead: 'Here you can ask to be erased from Trin.',
    submit: 'Yes, erase my data',
    done: 'Your request was received.',
  },
  ...productActs(),
}

export const projectActs = (): PageWords['projectActs'] => ({
  acts,
  person: {
    name: 'Name',
    email: 'Mail address',
    authority: 'Authority',
    language: 'Language of mails',
    languages: { da: 'Danish', en: 'English' },
    member: (number) => `Member ${number}`,
    more: 'Empty fields are skipped.',
  },
  comment: { text: 'Comment', criterion: 'Is it about one criterion?', none: 'No, about the case as a whole' },
  note: 'Note to the secretariat',
  noteHint: 'Tell in short what you changed.',
  reason: 'Reason',
  withdrawReason: 'Why?',
  evidence: 'What shows that it is fulfilled?',
  authority: 'Authority',
  pledgeAmount: 'Pledge in kroner',
  pledgeHours: 'Pledge in hours',
  leaveReason: 'Why?',
  on: 'Live from',
  goLiveNote: 'Note',
  why: 'Why can the project not be done as agreed?',
  frame: 'The frame',
  scope: 'Scope',
  budget: 'Budget',
  endsOn: 'End date',
  firstReport: (days) => `The first report is due ${days} days after the project has started.`,
  lacks: {
    lead: 'A project lead is missing (G3).',
    steering: 'A steering group is missing (G6).',
  },
  erasure: {
    what: 'This is what happens',
    points: [
      'Your name, your mail address and your personal links are erased everywhere in Trin, on other projects, too.',
      'Comments and other texts that you wrote are erased. Your name is taken out of other people’s texts as well.',
      'The history of the project stays without you: what happened, when, and in which role.',
      'If something is your move, the secretariat takes it over. Better hand the case over to somebody else first.',
      'It cannot be undone. It may take some minutes until everything is gone.',
    ],
    deskOnly: 'The secretariat erases people from its own desk, where it says whom.',
  },
})
