import { actsAsSecretariat } from '../actor.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import type { Change } from '../stewardship/changes.ts'
import {
  type Addressee,
  capacityOf,
  coordinationGroup,
  coordinationMembers,
  everybody,
  office,
  ownersOfOpenConditions,
  person,
  secretariatUnlessActing,
  steeringGroup,
  theLead,
  unlessActing,
} from './addressees.ts'
import { partsOf } from './erasure-letters.ts'
import type { Letter } from './letter.ts'
import { moveOf, moveOfItem, type OpenMove } from './next-move.ts'
import { actorOf, oncePerRecipient, type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }
type Letters = readonly Letter[]

const noted = (note: string | undefined) => (note === undefined ? {} : { note })

const toCheck = (by: string): OpenMove => ({ task: 'check-graduation', party: 'secretariat', by })

/** Those who carry it now: the lead until it is a product, the coordination group from then on. */
const carriers = (project: Project): readonly Addressee[] =>
  project.state === 'product' ? coordinationGroup(project) : theLead(project)

/** With enough authorities live it is the secretariat's move: it looks whether this is a product. */
export const wentLive = (event: Event<'went-live'>, project: Project, context: ProjectLetterContext): Letters => {
  const { authority, on, note, graduationDueAt } = event
  const actor = actorOf(context)
  const others = unlessActing([...carriers(project), ...steeringGroup(project)], actor)
  return write(
    project,
    context,
    [...others, ...secretariatUnlessActing(actor)],
    {
      template: 'went-live',
      authority,
      on,
      live: project.live.length,
      ...noted(note),
      ...(graduationDueAt === undefined ? {} : { graduationDueAt }),
    },
    graduationDueAt === undefined ? {} : { move: toCheck(graduationDueAt) },
  )
}

/** Members who are new, a new chair, and those who are no longer in it; whoever carries the project hears of it too. */
export const coordinationGroupNamed = (
  event: Event<'coordination-group-named'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const before = context.before?.coordination
  const former = before?.members ?? []
  const actor = actorOf(context)
  const joined = event.members
    .filter((member) => !former.includes(member) || (member === event.chair && member !== before?.chair))
    .map((member) => person(member, 'coordination'))
  const left = former.filter((member) => !event.members.includes(member)).map((member) => person(member, 'former'))
  const others = unlessActing(theLead(project), actor)
  return oncePerRecipient([
    ...write(project, context, [...joined, ...others, ...secretariatUnlessActing(actor)], ({ to }) => ({
      template: 'coordination-group-named',
      members: event.members.length,
      chair: 'contact' in to && to.contact === event.chair,
      isProduct: project.state === 'product',
    })),
    ...write(project, context, left, { template: 'coordination-group-left' }),
  ])
}

/** What is missing, to those who can bring it about; the secretariat, which looked, looks again. */
export const graduationChecked = (
  event: Event<'graduation-checked'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(
    project,
    context,
    [...theLead(project), ...coordinationMembers(project)],
    { template: 'graduation-checked', missing: event.missing, ...noted(event.note) },
    { move: toCheck(event.checkAgainAt) },
  )

const liveIn = ({ live }: Project): readonly string[] => live.map(({ authority }) => authority)

/** The board, where the same commit does not tell it by a letter of its own. */
const boardUnlessInformed = ({ commit }: ProjectLetterContext) =>
  commit.events.some(({ type }) => type === 'board-informed') ? [] : [office('board')]

/** A product at last: everybody hears of it, the board by the event of that name where it has never heard of it before. */
export const graduated = (_: Event<'graduated'>, project: Project, context: ProjectLetterContext): Letters => {
  const selfEvaluation = project.due.find(({ kind }) => kind === 'self-evaluation')
  return write(
    project,
    context,
    [...everybody(project), ...secretariatUnlessActing(actorOf(context)), ...boardUnlessInformed(context)],
    {
      template: 'graduated',
      live: liveIn(project),
      ...(selfEvaluation === undefined ? {} : { selfEvaluationDueAt: selfEvaluation.dueAt }),
    },
  )
}

/** An end, and a good one: to all who had a part, with the owners of conditions that count no longer, and to the board. */
export const completed = (event: Event<'completed'>, project: Project, context: ProjectLetterContext): Letters => {
  const owners = ownersOfOpenConditions(context.before)
  return write(
    project,
    context,
    [
      ...everybody(project),
      ...unlessActing(owners, actorOf(context)),
      ...secretariatUnlessActing(actorOf(context)),
      ...boardUnlessInformed(context),
    ],
    { template: 'completed', live: liveIn(project), ...noted(event.note) },
  )
}

export const retired = (event: Event<'retired'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...everybody(project), ...secretariatUnlessActing(actorOf(context)), office('board')], {
    template: 'retired',
    reason: event.reason,
  })

