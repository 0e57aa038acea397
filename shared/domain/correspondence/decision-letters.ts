import { actsAsSecretariat } from '../actor.ts'
import type { Level } from '../level.ts'
import type { ProjectEvent } from '../project/events.ts'
import { lacksSteeringGroup } from '../project/parts.ts'
import type { Project } from '../project/state.ts'
import {
  type Addressee,
  companions,
  everybody,
  office,
  ownersOfOpenConditions,
  steeringGroup,
  theEvaluators,
  theLead,
  theProposer,
} from './addressees.ts'
import type { Letter, Recipient } from './letter.ts'
import type { ConditionInLetter } from './letter-body.ts'
import { levelMove, moveOf, type OpenMove } from './next-move.ts'
import { actorOf, erasedAt, oncePerRecipient, type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }
type Letters = readonly Letter[]

/** What of the project lies before the board. */
const itemOf = (project: Project): 'concept' | 'reconsideration' | 'level' => {
  if (project.state === 'reconsideration') return 'reconsideration'
  return project.dispute === undefined ? 'concept' : 'level'
}

/** Those whom an item of the board's agenda is about, and whose move it is. */
const itemFor = (project: Project): { readonly affected: readonly Addressee[]; readonly move: OpenMove } =>
  itemOf(project) === 'level'
    ? { affected: theEvaluators(project), move: levelMove(project) }
    : {
        affected: [...theProposer(project), ...theLead(project), ...companions(project)],
        move: moveOf(project),
      }

/** The board learns of its agenda from the papers, and of a concept that is ready when it becomes so: here only those affected. */
export const putOnAgenda = (
  event: Event<'put-on-agenda'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const { affected, move } = itemFor(project)
  const { meetingAt } = event.meeting
  return write(project, context, affected, { template: 'on-agenda', meetingAt, item: itemOf(project) }, { move })
}

/** The board's members hear it from the meeting; the secretariat only where there is no meeting to move to, and it has to find one. */
export const postponed = (event: Event<'postponed'>, project: Project, context: ProjectLetterContext): Letters => {
  const secretariat = event.to === undefined ? [office('secretariat')] : []
  const { affected, move } = itemFor(project)
  return write(
    project,
    context,
    [...affected, ...secretariat],
    {
      template: 'postponed',
      why: event.why,
      ...(event.to === undefined ? {} : { to: event.to }),
    },
    { move },
  )
}

const isOwner = (to: Recipient, owner: string): boolean => 'contact' in to && to.contact === owner

const lacking = (project: Project): readonly ('lead' | 'steering-group')[] => [
  ...(project.lead === undefined ? (['lead'] as const) : []),
  ...(lacksSteeringGroup(project) ? (['steering-group'] as const) : []),
]

/** The decision to those who carry the project, each seeing the conditions; an owner who is none of them hears of the own condition. */
export const approved = (event: Event<'approved'>, project: Project, context: ProjectLetterContext): Letters => {
  const first = project.conditions.length - event.conditions.length + 1
  const conditionsFor = (to: Recipient): readonly ConditionInLetter[] =>
    event.conditions.map(({ text, owner, dueOn }, index) => ({
      number: first + index,
      text,
      dueOn,
      yours: isOwner(to, owner),
    }))
  const cadence = context.settings.clocks.report.days
  const firstReportAfter = typeof cadence === 'object' ? cadence[project.level as Level] : (cadence ?? 0)
  const told = write(project, context, [...everybody(project), office('secretariat')], ({ to }) => ({
    template: 'approved',
    decision: event.decision,
    conditions: conditionsFor(to),
    baseline: event.baseline,
    firstReportAfter,
    lacks: lacking(project),
  }))
  const given = ownersOfOpenConditions(project).flatMap((owner) => {
    const conditions = conditionsFor(owner.to).filter(({ yours }) => yours)
    const by = event.conditionsDueAt
      .filter((_, index) => conditions.some(({ number }) => number === first + index))
      .sort()[0]
    const move: OpenMove = { task: 'fulfil', party: 'owner', ...(by === undefined ? {} : { by }) }
    return write(
      project,
      context,
      conditions.length === 0 ? [] : [owner],
      { template: 'condition-given', conditions },
      { move },
    )
  })
  return oncePerRecipient([...told, ...given])
}

