import type { PageWords } from '../../page-words.ts'

/** What can be done with the changes of a product: a form each. */
export const productActs = {
  change: {
    title: 'Request a change',
    lead: 'The coordination group assesses the request and answers. You will hear the answer.',
    submit: 'Send the request',
    done: 'The request is sent. It is now up to the coordination group.',
  },
  'assess-change': {
    title: 'Assess a change',
    lead: 'Write what the change means: what it takes, who pays, and what it affects.',
    submit: 'Save the assessment',
    done: 'The assessment is saved. The request can be answered now.',
  },
  'decide-change': {
    title: 'Answer a change',
    lead: 'Whoever asked for the change gets the answer and the reason.',
    submit: 'Send the answer',
    done: 'The request is answered.',
  },
  'finish-change': {
    title: 'Report a change as done',
    lead: 'Whoever asked for the change is told.',
    submit: 'Report as done',
    done: 'The change is reported as done.',
  },
}

/** The pages of a product: changes, operation, evaluation and governance. */
export const product: PageWords['product'] = {
  title: 'The product',
  back: 'Back',
  pages: {
    changes: 'Changes',
  },
  changes: {
    lead: 'All requests for changes of the product, the unanswered first, and what can be done with them now.',
    none: 'There are no requests for changes yet.',
    notYet: 'Changes can be requested once the project has become a product.',
    number: (number, title) => `${number}. ${title}`,
    open: 'Awaiting an answer',
    accepted: 'Accepted and under way',
    closed: 'Closed',
    states: {
      proposed: 'requested',
      assessed: 'assessed',
      accepted: 'accepted',
      rejected: 'rejected',
      'beyond-frame': 'with the steering group',
      done: 'done',
      dropped: 'dropped',
    },
    withSecretariat: 'with the secretariat',
    requester: 'Requested by',
    assessment: 'Assessment',
    cost: 'Cost',
    reason: 'Reason',
    answerBy: (day) => `Answer by ${day}.`,
    waits: {
      proposed: 'The coordination group is to assess the request.',
      assessed: 'The coordination group is to answer.',
      steering: 'The steering group is to answer.',
      secretariat: 'The secretariat is to answer, since there is no steering group.',
      accepted: 'The coordination group reports when the change is done.',
    },
    actions: {
      'assess-change': 'Assess',
      'decide-change': 'Answer',
      'finish-change': 'Report as done',
    },
    actionOn: (action, number) => `${action} (request ${number})`,
    fields: {
      title: 'What is to be changed?',
      titleHint: 'Short, so that others find the request in the list.',
      text: 'Describe the request',
      textHint: 'What is the problem, and who benefits from the change?',
      assessment: 'Assessment',
      cost: 'What does it cost?',
      outcome: 'Answer',
      reason: 'Reason',
      note: 'Note',
    },
    outcomes: {
      accept: 'Accept',
      reject: 'Reject',
      'beyond-frame': 'Beyond the frame: hand on to the steering group',
    },
    outcomeHint: {
      accept: 'The change is to be made.',
      reject: 'The change is not to be made.',
      'beyond-frame': 'It is more than the coordination group may decide.',
    },
    onlyReject: 'The request is not assessed yet. Until it is, it can only be rejected.',
  },
}
