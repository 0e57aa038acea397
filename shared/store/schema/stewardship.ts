import * as z from 'zod/mini'
import { type Confirmation, confirmedItems, type OnboardingItem } from '../../domain/stewardship/onboarding.ts'
import type { SlaValues } from '../../domain/stewardship/sla.ts'
import { once } from './made-once.ts'
import { count, freeText } from './scalars.ts'
import type { Shape } from './shape.ts'

export const confirmation = once(() =>
  z.strictObject({
    item: z.enum(confirmedItems),
    evidence: freeText,
  } satisfies Shape<Confirmation>),
)

export const onboardingItem = once(
  () =>
    z.enum([
      ...confirmedItems,
      'licence',
      'two-authorities-live',
      'coordination-group',
      'board-approval',
      'conditions-settled',
    ]) satisfies z.ZodMiniType<OnboardingItem>,
)

export const slaValues = once(() =>
  z.strictObject({
    availability: z.exactOptional(count),
    response: z.exactOptional(count),
    resolution: z.exactOptional(count),
  } satisfies Shape<SlaValues>),
)
