import { nextStepAt } from '../domain/deadlines/steps.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { Projection } from './ports.ts'

/** What lists show of a meeting, and when something is due on it. */
export const meetingProjection = (meeting: Meeting, settings: ProcessSettings): Projection => {
  const nextDueAt = nextStepAt(meeting.due, settings)
  return {
    stream: meeting.id,
    version: meeting.version,
    state: meeting.state,
    orderedBy: meeting.meetsAt,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    summary: {
      kind: 'meeting',
      id: meeting.id,
      state: meeting.state,
      form: meeting.form,
      meetsAt: meeting.meetsAt,
      papersDueAt: meeting.papersDueAt,
      ...(meeting.place === undefined ? {} : { place: meeting.place }),
      items: meeting.agenda.length,
    },
  }
}
