import { morningAfter } from '../calendar/days.ts'
import type { Instant } from '../time.ts'
import type { Capacity, Delivery, NextMove } from './letter.ts'
import type { Template } from './letter-body.ts'

/** Who gets a letter at once; everybody else reads of it in the morning. */
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
  resumed: { always: [], ifYours: ['proposer', 'lead'], why: 'The clock of whoever has the move runs again.' },
  reopened: { always: ['proposer'], ifYours: anyPart, why: 'A decision, and somebody’s move again.' },
  'condition-fulfilled': news('Good news that nobody has to act on.'),
  'condition-waived': news('One thing less to do.'),
  reminder: { always: [], ifYours: anyPart, why: 'Something is due soon.' },
  overdue: { always: anyPart, ifYours: anyPart, why: 'A step of the ladder: something should have been done.' },
  'meeting-called': { always: ['member', 'chair'], ifYours: [], why: 'A date to keep free.' },
  'papers-ready': { always: ['member'], ifYours: [], why: 'Members read and vote.' },
  'vote-reminder': { always: ['member'], ifYours: [], why: 'A vote is missing, days before the meeting.' },
  'proxy-named': { always: ['member'], ifYours: [], why: 'Somebody votes for somebody else.' },
  'meeting-cancelled': { always: ['member', 'chair'], ifYours: [], why: 'A journey not to make.' },
  'meeting-concluded': news('The minutes; each decision was told to those it is about.'),
  'went-live': news('Good news; the secretariat has weeks to look whether it is a product.'),
  'coordination-group-named': { always: ['coordination'], ifYours: [], why: 'The new members’ links are in it.' },
  'coordination-group-left': { always: ['former'], ifYours: [], why: 'A link that worked until now no longer does.' },
  'graduation-checked': {
    always: ['lead', 'coordination'],
    ifYours: [],
    why: 'Something is missing that they can see to.',
  },
  graduated: { always: [...carriers, 'contact'], ifYours: [], why: 'A product at last: what all of them worked for.' },
  completed: decision('A decision.'),
  'change-received': {
    always: [],
    ifYours: ['coordination', 'secretariat'],
    why: 'The coordination group has to answer; who asked has a receipt in the morning.',
  },
  'change-decided': {
    always: [],
    ifYours: ['steering', 'secretariat'],
    why: 'What is beyond the frame is theirs to decide now; what was decided is carried out in its time.',
  },
  'change-done': news('Good news that nobody has to act on.'),
  'sla-set': news('The first result is due in weeks.'),
  'sla-breach': {
    always: ['coordination', 'steering', 'secretariat'],
    ifYours: [],
    why: 'The service does not keep what was agreed.',
  },
  'adaptation-recorded': news('What was done; nobody has to act on it.'),
  retired: decision('A decision.'),
  'part-taken-over': { always: anyPart, ifYours: [], why: 'The successor’s link is in it.' },
  'part-vacant': {
    always: ['secretariat', 'proposer'],
    ifYours: [],
    why: 'Somebody has the move who did not have it.',
  },
  'self-evaluated': news('The secretariat evaluates it when it can; no clock runs.'),
  'level-assessed': decision('A decision on the level.'),
  'level-disputed': news('The board decides at its meeting, and gets papers.'),
  'dispute-decided': decision('A decision on the level.'),
  'link-resent': { always: anyPart, ifYours: [], why: 'Somebody waits for it.' },
}

/**
 * When a letter goes: at once to whoever has to act or must not learn of it late, else with the digest of the next morning
 * of a working day. What fired late, after a monitor that was away, goes when it is quiet, in one mail.
 * @param at when it happened
 * @param late a step fired late in the same commit
 */
export const deliveryOf = (
  {
    template,
    as,
    move,
  }: { readonly template: Template; readonly as: Capacity; readonly move: Pick<NextMove, 'yours'> },
  at: Instant,
  late: boolean,
): Delivery => {
  if (late) return { when: 'quiet' }
  const { always, ifYours } = urgencies[template]
  return always.includes(as) || (move.yours && ifYours.includes(as))
    ? { when: 'now' }
    : { when: 'morning', at: morningAfter(at) }
}
