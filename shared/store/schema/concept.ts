import * as z from 'zod/mini'
import type { LevelProposal, Pointer } from '../../domain/classification.ts'
import type { Answer, Answers, Concept, Evaluation, Evaluations } from '../../domain/concept.ts'
import { projectThemes } from '../../domain/theme.ts'
import { money } from './economy.ts'
import { once } from './made-once.ts'
import { count, criterionId, freeText, level, word } from './scalars.ts'
import type { Shape } from './shape.ts'

export const concept = once(() =>
  z.strictObject({
    title: freeText,
    purpose: freeText,
    background: z.exactOptional(freeText),
    value: z.exactOptional(freeText),
    theme: z.exactOptional(z.enum(projectThemes)),
    authority: word,
    otherAuthorities: z.array(word),
    potentialAuthorities: z.exactOptional(count),
    backedByManagement: z.boolean(),
    nationalStrategy: z.exactOptional(freeText),
    businessCritical: z.enum(['no', 'own', 'many']),
    jointCost: z.exactOptional(money),
    licence: z.exactOptional(word),
    repository: z.exactOptional(word),
    procurement: z.exactOptional(freeText),
    architecture: z.exactOptional(freeText),
  } satisfies Shape<Concept>),
)

export const answers = once(
  () =>
    z.partialRecord(
      criterionId,
      z.strictObject({
        answer: z.enum(['yes', 'no', 'planned', 'not-relevant', 'dont-know']),
        text: z.exactOptional(freeText),
      } satisfies Shape<Answer>),
    ) satisfies z.ZodMiniType<Answers>,
)

export const evaluations = once(
  () =>
    z.partialRecord(
      criterionId,
      z.strictObject({
        colour: z.enum(['green', 'yellow', 'red', 'grey']),
        text: z.exactOptional(freeText),
      } satisfies Shape<Evaluation>),
    ) satisfies z.ZodMiniType<Evaluations>,
)

const because = once(() =>
  z.enum([
    'several-authorities',
    'many-could-use-it',
    'backed-by-management',
    'national-strategy',
    'business-critical-in-many',
    'joint-economy-above-threshold',
    'nothing-points-upward',
  ]),
)

export const levelProposal = once(() =>
  z.strictObject({
    level,
    pointers: z.array(
      z.strictObject({
        criterion: z.exactOptional(criterionId),
        points: level,
        because: because(),
      } satisfies Shape<Pointer>),
    ),
    missingForNext: z.array(because()),
    unmet: z.array(criterionId),
  } satisfies Shape<LevelProposal>),
)
