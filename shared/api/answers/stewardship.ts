import * as z from 'zod/mini'
import { changeStates } from '../../domain/stewardship/changes.ts'
import type { ThemeCounts } from '../../domain/stewardship/evaluation.ts'
import { confirmedItems, type OnboardingItem } from '../../domain/stewardship/onboarding.ts'
import { slaMeasures } from '../../domain/stewardship/sla.ts'
import { criterionId } from '../fields.ts'
import { decisionFields } from './decision.ts'
import { mirror } from './mirror.ts'
import { assessedLevel, count, day, instant, money, text } from './parts.ts'

const colours = z.strictObject({ green: count, yellow: count, red: count, grey: count })
/** How many criteria of each theme have each colour. */
export const themes = mirror<ThemeCounts>()(
  z.strictObject({ relevance: colours, form: colours, strategy: colours, governance: colours }),
)

export const liveAuthorities = z.array(z.strictObject({ authority: text, on: day }))

const shownItems = [
  'licence',
  'two-authorities-live',
  'coordination-group',
  'board-approval',
  'conditions-settled',
] as const
export const onboardingItem = mirror<OnboardingItem>()(z.enum([...confirmedItems, ...shownItems]))
export const confirmation = z.strictObject({ item: z.enum(confirmedItems), evidence: text })

export const slaValues = z.strictObject({
  availability: z.exactOptional(count),
  response: z.exactOptional(count),
  resolution: z.exactOptional(count),
})

const fixedBy = z.enum(['secretariat', 'board'])
/** The level an evaluation fixed, or the board. */
export const assessmentFields = {
  level: assessedLevel,
  at: instant,
  by: fixedBy,
  missingForNext: z.array(criterionId),
}

/** What a project has on its way to a product and as one. */
export const stewardship = {
  live: liveAuthorities,
  graduatedAt: z.exactOptional(instant),
  onboarding: z.exactOptional(z.strictObject({ confirmed: z.array(confirmation), missing: z.array(onboardingItem) })),
  coordination: z.exactOptional(z.strictObject({ members: count })),
  changes: z.array(
    z.strictObject({
      number: count,
      title: text,
      text,
      state: z.enum(changeStates),
      assessment: z.exactOptional(text),
      cost: z.exactOptional(money),
      reason: z.exactOptional(text),
      answerDueAt: z.exactOptional(instant),
    }),
  ),
  sla: z.exactOptional(
    z.strictObject({
      targets: z.exactOptional(slaValues),
      results: z.array(
        z.strictObject({
          number: count,
          period: z.strictObject({ from: day, to: day }),
          results: slaValues,
          targets: slaValues,
          breaches: z.array(z.enum(slaMeasures)),
          note: z.exactOptional(text),
        }),
      ),
      resultDueAt: z.exactOptional(instant),
    }),
  ),
  adaptations: z.array(
    z.strictObject({ number: count, at: instant, title: text, text, reason: text, criterion: criterionId }),
  ),
  selfEvaluatedAt: z.exactOptional(instant),
  assessments: z.array(
    z.strictObject({
      number: count,
      ...assessmentFields,
      reason: z.exactOptional(text),
      themes,
      changedCriteria: z.array(criterionId),
      published: z.boolean(),
    }),
  ),
  dispute: z.exactOptional(z.strictObject({ wanted: assessedLevel, reason: text })),
  decisionLog: z.array(
    z.union([
      z.strictObject({ kind: z.literal('decision'), at: instant, ...decisionFields }),
      z.strictObject({
        kind: z.literal('level'),
        at: instant,
        by: fixedBy,
        from: z.exactOptional(assessedLevel),
        to: assessedLevel,
        missingForNext: z.array(criterionId),
        reason: z.exactOptional(text),
      }),
    ]),
  ),
}
