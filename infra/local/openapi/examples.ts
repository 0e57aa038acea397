import { historyView } from '../../../shared/api/history-view.ts'
import { meetingView } from '../../../shared/api/meeting-view.ts'
import { minutesView } from '../../../shared/api/minutes-view.ts'
import { projectView } from '../../../shared/api/project-view.ts'
import { meetingRow, projectRow } from '../../../shared/api/row-views.ts'
import { papersOn } from '../../../shared/domain/board/paper.ts'
import { projectStates } from '../../../shared/domain/project/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { standingAnswer } from '../../../shared/http/project-answers.ts'
import { deliverWebhook } from '../../../shared/use-cases/deliver-webhook.ts'
import { meetingProjection } from '../../../shared/use-cases/meeting-projection.ts'
import { projectProjection } from '../../../shared/use-cases/project-projection.ts'
import type { SubscriberRole, Tidings } from '../../../shared/use-cases/webhook-ports.ts'
import { cloudEvent } from '../../../shared/webhooks/cloud-event.ts'
import { people } from '../demo/material.ts'
import { exampleIds } from './example-ids.ts'
import { contactOf, exampleLife, secretariat } from './example-life.ts'
import type { AnswerName } from './schemas.ts'

const life = exampleLife()
const known = new Map(Object.entries(people).map(([name, person]) => [contactOf(name as keyof typeof people), person]))
/** After all that happens in the example's life. */
const exampleNow = '2027-01-20T08:00:00.000Z'

const summaryOfProject = () => {
  const { summary } = projectProjection(life.project, defaultSettings)
  return summary.kind === 'project' ? [projectRow(summary, { actor: { kind: 'anonymous' }, now: exampleNow })] : []
}
const summaryOfMeeting = () => {
  const { summary } = meetingProjection(life.meeting, defaultSettings)
  return summary.kind === 'meeting' ? [meetingRow(summary, { kind: 'anonymous' })] : []
}

/** Answers as the API gives them: made by the same views from a life that the domain decided. */
export const answerExamples = (): Readonly<Partial<Record<AnswerName, unknown>>> => {
  const { project, meeting, open, projectCommits } = life
  const projects = new Map([[project.id, project]])
  return {
    Standing: standingAnswer(project, secretariat),
    Project: projectView(project, { actor: secretariat, people: known, now: exampleNow }),
    Projects: { items: summaryOfProject(), next: null },
    Counts: {
      total: 1,
      byState: Object.fromEntries(projectStates.map((state) => [state, state === project.state ? 1 : 0])),
    },
    Meeting: meetingView(open.meeting, secretariat, {
      people: known,
      titles: new Map([[project.id, project.concept.title]]),
      papers: papersOn(open.meeting, new Map([[project.id, open.project]]), defaultSettings),
    }),
    Minutes: minutesView(meeting, known, projects),
    Meetings: { items: summaryOfMeeting(), next: null },
    History: { items: historyView(project, projectCommits, { actor: secretariat, now: exampleNow }), next: null },
    LinkAsked: { accepted: true },
    ErasureAsked: { id: exampleIds.erasure, accepted: true },
    Health: { status: 'ok', table: 'reachable', version: '0.1.0' },
    Unhealthy: { status: 'unavailable', table: 'unreachable', version: '0.1.0' },
  }
}

/** What endpoints of this role hear of the example's life, by event: the bodies that are signed and posted. */
export const webhookExamples = async (role: SubscriberRole): Promise<ReadonlyMap<string, unknown>> => {
  const heard = new Map<string, unknown>()
  const subscriber = { id: 'example', role } as const
  const post = async (_: string, tidings: Tidings) => {
    heard.set(tidings.type, JSON.parse(cloudEvent(tidings, 'https://trin.example')))
    return { result: 'delivered', status: 204 } as const
  }
  const ports = {
    subscribers: [subscriber],
    log: { load: async () => life.projectCommits as never },
    ledger: { begin: async () => ({ state: 'begun' }) as const, finish: async () => {}, release: async () => {} },
    sender: { post },
    retryDelay: () => undefined,
    clock: () => exampleNow,
    wallClock: () => exampleNow,
  }
  for (const { stream, version, correlationId, events } of life.projectCommits)
    for (const [index, { type }] of events.entries()) {
      const notice = { id: `${stream}/${version}/${index}`, stream, version, index, type, correlationId }
      await deliverWebhook({ notice, endpoint: subscriber.id }, 1, ports)
    }
  return heard
}
