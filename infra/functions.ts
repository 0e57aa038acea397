/** One function: where it begins, what it is for, and what is noticed when it fails. */
export interface FunctionDescription {
  /** The file that exports `handler`. */
  readonly entry: string
  readonly description: string
  readonly usersNotice: string
  /** Seconds. @default 15 */
  readonly timeout?: number
}

/** Every function of the stack. Those behind a queue catch up by themselves once they work again. */
export const functions = {
  submission: {
    entry: 'functions/submission/index.ts',
    description: 'Takes in ideas, resubmissions and withdrawals',
    usersNotice:
      'Proposers cannot hand in or resubmit an idea. Read the log of submission; what they sent is not stored, they try again.',
  },
  classification: {
    entry: 'functions/classification/api.ts',
    description: 'The desk of the secretariat: levels, returns, comments, readiness',
    usersNotice:
      'The secretariat cannot place, return or comment. Read the log of classification; nothing is half done.',
  },
  'classify-submitted': {
    entry: 'functions/classification/on-submitted.ts',
    description: 'Proposes a level for each idea that comes in',
    usersNotice: 'New ideas come without a proposed level; the secretariat can place them. Read the log.',
  },
  'board-decision': {
    entry: 'functions/board-decision/index.ts',
    description: 'The table of the board: meetings, votes, rankings, decisions',
    usersNotice: 'The board cannot vote or decide. Read the log of board-decision; nothing is half done.',
  },
  'agenda-keeper': {
    entry: 'functions/board-decision/on-committed.ts',
    description: 'Carries events between projects and meetings, and joins what is merged',
    usersNotice: 'Agendas do not follow what happens to projects. Read the log of agenda-keeper; it catches up.',
    timeout: 20,
  },
  progress: {
    entry: 'functions/progress/index.ts',
    description: 'People, start, reports, reviews, conditions, going live and becoming a product',
    usersNotice:
      'Leads cannot report or start, nobody can be appointed. Read the log of progress; nothing is half done.',
  },
  stewardship: {
    entry: 'functions/stewardship/index.ts',
    description: 'Products: coordination group, changes, SLA, adaptations, evaluations, retirement',
    usersNotice:
      'Coordination groups cannot answer changes or tell results, nothing can be evaluated. Read the log of stewardship; nothing is half done.',
  },
  'progress-monitor': {
    entry: 'functions/progress-monitor/index.ts',
    description: 'Asks every hour what is due, and chases it',
    usersNotice:
      'Reminders and consequences of overdue items come late. Read the log of progress-monitor; the next hour catches up.',
    timeout: 300,
  },
  relay: {
    entry: 'functions/relay/index.ts',
    description: 'Confirms commits, writes projections, hands events on',
    usersNotice:
      'Lists lag behind and mail comes late, though all changes stand. Read the log of relay; it catches up.',
  },
  notification: {
    entry: 'functions/notification/index.ts',
    description: 'Writes mail to those whom an event concerns',
    usersNotice: 'Mail comes late. Read the log of notification and look at the state of SES; it catches up.',
    timeout: 30,
  },
  'webhook-delivery': {
    entry: 'functions/webhook-delivery/index.ts',
    description: 'Tells other systems of events, signed',
    usersNotice: 'Other systems hear of events late; people are not affected. Read the log of webhook-delivery.',
    timeout: 30,
  },
  erasure: {
    entry: 'functions/erasure/api.ts',
    description: 'Takes in who wants to be forgotten',
    usersNotice: 'Nobody can ask to be erased. Read the log of erasure; what was asked is not stored, they try again.',
  },
  eraser: {
    entry: 'functions/erasure/on-ordered.ts',
    description: 'Takes a person out of everything that is kept',
    usersNotice: 'People who asked to be erased are still there. Read the log of eraser; it catches up.',
    // It walks through the whole table, and hands on what it does not reach.
    timeout: 900,
  },
  portfolio: {
    entry: 'functions/portfolio/index.ts',
    description: 'Reads: lists, projects, their history, health; sends links anew',
    usersNotice: 'Nobody can look anything up. Read the log of portfolio; changes are not affected.',
  },
  'web-portfolio': {
    entry: 'functions/web/portfolio/index.ts',
    description: 'The pages that anybody may read, and what all pages load',
    usersNotice:
      'The portfolio does not come, and pages come without their look; the API is not affected. Read the log of web-portfolio.',
  },
  'web-idea': {
    entry: 'functions/web/submit/index.ts',
    description: 'The form for ideas, its drafts and receipts',
    usersNotice: 'Nobody can hand in an idea by the form; the API is not affected. Read the log of web-idea.',
  },
  'web-project': {
    entry: 'functions/web/project/index.ts',
    description: 'People’s own pages of a project',
    usersNotice:
      'Proposers, leads and groups cannot open their project; the API is not affected. Read the log of web-project.',
  },
  feeds: {
    entry: 'functions/feeds/index.ts',
    description: 'The portfolio for spreadsheets and readers of news, meetings for calendars',
    usersNotice: 'Feeds and downloads of the portfolio do not come; pages are not affected. Read the log of feeds.',
  },
  'web-desk': {
    entry: 'functions/web/desk/index.ts',
    description: 'The desk of the secretariat: what waits, people, messages that did not get through',
    usersNotice: 'The secretariat cannot open its lists; the API is not affected. Read the log of web-desk.',
  },
  'web-case': {
    entry: 'functions/web/case/index.ts',
    description: 'The pages of one case at the secretariat’s desk, and what is done there',
    usersNotice: 'The secretariat cannot open a case; the API is not affected. Read the log of web-case.',
  },
  'web-board': {
    entry: 'functions/web/board/index.ts',
    description: 'The pages of the board: meetings, votes, decisions',
    usersNotice: 'The board cannot open its pages; the API is not affected. Read the log of web-board.',
  },
  'web-sign-in': {
    entry: 'functions/web/entrance/index.ts',
    description: 'The ways in: signing in and out, personal links anew',
    usersNotice:
      'Nobody can sign in to the pages or ask for a new link; who has come in goes on. Read the log of web-sign-in, and see whether the OpenID provider answers.',
  },
} as const satisfies Readonly<Record<string, FunctionDescription>>

export type FunctionName = keyof typeof functions