export const rejected = (event: Event<'rejected'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...theProposer(project), ...everybody(project), office('secretariat')], {
    template: 'rejected',
    decision: event.decision,
    ...erasedAt(event),
  })

export const reconsiderationOpened = (
  event: Event<'reconsideration-opened'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  // On level 1 the board is informed by the event of that name.
  const board = project.level === 1 ? [] : [office('board')]
  return write(
    project,
    context,
    [...everybody(project), ...ownersOfOpenConditions(project), ...board, office('secretariat')],
    { template: 'reconsideration-opened', grounds: event.grounds },
  )
}

/** Goes on, inside the old frame or a new one. The secretariat is told where it did not decide itself. */
export const goesOn = (
  event: Event<'continued'> | Event<'rescoped'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const changed = event.goesOn.conditions
  const owners = project.conditions
    .filter(({ number }) => changed.some((change) => change.number === number))
    .map(({ owner }) => ({ to: { contact: owner }, as: 'owner' as const }))
  const secretariat = event.decision.by === 'secretariat' ? [] : [office('secretariat')]
  return write(project, context, [...everybody(project), ...owners, ...secretariat], ({ to }) => ({
    template: 'reconsideration-decided',
    outcome: event.type === 'continued' ? 'continue' : 'rescope',
    decision: event.decision,
    ...(event.type === 'rescoped' ? { baseline: event.baseline } : {}),
    ...(event.type === 'continued' && event.endsOn !== undefined ? { endsOn: event.endsOn } : {}),
    ...(event.goesOn.startDueAt === undefined ? {} : { startDueAt: event.goesOn.startDueAt }),
    ...(event.goesOn.report === undefined ? {} : { reportDueAt: event.goesOn.report.dueAt }),
    conditions: changed.flatMap(({ number, dueOn }) =>
      project.conditions
        .filter((condition) => condition.number === number)
        .map(({ text, owner }) => ({
          number,
          text,
          yours: isOwner(to, owner),
          ...(dueOn === undefined ? {} : { dueOn }),
        })),
    ),
  }))
}

export const stopped = (event: Event<'stopped'>, project: Project, context: ProjectLetterContext): Letters => {
  const owners = ownersOfOpenConditions(context.before)
  const secretariat = event.decision.by === 'secretariat' ? [] : [office('secretariat')]
  return write(project, context, [...everybody(project), ...owners, ...secretariat], {
    template: 'stopped',
    decision: event.decision,
  })
}

/** G4: the board hears of a level 1 project that it does not decide on. */
export const boardInformed = (
  event: Event<'board-informed'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const decision = event.of === 'reconsideration-decided' ? project.decisions.at(-1) : undefined
  return write(project, context, [office('board')], {
    template: 'board-informed',
    of: event.of,
    grounds: project.state === 'reconsideration' ? project.grounds : [],
    ...(project.baseline === undefined ? {} : { baseline: project.baseline }),
    ...(decision === undefined ? {} : { decision }),
  })
}

/** The work begins. The secretariat is told where the lead began it. */
export const started = (event: Event<'started'>, project: Project, context: ProjectLetterContext): Letters => {
  const secretariat = actsAsSecretariat(actorOf(context)) ? [] : [office('secretariat')]
  return write(
    project,
    context,
    [...theLead(project), ...theProposer(project), ...steeringGroup(project), ...companions(project), ...secretariat],
    {
      template: 'started',
      baseline: event.baseline,
      reportDueAt: event.report.dueAt,
    },
  )
}
