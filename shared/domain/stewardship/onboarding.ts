import type { Outcome } from '../board/votes.ts'
import type { Project } from '../project/state.ts'

/**
 * What must be in place before a project becomes a product (the association's onboarding). The first ones are confirmed by a
 * person with evidence; the others are seen from the project itself.
 */
export const confirmedItems = ['governance-and-financing', 'documentation', 'agreements-and-tools'] as const
export type ConfirmedItem = (typeof confirmedItems)[number]
export type OnboardingItem =
  | ConfirmedItem
  | 'licence'
  | 'two-authorities-live'
  | 'coordination-group'
  | 'board-approval'
  | 'conditions-settled'

/** A person's word for an item, with what shows it: a text or a link. */
export interface Confirmation {
  readonly item: ConfirmedItem
  readonly evidence: string
}

/** From so many authorities on, what is live serves more than its maker. */
export const authoritiesForProduct = 2

/** Open source by OSI's word (F2): the secretariat found it so, or, before it has looked, the project says so. */
const isOpenSource = ({ answers, evaluations }: Project): boolean => {
  const found = evaluations.F2?.colour ?? 'grey'
  return found === 'grey' ? answers.F2?.answer === 'yes' : found === 'green'
}

const yes: readonly Outcome[] = ['approve', 'continue', 'rescope']

/**
 * G5, from level 2: the board, or the general assembly in its place, has said yes since it last came through idea generation.
 * Letting a project go on whose level was raised is such a yes.
 */
const isApproved = ({ level, decisions, returns }: Project): boolean =>
  level === 1 ||
  decisions.some(
    ({ by, outcome, at }) => by !== 'secretariat' && yes.includes(outcome) && at >= (returns.at(-1)?.at ?? ''),
  )

/** What a project still lacks to become a product; empty when it may. */
export const missingForProduct = (
  project: Project,
  confirmed: readonly Confirmation[] = project.onboarding,
): readonly OnboardingItem[] => {
  const there: Readonly<Record<OnboardingItem, boolean>> = {
    licence: isOpenSource(project),
    'two-authorities-live': project.live.length >= authoritiesForProduct,
    'governance-and-financing': isConfirmed(confirmed, 'governance-and-financing'),
    documentation: isConfirmed(confirmed, 'documentation'),
    'coordination-group': project.coordination !== undefined,
    'agreements-and-tools': isConfirmed(confirmed, 'agreements-and-tools'),
    'board-approval': isApproved(project),
    'conditions-settled': project.conditions.every(({ state }) => state !== 'open'),
  }
  return (Object.keys(there) as OnboardingItem[]).filter((item) => !there[item])
}

const isConfirmed = (confirmed: readonly Confirmation[], wanted: ConfirmedItem): boolean =>
  confirmed.some(({ item }) => item === wanted)

/** Confirmations with newer ones in the place of older ones, in the order of the list. */
export const withConfirmed = (
  before: readonly Confirmation[],
  newer: readonly Confirmation[],
): readonly Confirmation[] =>
  confirmedItems.flatMap((item) => [...before, ...newer].filter((one) => one.item === item).slice(-1))
