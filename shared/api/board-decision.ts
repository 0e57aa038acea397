import * as z from 'zod/mini'
import type { Choice } from '../domain/board/votes.ts'
import type { GivenDecision } from '../domain/project/commands.ts'
import { baseline } from './baseline.ts'
import {
  authority,
  criterionList,
  date,
  email,
  line,
  moment,
  money,
  person,
  projectId,
  returnReasonList,
  text,
} from './fields.ts'
import type { Given } from './project-act.ts'

// Each is made when it is first read: a function has many acts, and is woken for one.

const outcomes = ['approve', 'return', 'reject', 'continue', 'rescope', 'stop', 'uphold', 'amend'] as const
const choice: z.ZodMiniType<Choice> = z.enum([...outcomes, 'abstain'])

/** A meeting, or a written vote between meetings: then `meetsAt` is when voting closes. */
export const meetingBody = z.lazy(() =>
  z.strictObject({
    meetsAt: moment,
    form: z._default(z.enum(['meeting', 'written']), 'meeting'),
    place: z.exactOptional(line(200)),
    members: z
      .array(
        z.strictObject({
          name: line(200),
          email,
          language: person._zod.def.shape.language,
          authority,
          seat: z._default(z.enum(['chair', 'vice-chair', 'member']), 'member'),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
    budget: z.exactOptional(money),
  }),
)

/** What is put on the agenda: what awaits decision, or something on level 1 for information. */
export const agendaBody = z.lazy(() =>
  z.strictObject({
    project: projectId,
    kind: z._default(z.enum(['decision', 'information']), 'decision'),
  }),
)

/** A member of the meeting, by the id its answers give, or by mail address. */
const member = z.lazy(() =>
  z.union([z.templateLiteral(['con_', z.string().check(z.regex(/[\w-]{1,100}/))]), z.strictObject({ email })]),
)
export type GivenMember = z.output<typeof member>

export const conflictBody = z.lazy(() => z.strictObject({ project: projectId }))
export const proxyBody = z.lazy(() => z.strictObject({ proxy: member }))
export const voteBody = z.lazy(() =>
  z.strictObject({
    project: projectId,
    choice,
    comment: z.exactOptional(text(4_000)),
    /** On whose behalf, where the caller is this member's proxy. */
    member: z.exactOptional(member),
  }),
)
export const rankingBody = z.lazy(() => z.strictObject({ order: z.array(projectId).check(z.maxLength(200)) }))
export const cancellationBody = z.lazy(() => z.strictObject({ reason: text() }))
export const conclusionBody = z.lazy(() =>
  z.strictObject({
    /** Whether enough of the board took part. By the votes where it is not said. */
    quorate: z.exactOptional(z.boolean()),
    note: z.exactOptional(text()),
  }),
)

const decision = () => ({
  outcome: z.enum(outcomes),
  reason: text(),
  criteria: criterionList.check(z.minLength(1)),
  nextStep: z.exactOptional(text(2_000)),
  reasons: z.exactOptional(returnReasonList),
  comeBackWith: z.exactOptional(text()),
  conditions: z.exactOptional(
    z.array(z.strictObject({ text: text(2_000), owner: person, dueOn: date })).check(z.maxLength(50)),
  ),
  baseline: z.exactOptional(baseline),
  conditionsDueOn: z.exactOptional(date),
  endsOn: z.exactOptional(date),
})

/** The board's decision on one item, or the general assembly's, recorded where too few of the board are left to vote. */
export const decisionBody = z.lazy(() =>
  z.strictObject({
    project: projectId,
    ...decision(),
    generalAssembly: z._default(z.boolean(), false),
  }),
)

/** Level 1: the secretariat decides a reconsideration. */
export const reconsiderationDecisionBody = z.lazy(() => z.strictObject(decision()))

/** What whoever decides says; the next step in the usual words where it is not said. */
export const givenDecision = (
  { conditions, nextStep, ...sent }: z.output<typeof reconsiderationDecisionBody>,
  person: Given['person'],
  nextStepWords: (outcome: GivenDecision['outcome']) => string,
): GivenDecision => ({
  ...sent,
  nextStep: nextStep ?? nextStepWords(sent.outcome),
  ...(conditions === undefined
    ? {}
    : { conditions: conditions.map(({ owner, ...condition }) => ({ ...condition, owner: person(owner) })) }),
})
