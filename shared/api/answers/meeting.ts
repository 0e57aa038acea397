import * as z from 'zod/mini'
import type { Paper } from '../../domain/board/paper.ts'
import { meetingStates } from '../../domain/meeting/state.ts'
import { baseline } from '../baseline.ts'
import { answers, concept, evaluations } from '../concept.ts'
import { criterionId, level } from '../fields.ts'
import type { MeetingView } from '../meeting-view.ts'
import type { MinutesView, SettledView } from '../minutes-view.ts'
import { report } from '../report.ts'
import { mirror } from './mirror.ts'
import {
  acts,
  assessedLevel,
  choice,
  citedReason,
  contact,
  count,
  day,
  exclusion,
  ground,
  instant,
  meeting,
  money,
  outcome,
  project,
  text,
  variance,
} from './parts.ts'
import { decision, pledge } from './project.ts'

const itemKind = z.enum(['concept', 'reconsideration', 'level', 'information'])
const form = z.enum(['meeting', 'written'])
const seat = z.enum(['chair', 'vice-chair', 'member'])
const meetingState = z.enum(meetingStates)

const conceptField = z.enum(Object.keys(concept.def.shape) as (keyof typeof concept.def.shape)[])

/** The board's paper on one item. */
export const paper = mirror<Paper>()(
  z.strictObject({
    title: text,
    level,
    authorities: z.array(z.strictObject({ authority: text, pledge })),
    purpose: text,
    background: z.exactOptional(text),
    value: z.exactOptional(text),
    analysis: z.array(
      z.strictObject({
        criterion: criterionId,
        theme: z.enum(['relevance', 'form', 'strategy', 'governance']),
        recommendation: z.boolean(),
        answer: z.exactOptional(answers.def.valueType),
        evaluation: evaluations.def.valueType,
        unmet: z.boolean(),
        changed: z.boolean(),
      }),
    ),
    recommendation: z.exactOptional(text),
    consequences: z.strictObject({
      jointCost: z.exactOptional(money),
      baseline: z.exactOptional(baseline),
      variance: z.exactOptional(variance),
      architecture: z.exactOptional(text),
      procurement: z.exactOptional(text),
    }),
    asked: z.strictObject({
      decide: z.enum(['concept', 'reconsideration', 'level', 'take-note']),
      grounds: z.array(ground),
    }),
    lastReport: z.exactOptional(z.pick(report, { period: true, status: true, helpWanted: true })),
    dispute: z.exactOptional(
      z.strictObject({
        wanted: assessedLevel,
        reason: text,
        fixed: assessedLevel,
        missingForWanted: z.array(criterionId),
      }),
    ),
    loops: count,
    lastReturn: z.exactOptional(
      z.strictObject({
        at: instant,
        from: z.enum(['secretariat', 'board']),
        reasons: z.array(citedReason),
        comeBackWith: text,
      }),
    ),
    changedFields: z.array(conceptField),
  }),
)

const agendaItem = z.strictObject({
  project,
  kind: itemKind,
  excluded: z.array(z.strictObject({ member: contact, why: exclusion })),
  jointCost: z.exactOptional(money),
  votes: z.array(z.strictObject({ member: contact, choice, comment: z.exactOptional(text), castBy: contact })),
  outcome: z.exactOptional(outcome),
  title: z.exactOptional(text),
  paper: z.exactOptional(paper),
})

/** A meeting as the board and the secretariat see it. Names, titles and papers come with `GET /api/meetings/{id}` only. */
export const meetingAnswer = mirror<MeetingView>()(
  z.strictObject({
    id: meeting,
    state: meetingState,
    version: count,
    form,
    meetsAt: instant,
    papersDueAt: instant,
    papersSentAt: z.exactOptional(instant),
    place: z.exactOptional(text),
    budget: z.exactOptional(money),
    quorate: z.exactOptional(z.boolean()),
    members: z.array(z.strictObject({ contact, authority: text, seat, name: z.exactOptional(text) })),
    proxies: z.array(z.strictObject({ member: contact, proxy: contact })),
    agenda: z.array(agendaItem),
    ranking: z.array(
      z.strictObject({
        project,
        halfPoints: z.int(),
        firstPlaces: count,
        cumulative: money,
        aboveCutLine: z.boolean(),
      }),
    ),
    allowed: acts,
  }),
)

const settled = mirror<SettledView>()(
  z.strictObject({
    baseline: z.exactOptional(baseline),
    conditions: z.exactOptional(z.array(z.strictObject({ text, dueOn: day, owner: z.exactOptional(text) }))),
    endsOn: z.exactOptional(day),
    reasons: z.exactOptional(z.array(citedReason)),
    comeBackWith: z.exactOptional(text),
    level: z.exactOptional(assessedLevel),
  }),
)

export const minutesAnswer = mirror<MinutesView>()(
  z.strictObject({
    id: meeting,
    state: meetingState,
    form,
    meetsAt: instant,
    place: z.exactOptional(text),
    quorate: z.exactOptional(z.boolean()),
    members: z.array(z.strictObject({ name: z.nullable(text), authority: text, seat })),
    items: z.array(
      z.strictObject({
        project,
        kind: itemKind,
        title: z.exactOptional(text),
        level: z.exactOptional(level),
        outcome: z.nullable(outcome),
        decision: z.nullable(decision),
        settled: z.exactOptional(settled),
        excluded: z.array(z.strictObject({ name: z.nullable(text), authority: text, why: exclusion })),
      }),
    ),
  }),
)
