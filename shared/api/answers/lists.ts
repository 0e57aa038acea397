import * as z from 'zod/mini'
import { type ProjectStateName, projectStates } from '../../domain/project/state.ts'
import type { ProjectCounts } from '../../use-cases/count-projects.ts'
import { level } from '../fields.ts'
import type { StandingView } from '../project-view.ts'
import type { MeetingRow, ProjectRow } from '../row-views.ts'
import { mirror } from './mirror.ts'
import {
  acts,
  assessedLevel,
  count,
  day,
  instant,
  meeting,
  money,
  party,
  project,
  state,
  text,
  theme,
} from './parts.ts'

/** A page of a list; `next` is the cursor of the one after it. */
export const pageOf = <S extends z.ZodMiniType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.nullable(text) })

export const standing = mirror<StandingView>()(
  z.strictObject({
    id: project,
    state,
    level: z.exactOptional(level),
    version: count,
    whoseMove: party,
    since: instant,
    dueAt: z.exactOptional(instant),
    allowed: acts,
    number: z.exactOptional(count),
  }),
)

/** `public` and `meeting` for those who see every project; `budget`, where it is withheld, for those who see it all the same. */
export const projectInList = mirror<ProjectRow>()(
  z.strictObject({
    id: project,
    title: text,
    purpose: text,
    theme: z.exactOptional(theme),
    authority: text,
    authorities: z.array(text),
    state,
    level: z.exactOptional(level),
    whoseMove: z.exactOptional(z.enum(['secretariat', 'proposer', 'board', 'lead', 'coordination'])),
    since: instant,
    dueAt: z.exactOptional(instant),
    submittedAt: instant,
    budget: z.exactOptional(money),
    frameWithheldUntil: z.exactOptional(day),
    public: z.exactOptional(z.boolean()),
    meeting: z.exactOptional(meeting),
    live: z.exactOptional(count),
    assessedLevel: z.exactOptional(assessedLevel),
  }),
)

/** `papersDueAt` and `place` for those who see every project. */
export const meetingInList = mirror<MeetingRow>()(
  z.strictObject({
    id: meeting,
    form: z.enum(['meeting', 'written']),
    meetsAt: instant,
    items: count,
    papersDueAt: z.exactOptional(instant),
    place: z.exactOptional(text),
  }),
)

export const counts = mirror<ProjectCounts>()(
  z.strictObject({
    total: count,
    byState: z.strictObject(
      Object.fromEntries(projectStates.map((name) => [name, count])) as Record<ProjectStateName, typeof count>,
    ),
  }),
)

export const linkAsked = z.strictObject({ accepted: z.literal(true) })

export const erasureAsked = z.strictObject({
  id: z.templateLiteral(['era_', z.string().check(z.regex(/[0-9A-HJKMNP-TV-Z]{26}/))]),
  accepted: z.literal(true),
})

export const health = z.strictObject({ status: z.literal('ok'), table: z.literal('reachable'), version: text })
export const unhealthy = z.strictObject({
  status: z.literal('unavailable'),
  table: z.literal('unreachable'),
  version: text,
})
