import * as z from 'zod/mini'
import type { LevelProposal } from '../../domain/classification.ts'
import { dueKinds } from '../../domain/deadlines/due-item.ts'
import type { Variance } from '../../domain/economy/variance.ts'
import type { Ground, MeetingRef } from '../../domain/project/events.ts'
import { projectStates } from '../../domain/project/state.ts'
import type { MoveParty } from '../../domain/project/whose-move.ts'
import type { ReturnReason } from '../../domain/return-reasons.ts'
import { projectThemes } from '../../domain/theme.ts'
import { criterionId, level, returnReason } from '../fields.ts'
import { mirror } from './mirror.ts'

/** What several answers are made of. Texts are as they were sent: their limits stand in what a request takes. */

export const project = z.templateLiteral(['prj_', z.string()])
export const meeting = z.templateLiteral(['mtg_', z.string()])
export const contact = z.templateLiteral(['con_', z.string()])
/** UTC. */
export const instant = z.iso.datetime()
export const day = z.iso.date()
export const text = z.string()
export const count = z.int().check(z.nonnegative())
export const dueKind = z.enum(dueKinds)
export const state = z.enum(projectStates)
export const theme = z.enum(projectThemes)

const parties = ['secretariat', 'proposer', 'board', 'lead', 'coordination', 'nobody'] as const
export const party = mirror<MoveParty>()(z.enum(parties))

export const assessedLevel = z.literal(['sandbox', 1, 2, 3])

/** Acts by their names, as `docs/process.md` has them. */
export const acts = z.array(z.string())

export const money = z.strictObject({ amount: z.int(), currency: z.literal('DKK') })

export const outcomes = ['approve', 'return', 'reject', 'continue', 'rescope', 'stop', 'uphold', 'amend'] as const
export const outcome = z.enum(outcomes)
export const choice = z.enum([...outcomes, 'abstain'])
export const exclusion = z.enum(['proposer', 'lead', 'steering', 'declared'])

export const meetingRef = mirror<MeetingRef>()(z.strictObject({ meeting, meetingAt: instant }))

export const citedReason = mirror<ReturnReason>()(
  z.strictObject({
    code: returnReason.def.shape.code,
    criteria: z.array(criterionId),
    text: z.exactOptional(text),
  }),
)

export const variance = mirror<Variance>()(
  z.strictObject({
    overrun: z.int(),
    overrunBasisPoints: z.int(),
    delay: z.int(),
    exceeds: z.strictObject({ economy: z.boolean(), schedule: z.boolean() }),
  }),
)

export const ground = mirror<Ground>()(
  z.union([
    z.strictObject({ kind: z.literal('variance'), variance }),
    z.strictObject({ kind: z.literal('two-red-reports') }),
    z.strictObject({ kind: z.literal('overdue'), item: dueKind }),
    z.strictObject({ kind: z.literal('condition-lapsed'), condition: count }),
    z.strictObject({ kind: z.literal('level-raised'), from: level, to: level }),
    z.strictObject({ kind: z.literal('last-authority-left') }),
    z.strictObject({ kind: z.literal('asked'), text }),
  ]),
)

const because = z.enum([
  'several-authorities',
  'many-could-use-it',
  'backed-by-management',
  'national-strategy',
  'business-critical-in-many',
  'joint-economy-above-threshold',
  'nothing-points-upward',
])

export const proposal = mirror<LevelProposal>()(
  z.strictObject({
    level,
    pointers: z.array(z.strictObject({ criterion: z.exactOptional(criterionId), points: level, because })),
    missingForNext: z.array(because),
    unmet: z.array(criterionId),
  }),
)
