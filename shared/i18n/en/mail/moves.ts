import type { MailWords } from '../../mail-words.ts'

const next = (by: string): string => (by === '' ? '' : ` The next thing is to be done${by}.`)

export const moves = (): MailWords['moves'] => ({
  parties: {
    secretariat: 'The secretariat',
    proposer: 'The proposer',
    board: 'The board',
    lead: 'The project lead',
    owner: 'Whoever is responsible for the condition',
    steering: 'The steering group',
    coordination: 'The coordination group',
    nobody: 'Nobody',
  },
  tasks: {
    answer: {
      yours: (by) => `Place the idea on a level, or return it${by}.`,
      theirs: (by) => `The secretariat answers${by}.`,
      action: 'Answer the idea',
    },
    shape: {
      yours: (by) => `Turn the idea into a concept together with the secretariat. It has to be ready${by}.`,
      theirs: (by) =>
        `The proposer turns the idea into a concept together with the secretariat. It has to be ready${by}.`,
      action: 'Go on with the concept',
    },
    'look-at-revision': {
      yours: (by) => `Look at what is new: say what is missing, or mark the concept ready. It has to be ready${by}.`,
      theirs: (by) => `The secretariat looks at what is new. The concept has to be ready${by}.`,
      action: 'See what is new',
    },
    'start-level-1': {
      yours: (by) => `Set the frame and start the project${by}.`,
      theirs: (by) => `The secretariat sets the frame and starts the project${by}.`,
      action: 'Start the project',
    },
    decide: {
      yours: (by) => `Assess the concept and decide on it${by}.`,
      theirs: (by) => `The board assesses the concept and decides on it${by}.`,
      action: 'See the concept',
    },
    resubmit: {
      yours: (by) => `Revise the idea and submit it again${by}.`,
      theirs: (by) => `The proposer revises the idea and submits it again${by}.`,
      action: 'Submit the idea again',
    },
    'name-lead': {
      yours: (by) => `Appoint a project lead, so that the project can start${by}.`,
      theirs: (by) => `The proposer appoints a project lead, so that the project can start${by}.`,
      action: 'Appoint a project lead',
    },
    'name-steering-group': {
      yours: (by) => `Name a steering group, so that the project can start${by}.`,
      theirs: (by) => `The project lead has a steering group named, so that the project can start${by}.`,
      action: 'Name a steering group',
    },
    start: {
      yours: (by) => `Start the project${by}.`,
      theirs: (by) => `The project lead starts the project${by}.`,
      action: 'Start the project',
    },
    report: {
      yours: (by) => `Send a progress report${by}.`,
      theirs: (by) => `The project lead sends a progress report${by}.`,
      action: 'Write the progress report',
    },
    correct: {
      yours: (by) => `Correct the report and send it again${by}.`,
      theirs: (by) => `The project lead corrects the report and sends it again${by}.`,
      action: 'Correct the report',
    },
    review: {
      yours: (by) => `Accept the report, or send it back${by}.`,
      theirs: (by) => `The secretariat reviews the report${by}.`,
      action: 'Review the report',
    },
    reconsider: {
      yours: (by) => `Decide${by} whether the project goes on, gets a new frame, is returned or is stopped.`,
      theirs: (by, who) =>
        `${who} decides${by} whether the project goes on, gets a new frame, is returned or is stopped.`,
      action: 'See the case and decide',
    },
    'look-again': {
      yours: (by) => `See whether the project is to go on${by}.`,
      theirs: (by) => `The secretariat sees whether the project is to go on${by}.`,
      action: 'See the project',
    },
    fulfil: {
      yours: (by) => `Fulfil the condition and report it${by}.`,
      theirs: (by, who) => `${who} sees to it that it is fulfilled${by}.`,
      action: 'Report the condition fulfilled',
    },
    'check-graduation': {
      yours: (by) => `Go through the checklist${by}. If all is in place, the project becomes a product.`,
      theirs: (by) =>
        `The secretariat goes through the checklist${by} and sees whether the project has become a product.`,
      action: 'Go through the checklist',
    },
    'self-evaluate': {
      yours: (by) => `Answer the 43 criteria${by}.`,
      theirs: (by, who) => `${who} answers the 43 criteria${by}.`,
      action: 'Do the self-evaluation',
    },
    'decide-level': {
      yours: (by) => `Decide on the level${by}.`,
      theirs: (by) => `The board decides on the level${by}.`,
      action: 'See the case and decide',
    },
    steward: {
      yours: (by) => `Follow the product: change requests, service levels, architecture.${next(by)}`,
      theirs: (by, who) => `${who} follows the product.${next(by)}`,
      action: 'See the product',
    },
    'answer-change': {
      yours: (by) => `Answer the change request${by}.`,
      theirs: (by, who) => `${who} answers the change request${by}.`,
      action: 'See the change request',
    },
    'answer-escalated-change': {
      yours: (by) => `Decide${by} on the change request, which the coordination group cannot decide by itself.`,
      theirs: (by, who) => `${who} decides on the change request${by}.`,
      action: 'See the change request',
    },
    'tell-sla': {
      yours: (by) => `Tell the results of the service level period${by}.`,
      theirs: (by, who) => `${who} tells the results of the service level period${by}.`,
      action: 'Tell the results',
    },
    evaluate: {
      yours: (by) => `Evaluate the answers and fix the level${by}.`,
      theirs: (by) => `The secretariat evaluates the answers and fixes the level${by}.`,
      action: 'Evaluate the answers',
    },
    'find-successor': {
      yours: (by) => `Find somebody else${by} who can carry the case on.`,
      theirs: (by, who) => `${who} finds somebody else${by} who can carry the case on.`,
      action: 'Find somebody else',
    },
    'prepare-papers': {
      yours: (by) => `Send out the papers for the meeting${by}.`,
      theirs: (by) => `The secretariat sends out the papers for the meeting${by}.`,
      action: 'See the meeting',
    },
    vote: {
      yours: (by) => `Read the papers and vote on each item${by}.`,
      theirs: (by) => `The members of the board vote${by}.`,
      action: 'Read the papers and vote',
    },
    attend: {
      yours: () => 'Keep the day free. The papers come well before the meeting.',
      theirs: () => 'The board meets.',
      action: 'See the meeting',
    },
    nothing: {
      yours: () => 'There is nothing for you to do. The case is closed.',
      theirs: () => 'There is nothing for you to do. The case is closed.',
      action: 'See the case',
    },
  },
  by: (moment) => ` by ${moment}`,
  atOnce: ' as soon as possible',
})
