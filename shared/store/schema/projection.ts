import * as z from 'zod/mini'
import { tasks } from '../../domain/correspondence/letter.ts'
import type { PersonOn } from '../../domain/project/parts.ts'
import { secretariatTasks } from '../../domain/project/secretariat-task.ts'
import { projectStates } from '../../domain/project/state.ts'
import { projectThemes } from '../../domain/theme.ts'
import type { MeetingSummary, ProjectSummary } from '../../use-cases/ports.ts'
import { assessedLevel, calendarDate, contactId, count, instant, level, meetingId, projectId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

const personOn = z.strictObject({
  contact: contactId,
  parts: z.array(z.enum(['proposer', 'lead', 'steering', 'coordination', 'owner', 'contact'])),
} satisfies Shape<PersonOn>)

export const people = z.array(personOn)

/** What rows of another version say beside this is left out. */
export const projectSummary = z.object({
  kind: z.literal('project'),
  id: projectId,
  title: word,
  purpose: word,
  theme: z.exactOptional(z.enum(projectThemes)),
  authority: word,
  authorities: z.array(word),
  state: z.enum(projectStates),
  level: z.exactOptional(level),
  whoseMove: z.exactOptional(z.enum(['secretariat', 'proposer', 'board', 'lead', 'coordination'])),
  since: instant,
  dueAt: z.exactOptional(instant),
  doing: z.exactOptional(z.enum(tasks)),
  task: z.exactOptional(z.strictObject({ kind: z.enum(secretariatTasks), dueAt: z.exactOptional(instant) })),
  meeting: z.exactOptional(meetingId),
  disputed: z.exactOptional(z.literal(true)),
  boardInformedAt: z.exactOptional(instant),
  public: z.boolean(),
  budget: z.exactOptional(z.int()),
  frameWithheldUntil: z.exactOptional(calendarDate),
  submittedAt: instant,
  live: z.exactOptional(count),
  assessedLevel: z.exactOptional(assessedLevel),
  publishedLevel: z.exactOptional(assessedLevel),
} satisfies Shape<ProjectSummary>)

export const meetingSummary = z.strictObject({
  kind: z.literal('meeting'),
  id: meetingId,
  state: z.enum(['called', 'cancelled', 'concluded']),
  form: z.enum(['meeting', 'written']),
  meetsAt: instant,
  papersDueAt: instant,
  place: z.exactOptional(word),
  items: count,
} satisfies Shape<MeetingSummary>)

export const summary = z.discriminatedUnion('kind', [projectSummary, meetingSummary])
