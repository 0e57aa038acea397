import * as z from 'zod/mini'
import type { Money } from '../../domain/economy/money.ts'
import type { Baseline, Milestone, Report, Risk, Status } from '../../domain/economy/report.ts'
import type { Variance } from '../../domain/economy/variance.ts'
import { once } from './made-once.ts'
import { calendarDate, freeText, word } from './scalars.ts'
import type { Shape } from './shape.ts'

export const money = z.strictObject({ amount: z.int(), currency: z.literal('DKK') } satisfies Shape<Money>)

export const baseline = once(() =>
  z.strictObject({
    budget: money,
    endsOn: calendarDate,
    scope: freeText,
  } satisfies Shape<Baseline>),
)

const status = once(() =>
  z.strictObject({
    colour: z.enum(['green', 'yellow', 'red']),
    reason: z.exactOptional(freeText),
  } satisfies Shape<Status>),
)

const milestone = once(() =>
  z.strictObject({
    title: freeText,
    plannedOn: calendarDate,
    forecastOn: calendarDate,
    doneOn: z.exactOptional(calendarDate),
  } satisfies Shape<Milestone>),
)

const degree = once(() => z.literal([1, 2, 3, 4, 5]))
const risk = once(() =>
  z.strictObject({
    text: freeText,
    likelihood: degree(),
    impact: degree(),
    response: freeText,
  } satisfies Shape<Risk>),
)

export const report = once(() =>
  z.strictObject({
    period: z.strictObject({ from: calendarDate, to: calendarDate } satisfies Shape<Report['period']>),
    status: z.strictObject({
      overall: status(),
      schedule: status(),
      economy: status(),
      scope: status(),
      risk: status(),
    } satisfies Shape<Report['status']>),
    milestones: z.array(milestone()),
    spent: money,
    forecast: money,
    endsOn: calendarDate,
    risks: z.array(risk()),
    authoritiesLive: z.array(word),
    nextPeriod: freeText,
    helpWanted: z.exactOptional(freeText),
  } satisfies Shape<Report>),
)

export const variance = once(() =>
  z.strictObject({
    overrun: z.int(),
    overrunBasisPoints: z.int(),
    delay: z.int(),
    exceeds: z.strictObject({ economy: z.boolean(), schedule: z.boolean() } satisfies Shape<Variance['exceeds']>),
  } satisfies Shape<Variance>),
)
