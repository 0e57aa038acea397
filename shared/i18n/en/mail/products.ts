import type { MailWords } from '../../mail-words.ts'

const minutesOf = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)
const hoursOf = (count: number): string => (count === 1 ? '1 hour' : `${count} hours`)

export const products = (): MailWords['products'] => ({
  note: 'Note',
  live: 'Live in',
  wentLive: {
    what: (authority) => `${authority} has gone live`,
    text: (authority, day) => `The solution is live in ${authority} from ${day}.`,
    count: (live) =>
      live === 1 ? 'It is the first authority that uses it.' : `It is now live in ${live} authorities.`,
    enough: 'That is enough for it to become an OS2 product.',
  },
  coordinationNamed: {
    what: (chair) => (chair ? 'You chair the coordination group' : 'You are in the coordination group'),
    text: (isProduct) => [
      isProduct
        ? 'You have been named a member of the coordination group of an OS2 product. The group follows the product: change requests, service levels and architecture.'
        : 'You have been named a member of the coordination group. Once the solution is a product, the group follows it: change requests, service levels and architecture.',
      'Please keep this mail: the link below is your way into the case.',
    ],
    othersWhat: 'A coordination group has been named',
    othersText: (members, isProduct) =>
      `The coordination group has ${members === 1 ? 'one member' : `${members} members`}. ${isProduct ? 'It follows the product from now on.' : 'It follows the solution once it is a product.'}`,
  },
  coordinationLeft: {
    what: 'You are no longer in the coordination group',
    text: 'The coordination group has been named anew, and you are no longer a member. Thank you for your work. Your link as a member no longer works.',
  },
  graduationChecked: {
    what: 'The project is not a product yet',
    text: 'The secretariat has gone through the checklist. What stands below has to be in place before the project can become an OS2 product.',
    missing: 'What is missing',
    note: 'Note from the secretariat',
  },
  graduated: {
    what: 'The project has become a product',
    text: 'Everything on the checklist is in place, and the solution is now an OS2 product. Thank you to all who helped it get here.',
    noReports: 'No more progress reports are due.',
    coordination: 'From now on it is you who follow the product.',
    board: 'Everything on the checklist is in place, and the project is now an OS2 product.',
    selfEvaluation: 'Next self-evaluation',
  },
  completed: {
    what: 'The project is completed',
    text: 'The solution is done and live. It serves one authority only and therefore does not become an OS2 product. The case is closed. Thank you for your work.',
  },
  changeReceived: {
    what: (number) => `Change request no. ${number} has been received`,
    text: 'Somebody asks for a change of the product.',
    receiptText: 'Thank you for the request. The coordination group assesses it and answers.',
  },
  change: {
    title: 'Request',
    text: 'Description',
    assessment: 'Assessment of the coordination group',
    cost: 'Estimated cost',
  },
  changeDecided: {
    what: {
      accept: (number) => `Change request no. ${number} is accepted`,
      reject: (number) => `Change request no. ${number} is rejected`,
      'beyond-frame': (number) => `Change request no. ${number} is beyond the frame`,
    },
    text: {
      accept: (who) =>
        `${who} has said yes to the change request. The coordination group sees to it that the change is made, and says when it is done.`,
      reject: (who) => `${who} has said no to the change request.`,
      'beyond-frame': (who) => `${who} finds the change request to be more than the group can say yes to by itself.`,
    },
  },
  changeDone: {
    what: (number) => `Change request no. ${number} is done`,
    text: 'The change has been made.',
  },
  sla: {
    measures: { availability: 'Availability', response: 'Response time', resolution: 'Resolution time' },
    percent: (percent) => `${percent} %`,
    duration: (minutes) => {
      const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (whole === 0) return minutesOf(rest)
      return rest === 0 ? hoursOf(whole) : `${hoursOf(whole)} and ${minutesOf(rest)}`
    },
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
  },
  slaSet: {
    what: 'The product has service level targets',
    text: 'Here are the targets (SLA). After each period the coordination group says how it went.',
    endedWhat: 'The product has no service level targets any more',
    endedText: 'The targets (SLA) have been lifted. No more results are due.',
  },
  slaBreach: {
    what: (missed) =>
      missed === 1 ? 'A service level target was missed' : `${missed} service level targets were missed`,
    text: (from, to) => `The service did not reach its targets in the period from ${from} to ${to}.`,
    missed: 'Missed',
    line: (measure, result, target) => `${measure}: ${result} (the target is ${target})`,
    note: 'Note from the coordination group',
  },
  adaptation: {
    what: 'The architecture has been adapted',
    text: 'An adaptation of the product’s architecture has been recorded.',
    title: 'Adaptation',
    criterion: 'Criterion',
    done: 'What was done',
  },
  retired: {
    what: 'The product is retired',
    text: 'The product is retired, and the case is closed. Everything written on the case is kept. Thank you for your work.',
  },
  takenOver: {
    what: 'You have taken over a task on the case',
    text: (parts) => [
      `You are now ${parts}. Whoever had the task before is no longer part of it.`,
      'Please keep this mail: the link below is your way into the case.',
    ],
    parts: {
      lead: 'the project lead',
      proposer: 'the proposer',
      coordination: 'a member of the coordination group',
      steering: 'a member of the steering group',
      owner: 'responsible for a condition',
      contact: 'a contact',
    },
  },
  vacant: {
    what: 'The case needs somebody',
    text: (parts) => `The case no longer has ${parts}. What was known about whoever had the task has been erased.`,
    untilThen: 'Until another project lead is appointed, the project is in your hands.',
    parts: {
      lead: 'a project lead',
      proposer: 'a proposer',
      coordination: 'a coordination group',
      steering: 'a steering group',
      owner: 'anybody responsible for an open condition',
      contact: 'a contact',
    },
  },
})
