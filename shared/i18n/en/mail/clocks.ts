import type { MailWords } from '../../mail-words.ts'

const numbered = (thing: string, about: number | undefined): string =>
  about === undefined ? thing : `${thing} no. ${about}`

export const clocks: MailWords['clocks'] = {
  remind: {
    answer: () => 'The idea awaits an answer',
    shape: () => 'The concept has to be made ready',
    'start-level-1': () => 'The project can be started',
    decide: () => 'The concept awaits a decision',
    resubmit: () => 'The idea has to be submitted again',
    'name-lead': () => 'A project lead has to be appointed',
    start: () => 'The project has to be started',
    report: () => 'A progress report is due soon',
    correct: (about) => `${numbered('Progress report', about)} has to be corrected`,
    review: (about) => `${numbered('Progress report', about)} awaits its review`,
    reconsider: () => 'The reconsideration awaits a decision',
    'look-again': () => 'The paused project has to be looked at again',
    fulfil: (about) => `Condition ${about ?? ''} has to be fulfilled`,
    'prepare-papers': () => 'The papers have to be sent out',
    vote: () => 'Remember to vote',
    attend: () => 'Remember the meeting',
    nothing: () => 'The case is closed',
  },
  overdue: {
    answer: () => 'The answer to the idea is late',
    shape: () => 'The concept is late',
    'start-level-1': () => 'The project has not started',
    decide: () => 'The decision is late',
    resubmit: () => 'The idea has not been submitted again',
    'name-lead': () => 'The project has not started',
    start: () => 'The project has not started',
    report: () => 'The progress report is missing',
    correct: (about) => `The correction of ${numbered('progress report', about)} is missing`,
    review: (about) => `${numbered('Progress report', about)} has not been reviewed`,
    reconsider: () => 'The reconsideration is late',
    'look-again': () => 'The paused project has not been looked at again',
    fulfil: (about) => `Condition ${about ?? ''} has not been fulfilled`,
    'prepare-papers': () => 'The papers are late',
    vote: () => 'Votes are missing',
    attend: () => 'The meeting was held',
    nothing: () => 'The case is closed',
  },
  threats: {
    withdraw: (at) => `If we do not hear from you, the idea lapses on ${at}, and the case is closed.`,
    reconsider: (at) => `If nothing happens, the project is taken up for reconsideration on ${at}.`,
    accept: (at) => `If the report has not been reviewed on ${at}, it counts as accepted.`,
  },
  prefix: 'Reminder',
  due: 'Due',
  reminderText: (dueAt) => `It is due on ${dueAt}.`,
  overdueText: (dueAt, days) => `It was due on ${dueAt} and is now ${days === 1 ? 'one day' : `${days} days`} late.`,
}
