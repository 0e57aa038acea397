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
} from '../../../infra/local/demo/material.ts'
import type { RouteKey } from '../../../shared/api/routes.ts'
import type { Actor, Role } from '../../../shared/domain/actor.ts'
import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { MemoryStack } from '../../fakes/memory-stack.ts'

/** What somebody wrote in a field: itself, or with more to it. */
export type Mark = (field: string) => string

const plain: Mark = (field) => field

/** A project in every state that there is, and a meeting that has begun to vote. */
export interface Scenes {
  readonly projects: Readonly<Record<ProjectStateName, ProjectId>>
  readonly meeting: MeetingId
  readonly as: (email: string, ...roles: Role[]) => Actor
}

const contact = (name: string, mark: Mark) => ({
  name: mark(name),
  email: `${name}@scenes.example`,
  language: 'da',
  authority: mark('Skovby Kommune'),
})

/**
 * Lives projects into every state by the API's own acts, one after the other.
 * @param mark makes what is written in each field of free text
 * @throws when an act is refused, so that a scene is what it says
 */
export const setScenes = async (stack: MemoryStack, mark: Mark = plain): Promise<Scenes> => {
  const as = (email: string, ...roles: Role[]): Actor => ({ kind: 'person', id: stack.contacts.idOf(email), roles })
  const secretariat = as('signe@os2.example', 'secretariat')
  const chair = as(people.birgitte.email, 'chair')
  const proposer = as('proposer@scenes.example', 'proposer')
  const lead = as('lead@scenes.example', 'lead')
  const group = as('group@scenes.example', 'coordination')

  const act = async (route: RouteKey, id: string, who: Actor, body: object = {}, n?: string) => {
    const answer = await stack.act(route, { params: n === undefined ? { id } : { id, n }, as: who, body })
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const on =
    (id: ProjectId) =>
    (path: string, body: object = {}, who: Actor = secretariat, n?: string) =>
      act(`POST /api/projects/{id}/${path}` as RouteKey, id, who, body, n)

  const marked = (concept: object): object =>
    Object.fromEntries(
      Object.entries(concept).map(([name, value]) => [
        name,
        typeof value === 'string' && !['businessCritical', 'licence', 'repository', 'theme'].includes(name)
          ? mark(value)
          : value,
      ]),
    )
  const answered = (answers: object) =>
    Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, { answer, text: mark(`svar ${id}`) }]))
  const submit = async (concept: object, answers: object, kind = 'new'): Promise<ProjectId> => {
    const body = {
      kind,
      concept: marked(concept),
      answers: answered(answers),
      contact: contact('proposer', mark),
      consentToPublish: true,
    }
    return (await stack.act('POST /api/projects', { body })).body.id
  }
  const idea = () => submit({ ...wasteCalendar, background: 'Baggrund', value: 'Værdi' }, wasteCalendarAnswers)
  const shaping = async (level = 1): Promise<ProjectId> => {
    const id = await (level === 1 ? idea() : submit(sensorLayer, sensorLayerAnswers))
    await on(id)('classification', { level, reason: mark('En kommune.') })
    await on(id)('comments', { text: mark('Skal vi tage spildevand med?') }, proposer)
    await on(id)('assessment', { evaluations: { R1: { colour: 'yellow', text: mark('Uklart.') } } })
    return id
  }
  const ready = async (level = 1): Promise<ProjectId> => {
    const id = await shaping(level)
    await on(id)('ready', { note: mark('Klar.') })
    return id
  }
  const running = async (): Promise<ProjectId> => {
    const id = await ready()
    await on(id)('start', {
      baseline: { ...wasteBaseline('2027-12-31'), scope: mark('Omfang') },
      lead: contact('lead', mark),
    })
    return id
  }
  const report = () => {
    const one = sensorReport({
      from: '2026-11-02',
      to: '2026-12-01',
      endsOn: '2027-12-31',
      spent: 1_000,
      forecast: 2_000,
    })
    return {
      ...one,
      status: { ...one.status, risk: { colour: 'yellow', reason: mark('Kun én leverandør.') } },
      milestones: [{ title: mark('Første drift'), plannedOn: '2027-01-01', forecastOn: '2027-02-01' }],
      risks: [{ text: mark('Lukkede snitflader.'), likelihood: 3, impact: 4, response: mark('Krav i udbud.') }],
      nextPeriod: mark('Mere drift.'),
      helpWanted: mark('En kommune mere.'),
    }
  }
  const live = async (): Promise<ProjectId> => {
    const id = await running()
    await on(id)('reports', report(), lead)
    for (const authority of ['Skovby Kommune', 'Åby Kommune']) await on(id)('go-lives', { authority, on: '2026-11-02' })
    return id
  }

  const readyForBoard = await ready(2)
  const meeting: MeetingId = (
    await stack.act('POST /api/meetings', {
      as: secretariat,
      body: {
        meetsAt: '2026-12-20T09:00:00.000Z',
        place: mark('Odense'),
        members: board,
        budget: { amount: 500_000_000, currency: 'DKK' },
      },
    })
  ).body.id
  await stack.settle()
  const decided = async (outcome: string, more: object = {}): Promise<ProjectId> => {
    const id = await ready(2)
    await act('POST /api/meetings/{id}/agenda', meeting, secretariat, { project: id }).catch(() => undefined)
    for (const { email } of [people.birgitte, people.karsten, people.anja, people.poul])
      await act(
        'POST /api/meetings/{id}/votes',
        meeting,
        email === people.birgitte.email ? chair : as(email, 'board'),
        {
          project: id,
          choice: outcome,
          comment: mark('Fordi.'),
        },
      )
    await act('POST /api/meetings/{id}/decisions', meeting, chair, {
      project: id,
      outcome,
      reason: mark('Løser et fælles behov.'),
      criteria: ['R3'],
      nextStep: mark('Udpeg en projektleder.'),
      ...more,
    })
    return id
  }
  const approved = await decided('approve', {
    baseline: { ...sensorBaseline('2028-12-31'), scope: mark('Omfang') },
    conditions: [{ text: mark('Aftaler underskrevet.'), owner: contact('owner', mark), dueOn: '2027-06-30' }],
  })
  const rejected = await decided('reject')
  await act('POST /api/meetings/{id}/votes', meeting, chair, {
    project: readyForBoard,
    choice: 'return',
    comment: mark('Hvad med arkitekturen?'),
  })

  const returned = await shaping()
  await on(returned)('return', {
    reasons: [{ code: 'value-unclear', text: mark('Hvem får gavn af det?') }],
    comeBackWith: mark('To cases.'),
  })
  const withdrawn = await shaping()
  await on(withdrawn)('withdrawal', { reason: mark('Vi har ikke råd.') }, proposer)
  const implementation = await running()
  await on(implementation)('reports', report(), lead)
  const paused = await running()
  await on(paused)('pause', { reason: mark('Klagesag.'), lookAgainOn: '2027-02-01' })
  const reconsideration = await running()
  await on(reconsideration)('reconsideration', { text: mark('Leverandøren er gået konkurs.') })
  const stopped = await running()
  await on(stopped)('reconsideration', { text: mark('Det går ikke.') })
  await on(stopped)('reconsideration/decision', {
    outcome: 'stop',
    reason: mark('Det går ikke.'),
    criteria: ['R1'],
    nextStep: mark('Luk det.'),
  })
  const merged = await idea()
  await on(merged)('merge', { into: implementation, reason: mark('Samme idé.') })
  const completed = await running()
  await on(completed)('go-lives', { authority: 'Skovby Kommune', on: '2026-11-02' })
  await on(completed)('completion', { note: mark('Færdig.') })
  const asProduct = async (): Promise<ProjectId> => {
    const id = await live()
    await on(id)('coordination-group', {
      members: [contact('group', mark)],
      chair: 'group@scenes.example',
    })
    await on(id)('graduation', {
      confirmed: ['governance-and-financing', 'documentation', 'agreements-and-tools'].map((item) => ({
        item,
        evidence: mark('Underskrevet.'),
      })),
    })
    return id
  }
  const product = await asProduct()
  await on(product)('changes', { title: mark('Flere sensorer'), text: mark('Vi vil have flere.') }, group)
  const retired = await asProduct()
  await on(retired)('retirement', { reason: mark('Afløst af et andet.') })

  return {
    projects: {
      idea: await idea(),
      shaping: await shaping(),
      ready: readyForBoard,
      returned,
      approved,
      implementation,
      reconsideration,
      paused,
      product,
      rejected,
      stopped,
      withdrawn,
      merged,
      completed,
      retired,
    },
    meeting,
    as,
  }
}
