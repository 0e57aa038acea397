import type { MailWords } from '../../mail-words.ts'
import { overdue } from '../overdue.ts'

export const decisions = (): MailWords['decisions'] => ({
  by: { board: 'The board', secretariat: 'The secretariat', 'general-assembly': 'The general assembly' },
  outcomes: {
    approve: 'approved',
    return: 'returned',
    reject: 'rejected',
    continue: 'goes on',
    rescope: 'new frame',
    stop: 'stopped',
    uphold: 'upheld',
    amend: 'changed',
  },
  frame: {
    budget: 'Approved economy',
    endsOn: 'End date',
    scope: 'Scope',
    firstReport: 'First progress report',
    nextReport: 'Next progress report',
    start: 'To be started',
  },
  reason: 'Reason',
  criteria: 'The decision rests on the criteria',
  nextStep: 'Next step',
  conditions: 'Conditions',
  condition: (number, text, due, yours) =>
    `Condition ${number} (${due === undefined ? 'no longer applies' : `by ${due}`}${yours ? ', yours to fulfil' : ''}): ${text}`,
  onAgenda: {
    what: {
      concept: 'The concept is on the agenda',
      reconsideration: 'The reconsideration is on the agenda',
      level: 'The disagreement about the level is on the agenda',
    },
    text: (meetingAt) =>
      `The board takes the case up on ${meetingAt}. The papers are made from what stands on the case.`,
  },
  postponed: {
    what: 'The item has been postponed',
    why: {
      cancelled: 'The board’s meeting has been cancelled, so the case was not taken up.',
      inquorate: 'The board had no quorum, so the votes do not count.',
      'not-reached': 'The board did not reach the case at its meeting.',
    },
    to: (meetingAt) => `It is taken up on ${meetingAt} instead.`,
    unknown: 'It is taken up at the next meeting to be called.',
    callMeeting: 'No meeting has been called that the case could go to. Call one, so that it is decided in time.',
  },
  approved: {
    what: 'The concept is approved',
    text: (who) => `${who} has approved the concept. The project can start inside the frame below.`,
    lacks: (what) => `Before the project can start, it needs ${what.join(' and ')}.`,
    lacking: { lead: 'a project lead', 'steering-group': 'a steering group' },
    firstReport: (days) => `${days} days after the project has started`,
  },
  conditionGiven: {
    what: 'You are responsible for a condition',
    text: 'The board has approved the project on conditions that have to be fulfilled on the way. You are responsible for what stands here.',
  },
  rejected: {
    what: 'The concept is rejected',
    text: (who) => `${who} has decided not to go on with the concept. The reasons are below.`,
    thanks: 'Thank you for the work you have put into the idea.',
    again: 'All that you wrote is kept. If something new comes up, tell us: the secretariat can reopen the case.',
    againUntil: (day) =>
      `All that you wrote is kept until ${day}, and then erased. If something new comes up before, tell us: the secretariat can reopen the case.`,
  },
  started: {
    what: 'The project has started',
    text: 'The project has started inside the frame below.',
    lead: 'You are the project lead. You report progress, economy and risks at fixed dates, and say so if the frame cannot hold.',
    secretariat: 'The project lead has started the project inside the frame below.',
  },
  informed: {
    what: {
      started: 'For information: a level 1 project has started',
      'reconsideration-opened': 'For information: a level 1 project is reconsidered',
      'reconsideration-decided': 'For information: decision on a level 1 project',
      graduated: 'For information: a finished solution has become a product',
      completed: 'For information: a finished solution serves one authority, and its case is closed',
    },
    text: {
      started: 'The secretariat has set the frame and started the project.',
      'reconsideration-opened': 'The project cannot be carried out as agreed, and the secretariat takes it up again.',
      'reconsideration-decided': 'The secretariat has decided what is to happen to the project.',
      graduated: 'A finished solution on level 1 was taken over and is a product now.',
      completed:
        'A finished solution on level 1 is in use in one authority. It does not become a product, and the case is closed.',
    },
    next: 'There is nothing for the board to do. On level 1 the board is informed, it does not decide.',
    outcome: 'Decision',
  },
  reconsideration: {
    what: 'The project is taken up for reconsideration',
    text: 'The project cannot be carried out inside the agreed frame, or something has to be cleared up. It is therefore taken up again.',
    goesOn: 'Work can go on inside the frame, and progress reports are due as before.',
    grounds: 'Why it is taken up',
    variance: (forecast, days) =>
      [
        ...(forecast === undefined ? [] : [`The forecast is ${forecast} above the frame.`]),
        ...(days === undefined ? [] : [`The expected end date is ${days} days later than the frame.`]),
      ].join(' '),
    overrun: (amount, percent) => `${amount} (${percent} %)`,
    twoRed: 'Two red progress reports in a row.',
    overdue: overdue(),
    lapsed: (number) => `Condition ${number} was not fulfilled in time.`,
    raised: (from, to) => `The level was raised from ${from} to ${to}.`,
    lastLeft: 'The last authority has left the project.',
    asked: (text) => `It was asked for: ${text}`,
  },
  decided: {
    what: { continue: 'The project goes on', rescope: 'The project gets a new frame' },
    text: {
      continue: (who) => `${who} has reconsidered the project and decided that it goes on.`,
      rescope: (who) => `${who} has reconsidered the project and given it a new frame.`,
    },
  },
  stopped: {
    what: 'The project has been stopped',
    text: (who) => `${who} has decided to stop the project. No more reports are due.`,
  },
})
