import * as z from 'zod/mini'
import type { Choice, Outcome, Tally } from '../../domain/board/votes.ts'
import type { DueKind, Party, StepName } from '../../domain/deadlines/due-item.ts'
import { dueKinds } from '../../domain/deadlines/due-item.ts'
import type { Decision, GoesOn, Ground, MeetingRef, NewCondition, ReportDue } from '../../domain/project/events.ts'
import type { ReturnReason, ReturnReasonCode } from '../../domain/return-reasons.ts'
import { returnReasons } from '../../domain/return-reasons.ts'
import { variance } from './economy.ts'
import { once } from './made-once.ts'
import { calendarDate, contactId, count, criterionId, freeText, instant, level, meetingId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

const outcomes = ['approve', 'return', 'reject', 'continue', 'rescope', 'stop', 'uphold', 'amend'] as const
export const outcome = z.enum(outcomes) satisfies z.ZodMiniType<Outcome>
export const choice = z.enum([...outcomes, 'abstain']) satisfies z.ZodMiniType<Choice>
export const exclusionReason = z.enum(['proposer', 'lead', 'steering', 'declared'])
export const excluded = once(() => z.array(z.strictObject({ member: contactId, why: exclusionReason })))

const tally = once(() =>
  z.strictObject({
    counts: z.partialRecord(choice, count),
    eligible: count,
    excluded: excluded(),
    quorum: count,
    cast: count,
    tieBrokenBy: z.exactOptional(z.enum(['chair', 'vice-chair'])),
  } satisfies Shape<Tally>),
)

export const decision = once(() =>
  z.strictObject({
    by: z.enum(['board', 'secretariat', 'general-assembly']),
    meeting: z.exactOptional(meetingId),
    outcome,
    reason: freeText,
    criteria: z.array(criterionId),
    nextStep: freeText,
    tally: z.exactOptional(tally()),
  } satisfies Shape<Decision>),
)

const codesOf = <Code extends string>(table: Readonly<Record<Code, unknown>>): Code[] => Object.keys(table) as Code[]

export const returnReason = once(() =>
  z.strictObject({
    code: z.enum(codesOf<ReturnReasonCode>(returnReasons)),
    criteria: z.array(criterionId),
    text: z.exactOptional(freeText),
  } satisfies Shape<ReturnReason>),
)

export const newCondition = once(() =>
  z.strictObject({
    text: freeText,
    owner: contactId,
    dueOn: calendarDate,
  } satisfies Shape<NewCondition>),
)

export const meetingRef = once(() =>
  z.strictObject({ meeting: meetingId, meetingAt: instant } satisfies Shape<MeetingRef>),
)

export const reportDue = once(() =>
  z.strictObject({ dueAt: instant, regularOn: calendarDate } satisfies Shape<ReportDue>),
)

export const goesOn = once(() =>
  z.strictObject({
    startDueAt: z.exactOptional(instant),
    report: z.exactOptional(reportDue()),
    conditions: z.array(
      z.strictObject({
        number: count,
        dueOn: z.exactOptional(calendarDate),
        dueAt: z.exactOptional(instant),
      } satisfies Shape<GoesOn['conditions'][number]>),
    ),
  } satisfies Shape<GoesOn>),
)

const dueKind = z.enum(dueKinds) satisfies z.ZodMiniType<DueKind>
const stepName = once(
  () =>
    z.union([
      z.templateLiteral(['after-', z.number()]),
      z.templateLiteral(['before-', z.number()]),
      z.templateLiteral(['overdue-', z.number()]),
    ]) satisfies z.ZodMiniType<StepName>,
)
const party = once(
  () =>
    z.enum([
      'proposer',
      'lead',
      'steering',
      'steering-or-proposer',
      'steering-or-secretariat',
      'evaluators',
      'coordination',
      'secretariat',
      'chair',
      'board',
      'owner',
    ]) satisfies z.ZodMiniType<Party>,
)

/** A step of a clock that fired, of a project or a meeting alike. */
export const stepTaken = once(() => ({
  item: word,
  kind: dueKind,
  step: stepName(),
  to: z.array(party()),
  consequence: z.enum(['withdraw', 'reconsider', 'accept', 'erase', 'none']),
  at: instant,
  late: z.boolean(),
}))

type GroundOf<Kind extends Ground['kind']> = Extract<Ground, { kind: Kind }>
export const ground = once(
  () =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('variance'), variance: variance() } satisfies Shape<GroundOf<'variance'>>),
      z.strictObject({ kind: z.literal('two-red-reports') } satisfies Shape<GroundOf<'two-red-reports'>>),
      z.strictObject({ kind: z.literal('overdue'), item: dueKind } satisfies Shape<GroundOf<'overdue'>>),
      z.strictObject({ kind: z.literal('condition-lapsed'), condition: count } satisfies Shape<
        GroundOf<'condition-lapsed'>
      >),
      z.strictObject({ kind: z.literal('level-raised'), from: level, to: level } satisfies Shape<
        GroundOf<'level-raised'>
      >),
      z.strictObject({ kind: z.literal('last-authority-left') } satisfies Shape<GroundOf<'last-authority-left'>>),
      z.strictObject({ kind: z.literal('asked'), text: freeText } satisfies Shape<GroundOf<'asked'>>),
    ]) satisfies z.ZodMiniType<Ground>,
)
