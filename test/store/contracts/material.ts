import type { Commit } from '../../../shared/domain/commit.ts'
import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { Contact, Projection } from '../../../shared/use-cases/ports.ts'
import { ulid } from '../../../shared/use-cases/ulid.ts'

export const newProject = (): ProjectId => `prj_${ulid()}`
export const newMeeting = (): MeetingId => `mtg_${ulid()}`

export const commented = (text: string): ProjectEvent => ({ type: 'commented', text })

export const aCommit = (
  stream: ProjectId,
  version: number,
  more: Partial<Commit<ProjectEvent>> = {},
): Commit<ProjectEvent> => ({
  stream,
  version,
  commitId: `cmt_${ulid()}`,
  commandId: `cmd_${ulid()}`,
  payloadHash: 'a'.repeat(64),
  actor: { kind: 'anonymous' },
  at: '2026-09-01T08:00:00.000Z',
  correlationId: 'correlation',
  events: [commented(`version ${version}`)],
  ...more,
})

export const aProject = (stream: ProjectId, version: number, more: Partial<Projection> = {}): Projection => ({
  stream,
  version,
  state: 'idea',
  orderedBy: '2026-09-01T08:00:00.000Z',
  summary: {
    kind: 'project',
    id: stream,
    title: 'Et fælles bibliotek',
    purpose: 'At dele',
    authority: 'Aadal Kommune',
    authorities: ['Aadal Kommune'],
    state: (more.state ?? 'idea') as ProjectStateName,
    since: '2026-09-01T08:00:00.000Z',
    public: false,
    submittedAt: '2026-09-01T08:00:00.000Z',
  },
  ...more,
})

export const aMeeting = (
  stream: MeetingId,
  summary: { readonly meetsAt: string; readonly papersDueAt: string; readonly form?: 'meeting' | 'written' },
): Projection => ({
  stream,
  version: 1,
  state: 'called',
  orderedBy: summary.meetsAt,
  summary: { kind: 'meeting', id: stream, state: 'called', form: 'meeting', items: 0, ...summary },
})

export const aContact = (contacts: { idOf(email: string): Contact['id'] }, name: string): Contact => {
  const email = `${name.toLowerCase()}@aadal.example`
  return { id: contacts.idOf(email), name, email, language: 'da' }
}
