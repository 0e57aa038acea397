import { people, sensorBaseline, sensorReport } from '../../../infra/local/demo/material.ts'
import type { Report } from '../../../shared/domain/economy/report.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { LinkPurpose, Visitor } from '../../../shared/use-cases/people.ts'
import {
  approval,
  as,
  chair,
  joint,
  meetingOn,
  ready,
  secretariat,
  stack,
  submitted,
  vote,
} from '../../functions/support/cast.ts'

/** Whoever holds a personal link to a project. */
export const holderOf = (project: ProjectId, { email }: { readonly email: string }, purpose: LinkPurpose): Visitor => ({
  actor: { kind: 'person', id: stack.contacts.idOf(email), roles: [purpose], project, link: true },
})

const act = (
  route: Parameters<typeof stack.act>[0],
  id: ProjectId,
  by: Visitor['actor'],
  body: unknown = {},
  n?: string,
) => stack.act(route, { params: { id, ...(n === undefined ? {} : { n }) }, as: by, body })

/** An idea that waits for the secretariat. */
export const anIdea = () => submitted(joint())

/** One that is being shaped on level 2. */
export const shaped = async (): Promise<ProjectId> => {
  const id = await anIdea()
  await act('POST /api/projects/{id}/classification', id, secretariat(), { level: 2 })
  return id
}

/** One that the secretariat has returned, with a reason. */
export const returned = async (): Promise<ProjectId> => {
  const id = await shaped()
  await act('POST /api/projects/{id}/return', id, secretariat(), {
    reasons: [{ code: 'architecture', text: 'Redegør for referencearkitektur for IoT.' }],
    comeBackWith: 'Et afsnit om arkitektur og en plan for ældre nødkald.',
  })
  return id
}

/** One that the board has approved with a condition, with a lead and nobody to steer. */
export const led = async (): Promise<ProjectId> => {
  const id = await ready()
  const meeting = await meetingOn('2026-12-10T09:00:00.000Z')
  await vote(meeting, id, 'approve')
  stack.moveTo('2026-12-10T10:00:00.000Z')
  await stack.act('POST /api/meetings/{id}/decisions', { params: { id: meeting }, as: chair(), body: approval(id) })
  await act('POST /api/projects/{id}/lead', id, secretariat(), { lead: people.amir })
  return id
}

/** One with a steering group, too. */
export const approved = async (): Promise<ProjectId> => {
  const id = await led()
  await act('POST /api/projects/{id}/steering-group', id, secretariat(), { members: [people.kirsten, people.helle] })
  return id
}

/** One that is under way. */
export const running = async (): Promise<ProjectId> => {
  const id = await approved()
  await act('POST /api/projects/{id}/start', id, holderOf(id, people.amir, 'lead').actor)
  return id
}

export const aReport = (but: Partial<Report> = {}): Report => ({
  ...sensorReport({
    from: '2026-12-10',
    to: '2027-03-01',
    endsOn: '2028-12-31',
    spent: 61_000_000,
    forecast: 288_000_000,
  }),
  ...but,
})

/** One that has sent reports, each accepted a while after. */
export const reported = async (reports: readonly Report[]): Promise<ProjectId> => {
  const id = await running()
  for (const [place, report] of reports.entries()) {
    stack.moveTo(new Date(Date.UTC(2027, 2 + place * 3, 8, 9)).toISOString())
    await act('POST /api/projects/{id}/reports', id, holderOf(id, people.amir, 'lead').actor, report)
    await act('POST /api/projects/{id}/reports/{n}/review', id, secretariat(), { outcome: 'accept' }, String(place + 1))
  }
  return id
}

export const frame = sensorBaseline('2028-12-31')
export { as }
