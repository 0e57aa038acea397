import type { Role } from '../domain/actor.ts'
import type { Outcome } from '../domain/board/votes.ts'
import type { CriterionId } from '../domain/criteria.ts'
import type { MeetingStateName } from '../domain/meeting/state.ts'
import type { ProjectStateName } from '../domain/project/state.ts'
import type { ReturnReasonCode } from '../domain/return-reasons.ts'
import type { OnboardingItem } from '../domain/stewardship/onboarding.ts'
import type { ProjectTheme } from '../domain/theme.ts'
import { labels as da } from './da/labels.ts'
import { labels as en } from './en/labels.ts'
import type { Language } from './language.ts'
import { onDemand } from './on-demand.ts'

/** What the parts of the process are called, to people. */
export interface Labels {
  readonly criteria: Readonly<Record<CriterionId, string>>
  readonly returnReasons: Readonly<Record<ReturnReasonCode, string>>
  readonly states: Readonly<Record<ProjectStateName | MeetingStateName, string>>
  readonly roles: Readonly<Record<Role, string>>
  /** What an idea is about. */
  readonly themes: Readonly<Record<ProjectTheme, string>>
  /** What a product must have in place, by item of the onboarding checklist. */
  readonly onboarding: Readonly<Record<OnboardingItem, string>>
  /** What a decision comes to, as it is said of a case. */
  readonly outcomes: Readonly<Record<Outcome, string>>
  /** What usually happens next after a decision, where whoever decides does not say. */
  readonly nextSteps: Readonly<Record<Outcome, string>>
}

export const labels: Readonly<Record<Language, Labels>> = onDemand({ da, en })
