import type { MailWords } from '../../mail-words.ts'

export const frame = (): MailWords['frame'] => ({
  dear: (name) => `Dear ${name}`,
  offices: { secretariat: 'To the secretariat', board: 'To the board', chair: 'To the chair' },
  because: {
    proposer: 'You get this mail because you are the proposer of the case.',
    lead: 'You get this mail because you are the project lead.',
    steering: 'You get this mail because you are in the project’s steering group.',
    coordination: 'You get this mail because you are in the product’s coordination group.',
    owner: 'You get this mail because you are responsible for a condition of the project.',
    contact: 'You get this mail because you are a contact on the case.',
    member: 'You get this mail because you are a member of the board.',
    secretariat: 'This mail was sent to the mailbox of the secretariat.',
    board: 'This mail was sent to the mailbox of the board.',
    chair: 'This mail was sent to the mailbox of the chair.',
    former: 'You get this mail because you have had a part in the case until now.',
  },
  sender: 'Trin follows OS2 projects from idea to product.',
  automatic: 'This mail was sent automatically.',
  caseNumber: 'Case number',
  meetingNumber: 'Meeting number',
  next: 'What happens now?',
  yourTurn: 'It is your turn',
  officeTurn: 'It is your turn',
  see: 'See the case',
  seePortfolio: 'See the portfolio',
  seeMeeting: 'See the meeting',
  personalLink: 'The link is personal and lets its holder act on the case. Please do not pass it on.',
  unsubscribe: 'Unsubscribe from reminders',
  unsubscribeNote: 'You will still hear about decisions, and about deadlines that have passed.',
  latest: (day) => `by ${day}`,
  wasDue: (day) => `was due ${day}`,
  list: (words) => (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`),
  meeting: (form, day) => (form === 'meeting' ? `board meeting on ${day}` : `written vote of the board, ${day}`),
  linkResent: {
    what: 'Your link to the case',
    text: [
      'Here is the new link to the case that you asked for.',
      'If you did not ask for it, you can disregard this mail. Nobody else got the link.',
    ],
  },
  digest: {
    what: (cases) => (cases === 1 ? 'News about one case in one mail' : `News about ${cases} cases in one mail`),
    text: {
      news: ['Here is the news since last time. What cannot wait was sent by itself.'],
      late: [
        'Several deadlines have passed without a word on the way. Here is all of it in one mail.',
        'Deadlines that are overdue are marked.',
      ],
    },
    late: 'Overdue',
  },
})
