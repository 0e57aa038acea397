import { changedCriteria } from '../criteria.ts'
import type { Level } from '../level.ts'
import { changedFields } from '../project/changed-fields.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import {
  capacityOf,
  companions,
  coordinationMembers,
  everybody,
  office,
  ownersOfOpenConditions,
  secretariatUnlessActing,
  theLead,
  theProposer,
  unlessActing,
} from './addressees.ts'
import type { Letter } from './letter.ts'
import { moveOf, moveOfRevision } from './next-move.ts'
import { actorOf, erasedAt, type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }
type Letters = readonly Letter[]

export const submitted = (event: Event<'submitted'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...theProposer(project), office('secretariat')], {
    template: 'received',
    kind: event.kind,
    authority: event.concept.authority,
  })

export const placed = (event: Event<'placed'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...theProposer(project), ...companions(project)], {
    template: 'level-placed',
    level: event.level,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
  })

/** A concept that is ready changes hands between board and secretariat; a running project's board hears of the reconsideration. */
export const levelChanged = (event: Event<'level-changed'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...everybody(project), ...(project.state === 'ready' ? [office('board')] : [])], {
    template: 'level-changed',
    from: event.from,
    to: event.to,
    reason: event.reason,
    ...(event.effectiveAt > context.commit.at ? { effectiveAt: event.effectiveAt } : {}),
  })

/** To those in the dialogue, save the one who spoke. */
export const commented = (event: Event<'commented'>, project: Project, context: ProjectLetterContext): Letters => {
  const actor = actorOf(context)
  const carriers = project.state === 'product' ? coordinationMembers(project) : theLead(project)
  const others = unlessActing([...theProposer(project), ...carriers], actor)
  return write(project, context, [...others, ...secretariatUnlessActing(actor)], {
    template: 'comment',
    by: capacityOf(project, actor),
    text: event.text,
    ...(event.criterion === undefined ? {} : { criterion: event.criterion }),
  })
}

/** To the other side of the table: the secretariat looks at what the proposer wrote, the proposer at what it wrote for them. */
export const revised = (event: Event<'revised'>, project: Project, context: ProjectLetterContext): Letters => {
  const actor = actorOf(context)
  const { before = project } = context
  return write(
    project,
    context,
    unlessActing([office('secretariat'), ...theProposer(project), ...companions(project)], actor),
    {
      template: 'revised',
      by: capacityOf(project, actor),
      changedCriteria: changedCriteria(before.answers, event.answers),
      changedFields: changedFields(before.concept, event.concept),
    },
    { move: moveOfRevision(project) ?? moveOf(project) },
  )
}

/** The concept goes to the board; on level 1 it stays with the secretariat, which marked it ready itself. */
export const markedReady = (event: Event<'marked-ready'>, project: Project, context: ProjectLetterContext): Letters => {
  const level = project.level as Level
  const board = level === 1 ? [] : [office('board')]
  return write(project, context, [...theProposer(project), ...companions(project), ...board], {
    template: 'concept-ready',
    level,
    ...(event.note === undefined ? {} : { note: event.note }),
  })
}

/** The secretariat is told when the board returns: it helps to shape it again. Owners hear that their conditions no longer count. */
export const returned = (event: Event<'returned'>, project: Project, context: ProjectLetterContext): Letters => {
  const before = context.before
  const owners = ownersOfOpenConditions(before)
  const secretariat = event.from === 'board' ? [office('secretariat')] : []
  return write(project, context, [...everybody(project), ...owners, ...secretariat], {
    template: 'returned',
    from: event.from,
    reasons: event.reasons,
    comeBackWith: event.comeBackWith,
    loop: event.loop,
    wasRunning: before?.startedAt !== undefined && before.state === 'reconsideration',
    ...(event.decision === undefined ? {} : { decision: event.decision }),
  })
}

export const resubmitted = (event: Event<'resubmitted'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [office('secretariat'), ...theProposer(project), ...companions(project)], {
    template: 'resubmitted',
    loop: project.returns.length,
    changedCriteria: event.changedCriteria,
    changedFields: event.changedFields,
    ...(event.note === undefined ? {} : { note: event.note }),
  })

export const merged = (event: Event<'merged'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, everybody(project), {
    template: 'merged',
    into: event.into,
    title: context.titles.get(event.into) ?? event.into,
    reason: event.reason,
    ...erasedAt(event),
  })

/** The other side of a merge: those who carry the project that lives on. The newcomer is told by the side that ended. */
export const joinedBy = (event: Event<'joined-by'>, project: Project, context: ProjectLetterContext): Letters => {
  const carriers = [...theLead(project), ...theProposer(project)].filter(
    ({ to }) => !('contact' in to && to.contact === event.contact),
  )
  return write(project, context, carriers, {
    template: 'merged-in',
    title: context.titles.get(event.project) ?? event.project,
    authority: event.authority,
  })
}

/** A receipt for the proposer; the board is told where it was to decide, owners of conditions that theirs count no longer. */
export const withdrawn = (event: Event<'withdrawn'>, project: Project, context: ProjectLetterContext): Letters => {
  const { before } = context
  const waited = (before?.state === 'ready' || before?.state === 'reconsideration') && project.level !== 1
  const owners = ownersOfOpenConditions(before)
  const board = waited ? [office('board')] : []
  return write(
    project,
    context,
    [...theProposer(project), ...everybody(project), ...owners, office('secretariat'), ...board],
    {
      template: 'withdrawn',
      by: event.by,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      ...erasedAt(event),
    },
  )
}

export const reopened = (event: Event<'reopened'>, project: Project, context: ProjectLetterContext): Letters =>
  write(project, context, [...theProposer(project), ...everybody(project)], {
    template: 'reopened',
    reason: event.reason,
  })
