import { postAfter } from '../calendar/days.ts'
import type { Instant } from '../time.ts'
import type { Capacity, Delivery, NextMove } from './letter.ts'
import type { Template } from './letter-body.ts'

/** Who gets a letter at once; everybody else reads of it in the morning. An office does so even of what is its own, as a rule. */
interface Urgency {
  /** In these parts, whoever has the move. */
  readonly always: readonly Capacity[]
  /** In these parts where the move is theirs: what happened gave it to them, or asks them something. */
  readonly ifYours: readonly Capacity[]
  readonly why: string
}

const anyPart: readonly Capacity[] = [
  'proposer',
  'lead',
  'steering',
  'coordination',
  'owner',
  'contact',
  'member',
  'secretariat',
  'board',
  'chair',
  'former',
]
/** Who carries a project: a decision about it is theirs to hear first. */
const carriers: readonly Capacity[] = ['proposer', 'lead', 'steering', 'coordination', 'owner']

const decision = (why: string): Urgency => ({ always: carriers, ifYours: ['secretariat'], why })
const news = (why: string): Urgency => ({ always: [], ifYours: [], why })

/**
 * By template and part, who gets a letter at once, and why: whoever has to act because of it, and what people must not
 * learn a day late. The board acts at its meetings, so that what comes to its table meanwhile waits for the morning.
 */
export const urgencies: Readonly<Record<Template, Urgency>> = {
  received: {
    always: ['proposer'],
    ifYours: ['secretariat'],
    why: 'A receipt, with a link that is new; the secretariat has to answer.',
  },
  'level-placed': { always: ['proposer'], ifYours: [], why: 'A decision about the idea; the proposer has the move.' },
  'level-changed': decision('A decision: who decides, and how often there are reports, may change with it.'),
  comment: { always: [], ifYours: anyPart, why: 'Asks the one who has the move; to the others it is news.' },
  revised: news('A draft in work: whoever helps with it reads in the morning what became of it the day before.'),
  'concept-ready': news('The proposer was part of it; the board decides at its meeting, and gets papers.'),
  returned: decision('A decision, and the proposer’s move.'),
  resubmitted: { always: ['proposer'], ifYours: ['secretariat'], why: 'A receipt; the secretariat has to answer.' },
  merged: { always: ['proposer', 'lead'], ifYours: [], why: 'A decision: the project goes on as another.' },
  'merged-in': news('Somebody joins; nobody has to do anything.'),
  withdrawn: { always: ['proposer', 'lead'], ifYours: [], why: 'A receipt, or what silence has led to.' },
  'on-agenda': news('The board decides at its meeting; the decision is told at once.'),
  postponed: { always: ['secretariat'], ifYours: [], why: 'The secretariat has to find a meeting.' },
  approved: decision('A decision, with conditions and dates.'),
  'condition-given': { always: ['owner'], ifYours: [], why: 'The owner has to fulfil it, by a link that is new.' },
  rejected: decision('A decision.'),
  'lead-appointed': { always: ['lead'], ifYours: [], why: 'The new lead’s link is in it.' },
  'lead-replaced': { always: ['former'], ifYours: [], why: 'A link that worked until now no longer does.' },
  'proposer-transferred': { always: ['proposer'], ifYours: [], why: 'The new proposer’s link is in it.' },
  'proposer-replaced': { always: ['former'], ifYours: [], why: 'A link that worked until now no longer does.' },
  'steering-group-named': { always: ['steering'], ifYours: [], why: 'The new members’ links are in it.' },
  'steering-group-left': { always: ['former'], ifYours: [], why: 'A link that worked until now no longer does.' },
  'authority-joined': news('Somebody joins; nobody has to do anything.'),
  'authority-left': news('Somebody leaves; what follows from it is told as it comes.'),
  started: { always: ['lead'], ifYours: [], why: 'The lead’s link may be new, and the first report has its date.' },
  'board-informed': news('For information, by its name.'),
  'report-received': {
    always: [],
    ifYours: ['secretariat'],
    why: 'The secretariat has to review it; the lead, who sent it, has a receipt in the morning.',
  },
  'report-accepted': {
    always: ['secretariat'],
    ifYours: [],
    why: 'The secretariat is told only when its time ran out; the lead has nothing to do until the next one.',
  },
  'report-returned': { always: ['lead', 'proposer'], ifYours: [], why: 'A correction is due in days.' },
  'reconsideration-opened': decision('The project may not go on as it is; on level 1 the secretariat decides.'),
  'reconsideration-decided': decision('A decision.'),
  stopped: decision('A decision.'),
  paused: { always: ['proposer', 'lead'], ifYours: [], why: 'A decision: no reports until it goes on.' },
  resumed: { always: [], ifYours: ['proposer', 'lead', 'owner'], why: 'The clock of whoever has to act runs again.' },
  reopened: { always: ['proposer'], ifYours: anyPart, why: 'A decision, and somebody’s move again.' },
  'condition-fulfilled': news('Good news that nobody has to act on.'),
  'condition-waived': news('One thing less to do.'),
  reminder: news('Due in days. It fires at eight, so that it goes an hour later, with all that is due that morning.'),
  overdue: news('A step of the ladder, which fires at eight too: one mail says all that should have been done.'),
  'meeting-called': news('A date to keep free, weeks ahead.'),
  'papers-ready': { always: ['member'], ifYours: [], why: 'Members read and vote.' },
  'vote-reminder': news('A vote is missing, days before the meeting. It goes with the reminders of that morning.'),
  'proxy-named': { always: ['member'], ifYours: [], why: 'Somebody votes for somebody else.' },
  'meeting-cancelled': { always: ['member', 'chair'], ifYours: [], why: 'A journey not to make.' },
  'meeting-concluded': news('The minutes; each decision was told to those it is about.'),
  'went-live': news('Good news; the secretariat has weeks to look whether it is a product.'),
  'coordination-group-named': { always: ['coordination'], ifYours: [], why: 'The new members’ links are in it.' },
  'coordination-group-left': { always: ['former'], ifYours: [], why: 'A link that worked until now no longer does.' },
  'graduation-checked': news('Something is missing that they can see to, in their time.'),
  graduated: { always: [...carriers, 'contact'], ifYours: [], why: 'A product at last: what all of them worked for.' },
  completed: decision('A decision.'),
  'change-received': news('The coordination group has a month to answer.'),
  'change-decided': news(
    'What is beyond the frame is decided within a month; what was decided is carried out in its time.',
  ),
  'change-done': news('Good news that nobody has to act on.'),
  'sla-set': news('The first result is due in weeks.'),
  'sla-breach': news('The service did not keep what was agreed, in a month that is over.'),
  'adaptation-recorded': news('What was done; nobody has to act on it.'),
  retired: decision('A decision.'),
  'part-taken-over': { always: anyPart, ifYours: [], why: 'The successor’s link is in it.' },
  'part-vacant': {
    always: ['secretariat', 'proposer'],
    ifYours: [],
    why: 'Somebody has the move who did not have it.',
  },
  'self-evaluated': news('The secretariat evaluates it when it can; no clock runs.'),
  'level-assessed': news('Twice a year; who disagrees has time to say so.'),
  'level-disputed': news('The board decides at its meeting, and gets papers.'),
  'dispute-decided': decision('A decision on the level.'),
  'link-resent': { always: anyPart, ifYours: [], why: 'Somebody waits for it.' },
}