/** The one who asked, as somebody a receipt can go to: a member of the board asks as a person. */
const requester = (project: Project, context: ProjectLetterContext): readonly Addressee[] => {
  const actor = actorOf(context)
  if (actor.kind !== 'person' || actsAsSecretariat(actor)) return []
  const as = capacityOf(project, actor)
  return as === 'coordination' ? [] : [person(actor.id, as === 'chair' || as === 'board' ? 'member' : as)]
}

/** The answer is the coordination group's move; whoever asked has a receipt. */
export const changeRequested = (
  event: Event<'change-requested'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const { number, title, text } = event
  const asked = requester(project, context)
  const move = moveOfItem(project, { kind: 'change', about: number, dueAt: event.answerDueAt })
  return write(
    project,
    context,
    [...unlessActing(coordinationGroup(project), actorOf(context)), ...asked],
    (addressee) => ({
      template: 'change-received',
      number,
      title,
      text,
      receipt: asked.includes(addressee),
    }),
    { move },
  )
}

const changeOf = (project: Project, number: number): Pick<Change, 'title' | 'assessment' | 'cost' | 'requester'> =>
  project.changes.find((change) => change.number === number) ?? { title: '' }

/** The one who asked, in the part they have now, if they still have one. */
const whoAsked = (project: Project, number: number): readonly Addressee[] => {
  const { requester } = changeOf(project, number)
  if (requester === undefined) return []
  const [part] = partsOf(project, requester.contact)
  return [person(requester.contact, part ?? (requester.onBoard ? 'member' : 'former'))]
}

/**
 * To those who act on the answer, save whoever gave it: the coordination group carries out what was accepted; beyond the
 * frame it is the steering group's move, without one the secretariat's. Whoever asked hears the answer, once it is one.
 */
export const changeDecided = (
  event: Event<'change-decided'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const { number, outcome, by, reason, answerDueAt } = event
  const { title, assessment, cost } = changeOf(project, number)
  const actor = actorOf(context)
  const others = unlessActing(
    [...coordinationGroup(project), ...(by === 'steering' ? steeringGroup(project) : [])],
    actor,
  )
  const above = project.steering.length > 0 ? steeringGroup(project) : [office('secretariat')]
  return write(
    project,
    context,
    // Whoever handed it on may be in the other group too, and has the move there.
    answerDueAt === undefined ? [...others, ...unlessActing(whoAsked(project, number), actor)] : [...above, ...others],
    {
      template: 'change-decided',
      number,
      title,
      outcome,
      by,
      reason,
      ...(assessment === undefined ? {} : { assessment }),
      ...(cost === undefined ? {} : { cost: cost.amount }),
    },
    {
      move:
        answerDueAt === undefined
          ? moveOf(project)
          : moveOfItem(project, { kind: 'escalated-change', about: number, dueAt: answerDueAt }),
    },
  )
}

/** To the groups that follow the product, and to whoever asked for it. */
export const changeDone = (event: Event<'change-done'>, project: Project, context: ProjectLetterContext): Letters => {
  const told = [...coordinationGroup(project), ...steeringGroup(project), ...whoAsked(project, event.number)]
  return write(project, context, unlessActing(told, actorOf(context)), {
    template: 'change-done',
    number: event.number,
    title: changeOf(project, event.number).title,
    ...noted(event.note),
  })
}

/** The targets bind the coordination group, which tells how each period went. */
export const slaSet = (event: Event<'sla-set'>, project: Project, context: ProjectLetterContext): Letters => {
  const actor = actorOf(context)
  const next = project.due.find(({ kind }) => kind === 'sla-result')
  return write(
    project,
    context,
    [
      ...unlessActing([...coordinationGroup(project), ...steeringGroup(project)], actor),
      ...secretariatUnlessActing(actor),
    ],
    { template: 'sla-set', targets: event.targets },
    next === undefined ? {} : { move: moveOfItem(project, next) },
  )
}

/** Only a period that missed a target is told of: one that kept them asks nothing of anybody. */
export const slaResultRecorded = (
  event: Event<'sla-result-recorded'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const { period, targets, results, breaches, note } = event
  if (breaches.length === 0) return []
  const missed = breaches.map((measure) => ({
    measure,
    target: targets[measure] as number,
    result: results[measure] as number,
  }))
  return write(project, context, [...coordinationGroup(project), ...steeringGroup(project), office('secretariat')], {
    template: 'sla-breach',
    period,
    missed,
    ...noted(note),
  })
}

export const adaptationRecorded = (
  event: Event<'adaptation-recorded'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const actor = actorOf(context)
  const { title, text, reason, criterion } = event
  return write(
    project,
    context,
    [
      ...unlessActing([...coordinationGroup(project), ...steeringGroup(project)], actor),
      ...secretariatUnlessActing(actor),
    ],
    { template: 'adaptation-recorded', title, text, reason, criterion },
  )
}
