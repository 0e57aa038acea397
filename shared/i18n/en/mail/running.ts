import type { MailWords } from '../../mail-words.ts'

export const running = (): MailWords['running'] => ({
  reportReceived: {
    what: (number) => `Progress report no. ${number} has been received`,
    text: (correction, late) =>
      `${correction ? 'The project lead has sent the corrected report.' : 'The project lead has sent a progress report.'}${late ? ' It came after its deadline.' : ''}`,
    receiptText: 'Thank you for the report.',
    lateReceipt: 'The report came after its deadline. That does not move the schedule; the next one may be due soon.',
    overall: 'Overall status',
    colours: { green: 'green', yellow: 'yellow', red: 'red' },
    spent: 'Spent to date',
    forecast: 'Forecast at completion',
    budget: 'Approved frame',
    endsOn: 'Expected end date',
    helpWanted: 'The project wants help with',
  },
  reportAccepted: {
    what: (number) => `Progress report no. ${number} is accepted`,
    text: 'The secretariat has reviewed the report and accepted it.',
    silenceWhat: (number) => `Progress report no. ${number} counts as accepted`,
    silenceText: 'The report was not reviewed in time. It therefore counts as accepted.',
    note: 'Note from the secretariat',
  },
  reportReturned: {
    what: (number) => `Progress report no. ${number} has to be corrected`,
    text: 'The secretariat has reviewed the report and asks you to correct it.',
    note: 'What has to be corrected',
  },
  paused: {
    what: 'The project is paused',
    text: (lookAgainAt) =>
      `The secretariat has paused the project. All clocks stand still, and the secretariat looks at the project again on ${lookAgainAt}.`,
  },
  resumed: {
    what: 'The project is on again',
    text: 'The pause is over. All deadlines have moved by the length of the pause.',
  },
  conditionFulfilled: {
    what: (number) => `Condition ${number} is reported fulfilled`,
    text: (open) =>
      open === 0
        ? 'A condition of the approval is reported fulfilled. No conditions are open any more.'
        : `A condition of the approval is reported fulfilled. ${open === 1 ? 'One condition is' : `${open} conditions are`} still open.`,
    condition: 'The condition',
    evidence: 'How it was fulfilled',
  },
  conditionWaived: {
    what: (number) => `Condition ${number} is waived`,
    text: 'The condition no longer applies. Nothing more has to be done about it.',
  },
})
