import * as z from 'zod'
import { addDays, dateOf, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { submitted } from './level-1-life.ts'
import { called } from './level-2-life.ts'
import { board, people } from './material.ts'
import { allGreen, confirmed, floodBaseline, floodWarning, floodWarningAnswers } from './product-material.ts'
import { beginStory, type Chapter } from './story.ts'
import { takeOver } from './takeover-life.ts'
import type { World } from './world.ts'

const { rikke, thomas, lise, ole, nadia, birgitte, karsten, anja, poul } = people

/** What anyone may read of an evaluation. */
const evaluated = z.object({ assessment: z.object({ level: z.union([z.literal('sandbox'), z.number()]) }) })

/**
 * A joint project that many depend on: approved, live in two municipalities, a product with a coordination group, changes, a
 * missed SLA and an evaluation that raises its assessed level; while another municipality's finished solution is taken over.
 */
export const liveLevel3 = async (world: World, tell: (chapter: Chapter) => void): Promise<readonly ProjectId[]> => {
  const secretariat = await world.token('secretariat')
  const chair = await world.token('chair', { email: birgitte.email, authority: birgitte.authority })
  const story = await beginStory('level 3', world, tell, `${rikke.name} submits “${floodWarning.title}”`, async () => {
    const body = {
      kind: 'new',
      concept: floodWarning,
      answers: floodWarningAnswers,
      contact: rikke,
      consentToPublish: true,
    }
    return submitted.parse(await world.post('/api/projects', body)).id
  })
  const { project, act } = story
  const path = `/api/projects/${project}`

  await act('The secretariat confirms level 3', () => world.post(`${path}/classification`, { level: 3 }, secretariat))
  await act('The concept is ready for the board', () => world.post(`${path}/ready`, {}, secretariat))
  const meetsAt = morningOf(addDays(dateOf(await world.now()), 20))
  const { id: meeting } = called.parse(await world.post('/api/meetings', { meetsAt, members: board }, secretariat))
  await act('A meeting in three weeks; the papers go out, and the day comes', () => world.step(20))
  const endsOn = addDays(dateOf(await world.now()), 900)
  await act('All vote for it: approved', async () => {
    for (const member of [birgitte, karsten, anja, poul]) {
      const role = member === birgitte ? 'chair' : 'board'
      const token = await world.token(role, { email: member.email, authority: member.authority })
      await world.post(`/api/meetings/${meeting}/votes`, { project, choice: 'approve' }, token)
    }
    await world.post(
      `/api/meetings/${meeting}/decisions`,
      {
        project,
        outcome: 'approve',
        reason: 'Behovet er landsdækkende, og tre kommuner går forrest.',
        criteria: ['R3', 'R4'],
        baseline: floodBaseline(endsOn),
      },
      chair,
    )
    await world.post(`/api/meetings/${meeting}/conclusion`, { quorate: true }, chair)
  })
  await act(`${lise.name} and ${rikke.name} are its steering group, ${thomas.name} its lead`, async () => {
    await world.post(`${path}/steering-group`, { members: [lise, rikke] }, secretariat)
    await world.post(`${path}/lead`, { lead: thomas }, secretariat)
  })
  const lead = await world.linkOf(thomas.email, project)
  await act(`${thomas.name} starts the project`, () => world.post(`${path}/start`, {}, lead))
  await act(`Three weeks later it is live in ${rikke.authority}`, async () => {
    await world.step(21)
    const on = dateOf(await world.now())
    await world.post(`${path}/go-lives`, { authority: rikke.authority, on, note: 'Elleve målere.' }, lead)
  })
  await act(`…and in ${ole.authority}: is it a product?`, async () => {
    const on = dateOf(await world.now())
    await world.post(`${path}/go-lives`, { authority: ole.authority, on }, lead)
  })
  await act('The secretariat goes through the checklist: agreements and a coordination group are missing', () =>
    world.post(
      `${path}/graduation/check`,
      { confirmed: [confirmed.financing, confirmed.documentation], note: 'Databehandleraftalerne mangler.' },
      secretariat,
    ),
  )
  await act(`A coordination group, with ${ole.name} as its chair`, () =>
    world.post(`${path}/coordination-group`, { members: [ole, nadia], chair: ole.email }, secretariat),
  )
  await act('The last agreements are signed: a product at last', () =>
    world.post(`${path}/graduation`, { confirmed: [confirmed.agreements] }, secretariat),
  )
  const group = await world.token('coordination', { project, email: ole.email, authority: ole.authority })
  const steering = await world.token('steering', { project, email: lise.email, authority: lise.authority })

  const proposer = await world.linkOf(rikke.email, project)
  await act(`${rikke.name} asks for a change; it is small, and accepted`, async () => {
    const change = { title: 'Varsel som SMS', text: 'Vagten ser ikke altid sin mail om natten.' }
    await world.post(`${path}/changes`, change, proposer)
    const cost = { amount: 4_000_000, currency: 'DKK' }
    await world.post(`${path}/changes/1/assessment`, { text: 'To dages arbejde.', cost }, group)
    await world.post(`${path}/changes/1/decision`, { outcome: 'accept', reason: 'Billigt og vigtigt.' }, group)
  })
  await act('Another is more than the coordination group may decide: to the steering group', async () => {
    const change = { title: 'Prognoser fra radar', text: 'Regn skal varsles, før den falder.' }
    await world.post(`${path}/changes`, change, proposer)
    const cost = { amount: 190_000_000, currency: 'DKK' }
    await world.post(`${path}/changes/2/assessment`, { text: 'Et halvt års udvikling.', cost }, group)
    const decision = { outcome: 'beyond-frame', reason: 'Kræver ny finansiering.' }
    await world.post(`${path}/changes/2/decision`, decision, group)
  })
  await act('The steering group finds the money', () =>
    world.post(`${path}/changes/2/decision`, { outcome: 'accept', reason: 'Tre kommuner deler udgiften.' }, steering),
  )
  await act('The first evaluation: level 2', () =>
    world.post(`${path}/evaluations`, { evaluations: allGreen(2), publish: true }, secretariat),
  )
  const from = dateOf(await world.now())
  await act('Targets are set: 99.5 % of the time, an answer within the hour', () =>
    world.post(`${path}/sla`, { targets: { availability: 9_950, response: 60 } }, group),
  )

  const takenOver = await takeOver(story, tell)

  await act('A month later the coordination group is reminded of the first result', () => world.step(31))
  await act('It is a breach, and the note says why; the small change is done', async () => {
    await world.post(
      `${path}/sla/results`,
      {
        period: { from, to: addDays(from, 29) },
        results: { availability: 9_871, response: 35 },
        note: 'Et nedbrud i driftscentret den nat, det regnede mest.',
      },
      group,
    )
    await world.post(`${path}/changes/1/completion`, { note: 'Udgivet i 1.1.' }, group)
  })
  await act('The architecture is adapted: two sites instead of one', () =>
    world.post(
      `${path}/adaptations`,
      {
        title: 'Drift på to steder',
        text: 'Målinger modtages i to driftscentre, som kan overtage hinandens arbejde.',
        reason: 'Et nedbrud må ikke ramme, når det regner.',
      },
      group,
    ),
  )
  await act('The steering group answers the criteria anew', () =>
    world.post(
      `${path}/self-evaluations`,
      { answers: { G6: { answer: 'yes' }, G11: { answer: 'yes', text: 'Ni kommuner er med.' } } },
      steering,
    ),
  )
  await act('The secretariat evaluates: it has grown to level 3', () =>
    world.post(`${path}/evaluations`, { evaluations: allGreen(3), publish: true }, secretariat),
  )
  const { assessment } = evaluated.parse(await world.get(path))
  if (assessment.level !== 3) story.fail(`anyone reads that it is assessed at ${assessment.level}`)
  await act('The next morning: the news that nobody had to act on', () => world.step(5))
  return [project, takenOver]
}
