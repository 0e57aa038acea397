import {
  board,
  people,
  sensorBaseline,
  sensorLayer,
  sensorLayerAnswers,
  sensorReport,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
} from '../../infra/local/demo/material.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { Role } from '../../shared/domain/actor.ts'

/** Somebody who can call the API in a role. */
export interface Somebody {
  readonly email: string
  readonly role: Role
}

/** A stack, asked from outside. */
export interface Door {
  /** Does it, and waits for what follows. @throws when it is refused */
  readonly post: (
    route: RouteKey,
    params: Readonly<Record<string, string>>,
    who: Somebody | undefined,
    body: object,
  ) => Promise<{ readonly id: string }>
}

/** What requests can be about. */
export interface World {
  readonly projects: readonly string[]
  readonly meetings: readonly string[]
  /** What is on the table of a meeting that is called. */
  readonly agenda: readonly { readonly meeting: string; readonly project: string }[]
  readonly cast: readonly Somebody[]
  /** Projects on which an act can be done; all others by chance. */
  readonly fitting: Readonly<Partial<Record<RouteKey, readonly string[]>>>
  /** Whole `Authorization` values of personal links. */
  readonly links: readonly string[]
  /** Keys and cursors, by the route that they are of. */
  readonly keys: Readonly<Partial<Record<RouteKey, readonly string[]>>>
}

const as = (role: Role, { email }: { readonly email: string }): Somebody => ({ role, email })
const secretariat = as('secretariat', { email: 'signe@os2.example' })
const chair = as('chair', people.birgitte)
const voters = [chair, as('board', people.karsten), as('board', people.anja), as('board', people.poul)]

export const cast: readonly Somebody[] = [
  secretariat,
  ...voters,
  as('proposer', people.helle),
  as('proposer', people.mette),
  as('lead', people.amir),
  as('lead', people.jonas),
  as('steering', people.kirsten),
  as('owner', people.amir),
  as('contact', people.mette),
  as('coordination', people.kirsten),
  as('integrator', { email: 'esdh@os2.example' }),
]

