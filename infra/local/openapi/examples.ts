import { historyView } from '../../../shared/api/history-view.ts'
import { meetingView } from '../../../shared/api/meeting-view.ts'
import { minutesView } from '../../../shared/api/minutes-view.ts'
import { projectView } from '../../../shared/api/project-view.ts'
import { meetingRow, projectRow } from '../../../shared/api/row-views.ts'
import { papersOn } from '../../../shared/domain/board/paper.ts'
import { settledAt } from '../../../shared/domain/meeting/settled.ts'
import { projectStates } from '../../../shared/domain/project/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { standingAnswer } from '../../../shared/http/project-answers.ts'
import { deliverWebhook } from '../../../shared/use-cases/deliver-webhook.ts'
import { meetingProjection } from '../../../shared/use-cases/meeting-projection.ts'
import { projectProjection } from '../../../shared/use-cases/project-projection.ts'
import type { SubscriberRole, Tidings } from '../../../shared/use-cases/webhook-ports.ts'
import { signedMessage } from '../../../shared/webhooks/signed-message.ts'
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
    Minutes: minutesView(
      meeting,
      known,
      projects,
      new Map([[project.id, settledAt(meeting.id, projectCommits) ?? {}]]),
    ),
    Meetings: { items: summaryOfMeeting(), next: null },
    History: { items: historyView(project, projectCommits, { actor: secretariat, now: exampleNow }), next: null },
    LinkAsked: { accepted: true },
    ErasureAsked: { id: exampleIds.erasure, accepted: true },
    Health: { status: 'ok', table: 'reachable', version: '0.1.0' },
    Unhealthy: { status: 'unavailable', table: 'unreachable', version: '0.1.0' },
  }
}

/** What the examples of webhooks are signed with, so that a receiver can try its check on them; no endpoint has it. */
export const exampleSecret = `whsec_${Buffer.from('an example: no endpoint has it').toString('base64')}`

/** One try of an example: the headers that belong to the event and the body that is signed, parsed. */
export interface WebhookExample {
  readonly headers: Readonly<Record<string, string>>
  readonly payload: unknown
}

/** What endpoints of this role hear of the example's life, by event. */
export const webhookExamples = async (role: SubscriberRole): Promise<ReadonlyMap<string, WebhookExample>> => {
  const heard = new Map<string, WebhookExample>()
  const subscriber = { id: 'example', role } as const
  const endpoint = { ...subscriber, secrets: [exampleSecret] }
  const post = async (_: string, tidings: Tidings) => {
    const { headers, body } = signedMessage(tidings, endpoint, {
      baseUrl: 'https://trin.example',
      now: Date.parse(exampleNow),
    })
    const { 'content-type': __, 'user-agent': ___, ...own } = headers
    heard.set(tidings.type, { headers: own, payload: JSON.parse(body) })
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
