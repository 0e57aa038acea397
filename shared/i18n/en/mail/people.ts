import type { MailWords } from '../../mail-words.ts'

export const people = (): MailWords['people'] => ({
  leadAppointed: {
    what: 'You are now the project lead',
    text: 'You have been appointed project lead. You start the project once it is approved, and then report progress, economy and risks.',
    othersWhat: (first) => (first ? 'The project has a project lead' : 'The project has a new project lead'),
    othersText: 'A project lead has been appointed, who is the contact for progress from now on.',
  },
  leadReplaced: {
    what: 'You are no longer the project lead',
    text: 'Somebody else has taken over as project lead. Thank you for your work. Your link as project lead no longer works.',
  },
  proposerTransferred: {
    what: 'You are now the proposer',
    text: 'You have taken over the case as its proposer. The link below is your way into the case.',
    othersWhat: 'The case has a new proposer',
    othersText: 'Somebody else has taken over the case as its proposer.',
  },
  proposerReplaced: {
    what: 'You are no longer the proposer',
    text: 'Somebody else has taken over the case as its proposer. Thank you for your work. Your link as proposer no longer works.',
  },
  steeringNamed: {
    what: 'You are in the steering group',
    text: 'You have been named a member of the project’s steering group. It manages the project, answers the self-evaluations, and hears when deadlines do not hold or the project is reconsidered. The link below is your way into the case.',
    othersWhat: 'The project has a steering group',
    othersText: (members) => `The steering group has ${members === 1 ? 'one member' : `${members} members`}.`,
  },
  steeringLeft: {
    what: 'You are no longer in the steering group',
    text: 'The steering group has been named anew, and you are no longer a member. Thank you for your work. Your link as a member no longer works.',
  },
  replaced: 'There is nothing for you to do.',
  authorityJoined: {
    what: (authority) => `${authority} has joined the project`,
    text: (authority) => `${authority} now takes part in the project.`,
    amount: 'Pledge of money',
    hours: 'Pledge of hours',
  },
  authorityLeft: {
    what: (authority) => `${authority} no longer takes part`,
    text: (authority, remaining) =>
      `${authority} has left the project. ${
        remaining === 0
          ? 'No authorities remain.'
          : remaining === 1
            ? 'One authority remains.'
            : `${remaining} authorities remain.`
      }`,
  },
})
