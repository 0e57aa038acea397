import type { MeetingEvent } from '../meeting/events.ts'
import { isAskedAlready } from '../meeting/evolve.ts'
import { isLeftToAssembly } from '../meeting/outcome.ts'
import type { Meeting } from '../meeting/state.ts'
import { type Addressee, office, person, secretariatUnlessActing } from './addressees.ts'
import type { Letter, NextMove } from './letter.ts'
import type { AgendaLine, LetterBody } from './letter-body.ts'
import { stepBody } from './step-letters.ts'
import { actorOf, deliveryIn, type LetterContext, oncePerRecipient } from './writing.ts'

type Event<Type extends MeetingEvent['type']> = MeetingEvent & { readonly type: Type }
type Letters = readonly Letter[]

/** What the letters of a meeting need to know. */
export interface MeetingLetterContext extends LetterContext<MeetingEvent> {
  /** The meeting before the commit; absent for its first. */
  readonly before?: Meeting
}

const theMembers = (meeting: Meeting): readonly Addressee[] =>
  meeting.members.map(({ contact }) => person(contact, 'member'))

const write = (
  meeting: Meeting,
  context: MeetingLetterContext,
  addressees: readonly Addressee[],
  body: LetterBody,
  move: NextMove,
  reminder = false,
): Letters =>
  oncePerRecipient(
    addressees.map((addressee) => ({
      ...addressee,
      body,
      about: { stream: meeting.id, form: meeting.form, meetsAt: meeting.meetsAt },
      move,
      reminder,
      delivery: deliveryIn(context, { template: body.template, as: addressee.as, move }),
    })),
  )

const toAttend = (meeting: Meeting): NextMove => ({
  task: meeting.form === 'meeting' ? 'attend' : 'vote',
  party: 'board',
  yours: true,
  by: meeting.meetsAt,
})
const nothingToDo: NextMove = { task: 'nothing', party: 'nobody', yours: false }

const place = (meeting: Meeting) => (meeting.place === undefined ? {} : { place: meeting.place })

const agendaOf = (meeting: Meeting, { titles }: MeetingLetterContext): readonly AgendaLine[] =>
  meeting.agenda.map(({ project, kind, outcome }) => ({
    project,
    kind,
    title: titles.get(project) ?? project,
    ...(outcome === undefined ? {} : { outcome }),
  }))

/** What a member has not voted on, where the member may vote, and a vote decides. */
const missing = (meeting: Meeting, context: MeetingLetterContext, member: string): readonly AgendaLine[] => {
  const open = meeting.agenda.filter(
    (item) =>
      item.kind !== 'information' &&
      item.outcome === undefined &&
      !isLeftToAssembly(meeting, item, context.settings) &&
      !item.excluded.some((other) => other.member === member) &&
      !item.votes.some((vote) => vote.member === member),
  )
  return agendaOf({ ...meeting, agenda: open }, context)
}

const called = (event: Event<'called'>, meeting: Meeting, context: MeetingLetterContext): Letters =>
  write(
    meeting,
    context,
    [...theMembers(meeting), ...secretariatUnlessActing(actorOf(context))],
    {
      template: 'meeting-called',
      form: event.form,
      meetsAt: event.meetsAt,
      papersDueAt: event.papersDueAt,
      ...place(meeting),
    },
    toAttend(meeting),
  )

/** An agenda with nothing on it is nothing to read: a written vote opens with one. */
const papersSent = (meeting: Meeting, context: MeetingLetterContext): Letters =>
  papers(meeting, context, meeting.agenda.length === 0 ? [] : theMembers(meeting))

/** What gets on an agenda whose papers are out, each member is told: nobody would know of it before the reminder to vote. */
const itemAdded = (event: Event<'item-added'>, meeting: Meeting, context: MeetingLetterContext): Letters => {
  const isKnown = context.before !== undefined && isAskedAlready(context.before, event)
  const isNews = meeting.papersSentAt !== undefined && event.kind !== 'information' && !isKnown
  return papers(meeting, context, isNews ? theMembers(meeting) : [], { isAddition: true })
}

const papers = (
  meeting: Meeting,
  context: MeetingLetterContext,
  addressees: readonly Addressee[],
  more: { readonly isAddition?: true } = {},
): Letters =>
  write(
    meeting,
    context,
    addressees,
    {
      template: 'papers-ready',
      form: meeting.form,
      meetsAt: meeting.meetsAt,
      agenda: agendaOf(meeting, context),
      ...place(meeting),
      ...more,
    },
    { ...toAttend(meeting), task: 'vote' },
  )

