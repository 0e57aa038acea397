import type { MailWords } from '../../mail-words.ts'

export const moves: MailWords['moves'] = {
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
      theirs: (by) => `It is decided${by} whether the project goes on, gets a new frame, is returned or is stopped.`,
      action: 'See the case and decide',
    },
    'look-again': {
      yours: (by) => `See whether the project is to go on${by}.`,
      theirs: (by) => `The secretariat sees whether the project is to go on${by}.`,
      action: 'See the project',
    },
    fulfil: {
      yours: (by) => `Fulfil the condition and report it${by}.`,
      theirs: (by) => `Whoever is responsible fulfils the condition${by}.`,
      action: 'Report the condition fulfilled',
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
  boardReconsiders: (by) =>
    `The board decides${by} whether the project goes on, gets a new frame, is returned or is stopped.`,
  secretariatReconsiders: (by) =>
    `The secretariat decides${by} whether the project goes on, gets a new frame, is returned or is stopped.`,
}
