import type { ContactId, MeetingId, ProjectId } from '../identifiers.ts'
import type { Instant } from '../time.ts'
import type { LetterBody } from './letter-body.ts'

/** The mailboxes of offices, whose addresses stand in the settings. */
export const mailboxes = ['secretariat', 'board', 'chair'] as const
export type Mailbox = (typeof mailboxes)[number]

/** Who gets a letter: a person by contact, or an office by its mailbox. */
export type Recipient = { readonly contact: ContactId } | { readonly mailbox: Mailbox }

/** The part in which somebody gets a letter: says why they get it, and what they may do. `former`: had the part until now. */
export type Capacity =
  | 'proposer'
  | 'lead'
  | 'steering'
  | 'coordination'
  | 'owner'
  | 'contact'
  | 'member'
  | 'secretariat'
  | 'board'
  | 'chair'
  | 'former'

/** What the one whose move it is has to do. */
export const tasks = [
  'answer',
  'shape',
  'look-at-revision',
  'start-level-1',
  'decide',
  'resubmit',
  'name-lead',
  'name-steering-group',
  'start',
  'report',
  'correct',
  'review',
  'reconsider',
  'look-again',
  'fulfil',
  'check-graduation',
  'self-evaluate',
  'decide-level',
  'steward',
  'answer-change',
  'answer-escalated-change',
  'tell-sla',
  'evaluate',
  'find-successor',
  'prepare-papers',
  'vote',
  'attend',
  'nothing',
] as const
export type Task = (typeof tasks)[number]

/** Whose move it is after what happened, and until when. */
export interface NextMove {
  readonly task: Task
  readonly party: 'secretariat' | 'proposer' | 'board' | 'lead' | 'owner' | 'steering' | 'coordination' | 'nobody'
  /** It is the recipient's own. */
  readonly yours: boolean
  readonly by?: Instant
  /** That moment was over when the letter was written: it is said to be due, and not until when. */
  readonly isLate?: true
}

/** What a letter is about: a project by its title, or a meeting by its day. */
export type About =
  | { readonly stream: ProjectId; readonly title: string }
  | { readonly stream: MeetingId; readonly form: 'meeting' | 'written'; readonly meetsAt: Instant }

/**
 * When a letter goes. `now`: by itself, at once. `morning`: with others in the recipient's digest of that moment.
 * `quiet`: it comes late, after a monitor that was away, and goes with all that comes late too once nothing more comes.
 */
export type Delivery =
  | { readonly when: 'now' }
  | { readonly when: 'morning'; readonly at: Instant }
  | { readonly when: 'quiet' }

/** One letter to one recipient about one event. */
export interface Letter {
  readonly body: LetterBody
  readonly to: Recipient
  readonly as: Capacity
  readonly about: About
  readonly move: NextMove
  /** Tells nothing new: the recipient may have said no to such letters. */
  readonly reminder: boolean
  readonly delivery: Delivery
}

/** The recipient as text: the key under which one letter per event is sent. */
export const recipientKey = (to: Recipient): string => ('contact' in to ? to.contact : to.mailbox)