const proxyNamed = (event: Event<'proxy-named'>, meeting: Meeting, context: MeetingLetterContext): Letters =>
  write(
    meeting,
    context,
    [person(event.proxy, 'member')],
    {
      template: 'proxy-named',
      meetsAt: meeting.meetsAt,
      authority: meeting.members.find(({ contact }) => contact === event.member)?.authority ?? '',
    },
    { ...toAttend(meeting), task: 'vote' },
  )

const cancelled = (event: Event<'cancelled'>, meeting: Meeting, context: MeetingLetterContext): Letters =>
  write(
    meeting,
    context,
    [...theMembers(meeting), ...secretariatUnlessActing(actorOf(context))],
    {
      template: 'meeting-cancelled',
      meetsAt: meeting.meetsAt,
      reason: event.reason,
      items: meeting.agenda.filter(({ outcome }) => outcome === undefined).length,
    },
    nothingToDo,
  )

const concluded = (event: Event<'concluded'>, meeting: Meeting, context: MeetingLetterContext): Letters =>
  write(
    meeting,
    context,
    [...theMembers(meeting), ...secretariatUnlessActing(actorOf(context))],
    {
      template: 'meeting-concluded',
      meetsAt: meeting.meetsAt,
      quorate: event.quorate,
      agenda: agendaOf(meeting, context),
      ...(event.note === undefined ? {} : { note: event.note }),
    },
    nothingToDo,
  )

/** The vote reminder goes to members who have something left to vote on; papers that are late, to who the settings say. */
const stepTaken = (event: Event<'step-taken'>, meeting: Meeting, context: MeetingLetterContext): Letters => {
  if (context.commit.events.some(({ type }) => type === 'papers-sent')) return []
  const item = (context.before ?? meeting).due.find(({ key }) => key === event.item)
  if (item === undefined) return []
  if (event.kind === 'vote')
    return meeting.members.flatMap(({ contact }) => {
      const left = missing(meeting, context, contact)
      const { form, meetsAt } = meeting
      const body = { template: 'vote-reminder', form, meetsAt, missing: left } as const
      const move: NextMove = { ...toAttend(meeting), task: 'vote' }
      return write(meeting, context, left.length === 0 ? [] : [person(contact, 'member')], body, move, true)
    })
  const offices = event.to.flatMap((party) =>
    party === 'secretariat' || party === 'chair' || party === 'board' ? [office(party)] : [],
  )
  const move: NextMove = { task: 'prepare-papers', party: 'secretariat', yours: true, by: item.dueAt }
  const body = stepBody(event, item, context.commit.at, context.settings)
  return write(meeting, context, offices, body, move, !event.step.startsWith('overdue'))
}

/** Events of a meeting that nobody is written to about, and why. */
export const meetingEventsWithoutMail = {
  'item-removed': 'The project’s own event (withdrawn, returned, merged, moved, decided) tells those affected.',
  'conflict-declared': 'Stands at the item, where the chair counts the quorum; the member declared it themselves.',
  'vote-cast': 'Votes may change until the item is closed, and single votes are never told.',
  'ranking-cast': 'The merged order stands at the meeting; single rankings are never told.',
  'item-closed': 'The project’s decision tells those affected.',
  'member-erased':
    'Whoever asked for it knows; the seat stands vacant at the meeting, and a quorum is counted without it.',
} as const satisfies Partial<Record<MeetingEvent['type'], string>>

/** Who is told what about an event of a meeting. `meeting`: as it stands after the commit. */
export const meetingLettersFor = (
  event: MeetingEvent,
  meeting: Meeting,
  context: MeetingLetterContext,
): readonly Letter[] => {
  switch (event.type) {
    case 'called':
      return called(event, meeting, context)
    case 'papers-sent':
      return papersSent(meeting, context)
    case 'proxy-named':
      return proxyNamed(event, meeting, context)
    case 'cancelled':
      return cancelled(event, meeting, context)
    case 'concluded':
      return concluded(event, meeting, context)
    case 'step-taken':
      return stepTaken(event, meeting, context)
    case 'item-added':
      return itemAdded(event, meeting, context)
    case 'item-removed':
    case 'conflict-declared':
    case 'vote-cast':
    case 'ranking-cast':
    case 'item-closed':
    case 'member-erased':
      return []
  }
}