/** Mailboxes of offices: whoever works there reads the post of the morning, and has the day's work before them in one mail. */
const offices: readonly Capacity[] = ['secretariat', 'board', 'chair']

/** So near that the post would leave less than a day, in ms. */
const near = 86_400_000

/**
 * When a letter goes: at once to whoever has to act or must not learn of it late, else with the post of the next working
 * day. An office gets at once only what is its own to do and due before it would have had a day for it. What fired late,
 * after a monitor that was away, goes when it is quiet, in one mail.
 * @param at when it happened
 * @param late a step fired late in the same commit
 */
export const deliveryOf = (
  {
    template,
    as,
    move,
  }: { readonly template: Template; readonly as: Capacity; readonly move: Pick<NextMove, 'yours' | 'by'> },
  at: Instant,
  late: boolean,
): Delivery => {
  if (late) return { when: 'quiet' }
  const { always, ifYours } = urgencies[template]
  const post = postAfter(at)
  const isUrgent = always.includes(as) || (move.yours && ifYours.includes(as))
  return isUrgent && (!offices.includes(as) || isNear(move, at, post)) ? { when: 'now' } : { when: 'morning', at: post }
}

/** Due, and no day left for it once the post has come. What is overdue already can wait for the post. */
const isNear = ({ yours, by }: Pick<NextMove, 'yours' | 'by'>, at: Instant, post: Instant): boolean =>
  yours && by !== undefined && by > at && Date.parse(by) - Date.parse(post) < near
