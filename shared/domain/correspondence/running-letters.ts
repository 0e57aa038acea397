import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import {
  everybody,
  holder,
  office,
  ownersOfOpenConditions,
  person,
  secretariatUnlessActing,
  theLead,
  theProposer,
  unlessActing,
} from './addressees.ts'
import type { Letter } from './letter.ts'
import { moveOf, moveOfItem, type OpenMove } from './next-move.ts'
import { actorOf, oncePerRecipient, type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }
type Letters = readonly Letter[]

const nextReportDueAt = (project: Project): { readonly nextReportDueAt?: string } => {
  const dueAt = project.due.find(({ kind }) => kind === 'report')?.dueAt
  return dueAt === undefined ? {} : { nextReportDueAt: dueAt }
}

/** A receipt for the lead; the review is the secretariat's move. */
export const reported = (event: Event<'reported'>, project: Project, context: ProjectLetterContext): Letters => {
  const { number, report } = event
  const move: OpenMove = { task: 'review', party: 'secretariat', by: event.reviewDueAt }
  return write(
    project,
    context,
    [office('secretariat'), ...theLead(project)],
    {
      template: 'report-received',
      number,
      late: event.late,
      correction: event.correction,
      overall: report.status.overall.colour,
      ...(report.status.overall.reason === undefined ? {} : { reason: report.status.overall.reason }),
      spent: report.spent.amount,
      forecast: report.forecast.amount,
      ...(project.baseline === undefined ? {} : { budget: project.baseline.budget.amount }),
      endsOn: report.endsOn,
      ...(report.helpWanted === undefined ? {} : { helpWanted: report.helpWanted }),
      reviewDueAt: event.reviewDueAt,
      ...nextReportDueAt(project),
    },
    { move },
  )
}

/** By silence: the secretariat hears that its time ran out. */
export const reportAccepted = (
  event: Event<'report-accepted'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(project, context, [...theLead(project), ...(event.by === 'silence' ? [office('secretariat')] : [])], {
    template: 'report-accepted',
    number: event.number,
    by: event.by,
    ...(event.note === undefined ? {} : { note: event.note }),
    ...nextReportDueAt(project),
  })

export const reportReturned = (
  event: Event<'report-returned'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(
    project,
    context,
    theLead(project),
    { template: 'report-returned', number: event.number, text: event.text },
    { move: { task: 'correct', party: 'lead', by: event.correctionDueAt } },
  )

/** The new lead always, since the letter carries the link; a start in the same commit tells the lead of both. */
export const leadAppointed = (
  event: Event<'lead-appointed'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const former = context.before?.lead
  const isStarted = context.commit.events.some(({ type }) => type === 'started')
  const told = isStarted
    ? []
    : [
        person(event.lead, 'lead'),
        ...unlessActing(theProposer(project), actorOf(context)),
        ...secretariatUnlessActing(actorOf(context)),
      ]
  return oncePerRecipient([
    ...write(project, context, told, { template: 'lead-appointed', firstLead: former === undefined }),
    ...(former === undefined || former === event.lead
      ? []
      : write(project, context, [person(former, 'former')], { template: 'lead-replaced' })),
  ])
}

/** The new proposer gets a link; the former one hears that the old link no longer lets anybody act. */
export const proposerTransferred = (
  event: Event<'proposer-transferred'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const former = context.before?.proposer
  const told = [
    person(event.proposer, 'proposer'),
    ...(project.lead === undefined ? [] : theLead(project)),
    ...secretariatUnlessActing(actorOf(context)),
  ]
  return oncePerRecipient([
    ...write(project, context, told, { template: 'proposer-transferred' }),
    ...(former === undefined || former === event.proposer
      ? []
      : write(project, context, [person(former, 'former')], { template: 'proposer-replaced' })),
  ])
}

/** Members who are new, and those who are no longer in it; the carriers hear of it too. */
export const steeringGroupNamed = (
  event: Event<'steering-group-named'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const before = context.before?.steering ?? []
  const joined = event.members.filter((member) => !before.includes(member)).map((member) => person(member, 'steering'))
  const left = before.filter((member) => !event.members.includes(member)).map((member) => person(member, 'former'))
  const actor = actorOf(context)
  const carriers = unlessActing([...theLead(project), ...theProposer(project)], actor)
  return oncePerRecipient([
    ...write(project, context, [...joined, ...carriers, ...secretariatUnlessActing(actor)], {
      template: 'steering-group-named',
      members: event.members.length,
    }),
    ...write(project, context, left, { template: 'steering-group-left' }),
  ])
}

const aboutAuthorities = (project: Project, context: ProjectLetterContext) => {
  const actor = actorOf(context)
  return [...unlessActing([...theLead(project), ...theProposer(project)], actor), ...secretariatUnlessActing(actor)]
}

export const authorityJoined = (
  event: Event<'authority-joined'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(project, context, aboutAuthorities(project, context), {
    template: 'authority-joined',
    authority: event.authority,
    pledge: event.pledge,
  })

export const authorityLeft = (
  event: Event<'authority-left'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(project, context, aboutAuthorities(project, context), {
    template: 'authority-left',
    authority: event.authority,
    remaining: project.authorities.length,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
  })

/** To owners of conditions, too: their clocks stand still as well. */
export const paused = (event: Event<'paused'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...everybody(project), ...unlessActing(ownersOfOpenConditions(project), actorOf(context))], {
    template: 'paused',
    reason: event.reason,
    lookAgainAt: event.lookAgainAt,
  })

/** An owner of a condition who has no other part hears until when it is to be fulfilled now. */
export const resumed = (_: Event<'resumed'>, project: Project, context: ProjectLetterContext): Letters => {
  const body = { template: 'resumed' } as const
  const ofConditions = project.due
    .filter(({ kind }) => kind === 'condition')
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .flatMap((item) => {
      const owners = project.conditions.filter(({ number }) => number === item.about)
      const told = owners.map(({ owner }) => holder(owner, 'owner'))
      return write(project, context, unlessActing(told, actorOf(context)), body, { move: moveOfItem(project, item) })
    })
  return oncePerRecipient([...write(project, context, everybody(project), body), ...ofConditions])
}

const conditionOf = (project: Project, number: number) =>
  project.conditions.find((condition) => condition.number === number)

export const conditionFulfilled = (
  event: Event<'condition-fulfilled'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const condition = conditionOf(project, event.condition)
  const actor = actorOf(context)
  const owner = condition === undefined ? [] : [person(condition.owner, 'owner')]
  const told = [...unlessActing([...theLead(project), ...owner], actor), ...secretariatUnlessActing(actor)]
  return write(
    project,
    context,
    told,
    {
      template: 'condition-fulfilled',
      number: event.condition,
      text: condition?.text ?? '',
      evidence: event.evidence,
      open: project.conditions.filter(({ state }) => state === 'open').length,
    },
    { move: moveOf(project) },
  )
}

export const conditionWaived = (
  event: Event<'condition-waived'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const condition = conditionOf(project, event.condition)
  const owner = condition === undefined ? [] : [person(condition.owner, 'owner')]
  const told = [...owner, ...theLead(project), ...secretariatUnlessActing(actorOf(context))]
  return write(project, context, told, {
    template: 'condition-waived',
    number: event.condition,
    text: condition?.text ?? '',
    reason: event.reason,
  })
}
