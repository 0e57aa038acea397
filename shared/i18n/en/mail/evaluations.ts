import type { MailWords } from '../../mail-words.ts'

export const evaluations = (): MailWords['evaluations'] => ({
  answers: { yes: 'yes', no: 'no', planned: 'planned', 'not-relevant': 'not relevant', 'dont-know': 'don’t know' },
  themes: {
    relevance: 'Relevance',
    form: 'Form',
    strategy: 'Strategic coherence',
    governance: 'Governance',
  },
  colours: {
    green: (count) => `${count} green`,
    yellow: (count) => `${count} yellow`,
    red: (count) => `${count} red`,
    grey: (count) => `${count} not assessed`,
  },
  level: (level) => (level === 'sandbox' ? 'the sandbox' : `level ${level}`),
  at: (level) => (level === 'sandbox' ? 'in the sandbox' : `on level ${level}`),
  missing: 'What is missing for the next level',
  selfEvaluated: {
    what: 'The self-evaluation has been received',
    text: 'The answers to the criteria have come and can be evaluated.',
    receiptText: 'The answers to the criteria have been sent to the secretariat.',
    answers: 'Answers',
    changed: 'Changed since the last time',
    nothing: 'nothing',
  },
  assessed: {
    first: (level) => `Assessed at ${level}`,
    raised: (from, to) => `Raised from ${from} to ${to}`,
    lowered: (from, to) => `Lowered from ${from} to ${to}`,
    same: (at) => `Still ${at}`,
    text: (at) => `The secretariat has evaluated the solution against the 43 criteria. It is ${at}.`,
    other: (found) =>
      `The colours alone point to ${found}. The secretariat has fixed another level, for the reason below.`,
    disagree: 'If you disagree, you can bring the level before the board, which decides.',
    board: 'The board hears more if those evaluated disagree. Then it is the board that decides on the level.',
    published: 'Anybody can read the evaluation.',
  },
  disputed: {
    what: 'There is disagreement about the level',
    text: (fixed, wanted) =>
      `The secretariat has fixed ${fixed}. Those evaluated hold ${wanted} to be right, and have brought the case before the board.`,
  },
  disputeDecided: {
    what: { upheld: 'The level stands', amended: 'The level has been changed' },
    text: (who, at) => `${who} has decided the disagreement about the level. The solution is ${at}.`,
  },
})
