import type { DueItem } from '../deadlines/due-item.ts'
import { type ContactId, nobody } from '../identifiers.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project, ProjectStateName } from '../project/state.ts'
import { isMoveVacant, isVacant, whoseMove } from '../project/whose-move.ts'
import { type Addressee, office, person, theLead } from './addressees.ts'
import type { Letter } from './letter.ts'
import { moveOfItem, type OpenMove } from './next-move.ts'
import type { Part } from './product-letter-body.ts'
import { type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }

/** The parts that somebody had, by whose move comes first. */
export const partsOf = (project: Project, who: ContactId): readonly Part[] => {
  const { lead, proposer, coordination, steering, conditions, contacts } = project
  const has: Readonly<Record<Part, boolean>> = {
    lead: lead === who,
    proposer: proposer === who,
    coordination: coordination?.members.includes(who) ?? false,
    steering: steering.includes(who),
    owner: conditions.some(({ owner, state }) => owner === who && state === 'open'),
    contact: contacts.includes(who),
  }
  return (Object.keys(has) as Part[]).filter((part) => has[part])
}

const isVacated = (part: Part, project: Project): boolean => {
  switch (part) {
    case 'lead':
      return project.lead === undefined
    case 'proposer':
    case 'coordination':
      return isVacant(part, project)
    case 'owner':
      return project.conditions.some(({ owner, state }) => owner === nobody && state === 'open')
    case 'steering':
      return isUngoverned(project)
    case 'contact':
      return false
  }
}

/** Where a steering group has to be: what is approved or runs above level 1 (G6), or a change is more than others may decide. */
const isUngoverned = (project: Project): boolean =>
  project.steering.length === 0 &&
  ((project.level !== 1 && governed.includes(project.state)) || escalated(project) !== undefined)

const governed: readonly ProjectStateName[] = ['approved', 'implementation', 'reconsideration', 'paused']

const escalated = ({ due }: Project): DueItem | undefined => due.find(({ kind }) => kind === 'escalated-change')

/** A condition that is nobody's: the secretariat sees to it. */
const toFulfil = ({ due, conditions }: Project): OpenMove => {
  const ownerless = conditions.filter(({ owner }) => owner === nobody).map(({ number }) => number)
  const by = due.find(({ kind, about }) => kind === 'condition' && ownerless.some((number) => number === about))?.dueAt
  return { task: 'fulfil', party: 'secretariat', ...(by === undefined ? {} : { by }) }
}

/**
 * The successor gets a link. Without one, whoever has to act in the person's place hears of it: the proposer until
 * another lead is named; the secretariat where the move is nobody's, or a condition, or a steering group is missing.
 */
export const personErased = (
  event: Event<'person-erased'>,
  project: Project,
  context: ProjectLetterContext,
): readonly Letter[] => {
  const parts = context.before === undefined ? [] : partsOf(context.before, event.person)
  const { successor } = event
  if (successor !== undefined) {
    const heir = parts.map((part): Addressee => person(successor, part))
    return write(project, context, heir, { template: 'part-taken-over', parts })
  }
  const vacant = parts.filter((part) => isVacated(part, project))
  const { party } = whoseMove(project)
  const isMoved = isMoveVacant(project) || (party === 'lead' && vacant.includes('lead'))
  const isOwnerless = party !== 'nobody' && vacant.includes('owner')
  const isGroupMissing = vacant.includes('steering')
  if (!(isMoved || isOwnerless || isGroupMissing)) return []
  const told = party === 'lead' && vacant.includes('lead') ? theLead(project) : []
  return write(
    project,
    context,
    [...told, ...(isMoveVacant(project) || isOwnerless || isGroupMissing ? [office('secretariat')] : [])],
    { template: 'part-vacant', parts: vacant },
    isMoved ? {} : toDoInstead(project, isOwnerless),
  )
}

/** What falls to the secretariat where the move of the whole project stays with somebody. */
const toDoInstead = (project: Project, isOwnerless: boolean): { readonly move?: OpenMove } => {
  if (isOwnerless) return { move: toFulfil(project) }
  const change = escalated(project)
  return change === undefined ? {} : { move: moveOfItem(project, change) }
}
