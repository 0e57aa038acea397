import { dateOf } from '../../calendar/days.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { authoritiesForProduct, missingForProduct, withConfirmed } from '../../stewardship/onboarding.ts'
import type { Instant } from '../../time.ts'
import type { ProjectEvent } from '../events.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'

/** With enough authorities live the secretariat looks whether it is a product, unless it does so already or it is one. */
export const graduationDue = (
  project: Project,
  live: number,
  { now, settings }: Pick<DecisionContext, 'now' | 'settings'>,
): { readonly graduationDueAt?: Instant } =>
  live < authoritiesForProduct || project.state === 'product' || project.due.some(({ kind }) => kind === 'graduation')
    ? {}
    : { graduationDueAt: dueDate('graduation', project.level, now, settings) }

/** The result goes live in an authority; one that took no part until now takes part from here on. */
export const goLive = (
  project: Project,
  { authority, on, note }: Command<'go-live'>,
  context: DecisionContext,
): Decided => {
  if (on > dateOf(context.now)) return refuse('invalid', 'date-in-future', { at: ['on'] })
  if (project.live.some((one) => one.authority === authority)) return []
  const takesPart = project.authorities.some((participation) => participation.authority === authority)
  const joined: readonly ProjectEvent[] = takesPart ? [] : [{ type: 'authority-joined', authority, pledge: {} }]
  return [
    ...joined,
    {
      type: 'went-live',
      authority,
      on,
      ...(note === undefined ? {} : { note }),
      ...graduationDue(project, project.live.length + 1, context),
    },
  ]
}

/** Those who will follow the product. The chair is one of them. */
export const nameCoordinationGroup = (_: Project, { members, chair }: Command<'name-coordination-group'>): Decided => {
  const distinct = [...new Set(members)]
  return distinct.includes(chair)
    ? [{ type: 'coordination-group-named', members: distinct, chair }]
    : refuse('invalid', 'chair-not-member', { at: ['chair'] })
}

/** Goes through the checklist. Complete, it is a product; else what was confirmed is kept, and it is looked at again. */
export const checkGraduation = (
  project: Project,
  { confirmed, note }: Command<'check-graduation'>,
  context: DecisionContext,
): Decided => {
  const together = withConfirmed(project.onboarding, confirmed)
  const missing = missingForProduct(project, together)
  if (missing.length === 0) return becomeProduct(project, together, context)
  return [
    {
      type: 'graduation-checked',
      confirmed: together,
      missing,
      ...(note === undefined ? {} : { note }),
      checkAgainAt: dueDate('graduation', project.level, context.now, context.settings),
    },
  ]
}

/** The project becomes a product; refused with what is missing of the checklist. */
export const graduate = (project: Project, { confirmed }: Command<'graduate'>, context: DecisionContext): Decided => {
  const together = withConfirmed(project.onboarding, confirmed)
  const missing = missingForProduct(project, together)
  return missing.length === 0 ? becomeProduct(project, together, context) : refuseIncomplete(missing)
}

const refuseIncomplete = (missing: ReturnType<typeof missingForProduct>): Refusal =>
  refuse('illegal-in-state', 'onboarding-incomplete', { facts: { missing } })

/** A finished solution taken over on level 1 goes straight from the secretariat's desk: the board hears of it (G4). */
const becomeProduct = (
  project: Project,
  confirmed: ReturnType<typeof withConfirmed>,
  { now, settings }: DecisionContext,
): readonly ProjectEvent[] => {
  const isEvaluated = project.due.some(({ kind }) => kind === 'self-evaluation')
  const graduated = {
    type: 'graduated',
    confirmed,
    ...(isEvaluated ? {} : { selfEvaluationDueAt: dueDate('self-evaluation', project.level, now, settings) }),
  } as const
  return project.state === 'ready' ? [graduated, { type: 'board-informed', of: 'graduated' }] : [graduated]
}

/** Done, but of use to one authority only: it ends well, and is no product. Taken over on level 1, the board hears of it (G4). */
export const complete = (project: Project, { note }: Command<'complete'>): Decided => {
  const live = project.live.length
  if (live === 0) return refuse('illegal-in-state', 'serves-too-few')
  if (live >= authoritiesForProduct) return refuse('illegal-in-state', 'serves-too-many', { facts: { live } })
  const completed = { type: 'completed', ...(note === undefined ? {} : { note }) } as const
  return project.state === 'ready' ? [completed, { type: 'board-informed', of: 'completed' }] : [completed]
}