/** A project in every state that an act begins from, and a meeting with votes, so that each request can find its match. */
export const worldBehind = async ({ post }: Door): Promise<Omit<World, 'keys' | 'links'>> => {
  const on = (route: RouteKey, id: string, body: object, who = secretariat, more = {}) =>
    post(route, { id, ...more }, who, body)
  const submitted = async (concept: object, answers: object, contact: object): Promise<string> => {
    const body = { concept, answers, contact, consentToPublish: true }
    return (await post('POST /api/projects', {}, undefined, body)).id
  }
  const small = () => submitted(wasteCalendar, wasteCalendarAnswers, people.mette)
  const joint = () => submitted(sensorLayer, sensorLayerAnswers, people.helle)
  const placed = async (id: string, level: number) => {
    await on('POST /api/projects/{id}/classification', id, { level, reason: 'Aftalt.' })
    return id
  }
  const ready = async (id: string) => {
    await on('POST /api/projects/{id}/ready', id, {})
    return id
  }
  const called = async (meetsAt: string) =>
    (await post('POST /api/meetings', {}, secretariat, { meetsAt, members: board, place: 'Odense' })).id

  const meeting = await called('2028-01-20T09:00:00+01:00')
  const idea = await joint()
  const shaping = await placed(await joint(), 2)
  const [open, counted, approved, running, startable, graduating, completing, product, assessed, accepted] = [
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
    await ready(await placed(await joint(), 2)),
  ]
  const products = [product, assessed, accepted]
  const begun = [running, graduating, completing, ...products]
  for (const project of [counted, approved, startable, ...begun])
    for (const voter of voters)
      await on('POST /api/meetings/{id}/votes', meeting, { project, choice: 'approve' }, voter)
  for (const project of [approved, startable, ...begun]) {
    const conditions = [{ text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2028-06-30' }]
    const decision = { project, outcome: 'approve', reason: 'Fælles behov.', criteria: ['R3'], conditions }
    await on(
      'POST /api/meetings/{id}/decisions',
      meeting,
      { ...decision, baseline: sensorBaseline('2029-12-31') },
      chair,
    )
  }
  for (const project of [startable, ...begun]) {
    await on('POST /api/projects/{id}/lead', project, { lead: people.amir })
    await on('POST /api/projects/{id}/steering-group', project, { members: [people.kirsten] })
  }
  const lead = as('lead', people.amir)
  for (const project of begun) await on('POST /api/projects/{id}/start', project, {}, lead)
  await on('POST /api/projects/{id}/reports', running, reportTo('2029-12-31', 100_000_000), lead)

  const goLive = (project: string, authority: string) =>
    on('POST /api/projects/{id}/go-lives', project, { authority, on: '2026-10-01' }, lead)
  await goLive(completing, 'Fjordby Kommune')
  for (const project of [graduating, ...products]) {
    await on('POST /api/projects/{id}/conditions/{n}/fulfilment', project, { evidence: 'Underskrevet.' }, lead, {
      n: '1',
    })
    await goLive(project, 'Fjordby Kommune')
    await goLive(project, 'Havneby Kommune')
    const group = { members: [people.anja, people.kirsten], chair: people.kirsten.email }
    await on('POST /api/projects/{id}/coordination-group', project, group)
  }
  const confirmed = ['governance-and-financing', 'documentation', 'agreements-and-tools'].map((item) => ({
    item,
    evidence: 'I sagen.',
  }))
  await on('POST /api/projects/{id}/graduation/check', graduating, { confirmed: confirmed.slice(1) })
  const group = as('coordination', people.kirsten)
  for (const project of products) {
    await on('POST /api/projects/{id}/graduation', project, { confirmed })
    await on(
      'POST /api/projects/{id}/changes',
      project,
      { title: 'Alarmer på dansk', text: 'De er på engelsk.' },
      group,
    )
    await on('POST /api/projects/{id}/sla', project, { targets: { availability: 9_900 } }, group)
    await on(
      'POST /api/projects/{id}/self-evaluations',
      project,
      { answers: sensorLayerAnswers },
      as('steering', people.kirsten),
    )
    await on('POST /api/projects/{id}/evaluations', project, { evaluations: { R1: { colour: 'red' } }, publish: true })
  }
  for (const project of [assessed, accepted])
    await on('POST /api/projects/{id}/changes/{n}/assessment', project, { text: 'To dage.' }, group, { n: '1' })
  const decided = { outcome: 'accept', reason: 'Nødvendigt.' }
  await on('POST /api/projects/{id}/changes/{n}/decision', accepted, decided, group, { n: '1' })

  const withdrawn = await joint()
  await on('POST /api/projects/{id}/withdrawal', withdrawn, {}, as('proposer', people.helle))
  const returned = await joint()
  await on('POST /api/projects/{id}/return', returned, { reasons: [{ code: 'economy' }], comeBackWith: 'Et budget.' })
  const paused = await placed(await joint(), 2)
  await on('POST /api/projects/{id}/pause', paused, { reason: 'Afventer ny lov.', lookAgainOn: '2028-02-01' })

  const levelOne = await ready(await placed(await small(), 1))
  const [runningOne, reconsidered] = [
    await ready(await placed(await small(), 1)),
    await ready(await placed(await small(), 1)),
  ]
  for (const project of [runningOne, reconsidered])
    await on('POST /api/projects/{id}/start', project, { baseline: wasteBaseline('2029-06-30'), lead: people.jonas })
  await on('POST /api/projects/{id}/reconsideration', reconsidered, { text: 'Leverandøren er gået konkurs.' })
  const merged = await small()
  await on('POST /api/projects/{id}/merge', merged, { into: idea, reason: 'Samme idé.' })

  const agenda = [open, counted].map((project) => ({ meeting, project }))
  return {
    projects: [
      ...[idea, shaping, open, counted, approved, running, startable, withdrawn, returned, paused],
      ...[levelOne, runningOne, reconsidered, merged, graduating, completing, ...products],
    ],
    meetings: [meeting],
    agenda,
    cast,
    fitting: {
      'POST /api/meetings/{id}/decisions': [counted],
      'POST /api/projects/{id}/participants/departure': [idea, shaping, open, approved, running],
      'POST /api/projects/{id}/resubmission': [returned],
      'POST /api/projects/{id}/ready': [shaping],
      'POST /api/projects/{id}/start': [startable, levelOne],
      'POST /api/projects/{id}/reports': [running, runningOne],
      'POST /api/projects/{id}/reports/{n}/review': [running],
      'POST /api/projects/{id}/reconsideration/decision': [reconsidered],
      'POST /api/projects/{id}/conditions/{n}/fulfilment': [approved, running, startable],
      'POST /api/projects/{id}/conditions/{n}/waiver': [approved, running, startable],
      'POST /api/projects/{id}/reconsideration': [running, runningOne, approved],
      'POST /api/projects/{id}/go-lives': [running, completing],
      'POST /api/projects/{id}/graduation': [graduating],
      'POST /api/projects/{id}/graduation/check': [graduating],
      'POST /api/projects/{id}/completion': [completing],
      'POST /api/projects/{id}/changes': products,
      'POST /api/projects/{id}/changes/{n}/assessment': [product],
      'POST /api/projects/{id}/changes/{n}/decision': [assessed],
      'POST /api/projects/{id}/changes/{n}/completion': [accepted],
      'POST /api/projects/{id}/sla': products,
      'POST /api/projects/{id}/sla/results': products,
      'POST /api/projects/{id}/adaptations': products,
      'POST /api/projects/{id}/self-evaluations': products,
      'POST /api/projects/{id}/evaluations': products,
      'POST /api/projects/{id}/level-disputes': products,
      'POST /api/projects/{id}/retirement': products,
      'POST /api/projects/{id}/resumption': [paused],
      'POST /api/projects/{id}/reopening': [withdrawn],
      'GET /api/projects/{id}': [approved, running],
      'GET /api/projects/{id}/history': [approved, running],
    },
  }
}

const reportTo = (endsOn: `${number}-${number}-${number}`, spent: number) =>
  sensorReport({ from: '2027-02-01', to: '2027-04-30', endsOn, spent, forecast: 318_000_000 })
