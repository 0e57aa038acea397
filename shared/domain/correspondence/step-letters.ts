import { dateOf, daysBetween } from '../calendar/days.ts'
import type { Consequence, DueItem, Party } from '../deadlines/due-item.ts'
import { stepsOf } from '../deadlines/steps.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import type { ProcessSettings } from '../settings.ts'
import {
  type Addressee,
  coordinationGroup,
  holder,
  office,
  steeringGroup,
  theEvaluators,
  theLead,
  theProposer,
} from './addressees.ts'
import type { Letter } from './letter.ts'
import type { LetterBody, Threat } from './letter-body.ts'
import { moveOfItem } from './next-move.ts'
import { type ProjectLetterContext, write } from './writing.ts'

type StepTaken = ProjectEvent & { readonly type: 'step-taken' }

/** Who a party of the clock table is, on this project. */
const people = (party: Party, project: Project, item: DueItem | undefined): readonly Addressee[] => {
  switch (party) {
    case 'proposer':
      return theProposer(project)
    case 'lead':
      return theLead(project)
    case 'steering':
      return steeringGroup(project)
    case 'steering-or-proposer':
      return project.steering.length > 0 ? steeringGroup(project) : theProposer(project)
    case 'steering-or-secretariat':
      return project.steering.length > 0 ? steeringGroup(project) : [office('secretariat')]
    case 'evaluators':
      return theEvaluators(project)
    case 'coordination':
      return coordinationGroup(project)
    case 'owner':
      return project.conditions
        .filter(({ number }) => number === item?.about)
        .map(({ owner }) => holder(owner, 'owner'))
    case 'secretariat':
    case 'chair':
    case 'board':
      return [office(party)]
  }
}

/** The event that a consequence becomes: its letters tell of the step too. */
const toldBy: Record<Exclude<Consequence, 'none'>, ProjectEvent['type']> = {
  withdraw: 'withdrawn',
  reconsider: 'reconsideration-opened',
  accept: 'report-accepted',
  erase: 'content-erased',
}

/** What comes of it if nobody acts: the next step that does more than tell. */
export const threatOf = (item: DueItem, after: string, settings: ProcessSettings): Threat | undefined => {
  const steps = stepsOf(item, settings)
  const step = steps
    .slice(steps.findIndex(({ name }) => name === after) + 1)
    .find((next) => next.consequence !== 'none')
  return step === undefined || step.consequence === 'none' ? undefined : { consequence: step.consequence, at: step.at }
}

/** What a reminder or an overdue step says. @param condition what the condition asks for that is due */
export const stepBody = (
  step: { readonly step: string; readonly at: string },
  item: DueItem,
  now: string,
  settings: ProcessSettings,
  condition?: string,
): LetterBody => {
  const threat = threatOf(item, step.step, settings)
  const facts = {
    kind: item.kind,
    dueAt: item.dueAt,
    ...(item.about === undefined ? {} : { about: item.about }),
    ...(condition === undefined ? {} : { condition }),
    ...(threat === undefined ? {} : { threat }),
  }
  return step.step.startsWith('overdue')
    ? { template: 'overdue', ...facts, days: Math.max(1, daysBetween(dateOf(item.dueAt), dateOf(now))) }
    : { template: 'reminder', ...facts }
}

/** A reminder, or a rung of the ladder. One whose consequence came with it is told by that consequence's own letters. */
export const stepTaken = (event: StepTaken, project: Project, context: ProjectLetterContext): readonly Letter[] => {
  const { consequence } = event
  const { events, at } = context.commit
  if (consequence !== 'none' && events.some(({ type }) => type === toldBy[consequence])) return []
  // As it stood when the step fired: the commit may have closed the item.
  const asked = context.before ?? project
  const item = asked.due.find(({ key }) => key === event.item)
  if (item === undefined) return []
  const addressees = event.to.flatMap((party) => people(party, asked, item))
  const { text } = asked.conditions.find(({ number }) => item.kind === 'condition' && number === item.about) ?? {}
  return write(project, context, addressees, stepBody(event, item, at, context.settings, text), {
    move: moveOfItem(asked, item),
    reminder: !event.step.startsWith('overdue'),
  })
}
