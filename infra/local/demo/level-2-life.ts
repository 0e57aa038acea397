import * as z from 'zod'
import { addDays, dateOf, morningOf } from '../../../shared/domain/calendar/days.ts'
import { isMeetingId, type MeetingId, type ProjectId } from '../../../shared/domain/identifiers.ts'
import { submitted } from './level-1-life.ts'
import {
  board,
  people,
  sensorBaseline,
  sensorBaselineRescoped,
  sensorLayer,
  sensorLayerAnswers,
  sensorLayerAnswersRevised,
  sensorLayerRevised,
  sensorReport,
} from './material.ts'
import { beginStory, type Chapter } from './story.ts'
import type { World } from './world.ts'

const { helle, amir, kirsten, birgitte, karsten, anja, poul } = people
/** The answer to a call of a meeting. */
export const called = z.object({ id: z.string().refine(isMeetingId) })

/** Three municipalities' joint project: returned by the board, approved with a condition, overdue to the last step, reconsidered and re-scoped. */
export const liveLevel2 = async (world: World, tell: (chapter: Chapter) => void): Promise<ProjectId> => {
  const secretariat = await world.token('secretariat')
  const chair = await world.token('chair', { email: birgitte.email, authority: birgitte.authority })
  const seat = (member: { email: string; authority: string }) =>
    world.token('board', { email: member.email, authority: member.authority })

  const callMeeting = async (inDays: number): Promise<MeetingId> => {
    const meetsAt = morningOf(addDays(dateOf(await world.now()), inDays))
    const body = {
      meetsAt,
      form: 'meeting',
      place: 'Odense',
      members: board,
      budget: { amount: 500_000_000, currency: 'DKK' },
    }
    return called.parse(await world.post('/api/meetings', body, secretariat)).id
  }

  const story = await beginStory('level 2', world, tell, `${helle.name} submits “${sensorLayer.title}”`, async () => {
    const body = {
      kind: 'new',
      concept: sensorLayer,
      answers: sensorLayerAnswers,
      contact: helle,
      consentToPublish: true,
    }
    return submitted.parse(await world.post('/api/projects', body)).id
  })
  const { project, act } = story
  const path = `/api/projects/${project}`
  const vote = async (
    meeting: MeetingId,
    votes: readonly (readonly [typeof karsten | typeof anja | typeof poul | typeof birgitte, string, string?])[],
  ) => {
    for (const [member, choice, comment] of votes)
      await world.post(
        `/api/meetings/${meeting}/votes`,
        { project, choice, ...(comment === undefined ? {} : { comment }) },
        member === birgitte ? chair : await seat(member),
      )
  }

  const conclude = (meeting: MeetingId) => world.post(`/api/meetings/${meeting}/conclusion`, { quorate: true }, chair)

  await act('The secretariat confirms level 2', () => world.post(`${path}/classification`, { level: 2 }, secretariat))
  await act('The concept is ready for the board', () => world.post(`${path}/ready`, {}, secretariat))
  let meeting = await callMeeting(45)
  await act('A meeting is called; the concept is put on its agenda by itself', () => world.settled())
  await act('Papers go out two weeks before; a reminder to vote three days before', () => world.step(45))
  await act('The board votes: what of the architecture?', () =>
    vote(meeting, [
      [birgitte, 'return', 'Referencearkitekturen er ikke nævnt.'],
      [karsten, 'return', 'Hvordan håndteres ældre nødkald?'],
      [anja, 'approve'],
      [poul, 'abstain', 'Afventer økonomien.'],
    ]),
  )
  await act('Returned by the board: not rejected, once more through idea generation', () =>
    world.post(
      `/api/meetings/${meeting}/decisions`,
      {
        project,
        outcome: 'return',
        reason: 'Behovet er klart, men konceptet siger intet om referencearkitektur og ældre nødkald.',
        criteria: ['F18'],
        nextStep: 'Forslagsstilleren beskriver arkitekturen og kommer igen.',
        reasons: [{ code: 'architecture', text: 'Redegør for referencearkitektur for IoT.' }],
        comeBackWith: 'Et afsnit om arkitektur og en plan for ældre nødkald.',
      },
      chair,
    ),
  )
  await act('The meeting is concluded', () => conclude(meeting))
  const proposer = await world.linkOf(helle.email, project)
  await act(`${helle.name} comes again, with the architecture`, () =>
    world.post(
      `${path}/resubmission`,
      { concept: sensorLayerRevised, answers: sensorLayerAnswersRevised, note: 'Arkitektur og nødkald er beskrevet.' },
      proposer,
    ),
  )
  await act('Level 2 again', () => world.post(`${path}/classification`, { level: 2 }, secretariat))
  await act('A steering group is named; one of its members sits on the board', () =>
    world.post(`${path}/steering-group`, { members: [kirsten, helle] }, proposer),
  )
  await act('Ready again', () => world.post(`${path}/ready`, {}, secretariat))
  meeting = await callMeeting(60)
  await act('The next meeting is called', () => world.settled())
  await act('Papers, and the reminder to vote', () => world.step(60))
  await act('The board ranks and votes; the one in the steering group is excluded', async () => {
    await world.post(`/api/meetings/${meeting}/rankings`, { order: [project] }, chair)
    await vote(meeting, [
      [birgitte, 'approve'],
      [karsten, 'approve'],
      [anja, 'approve'],
      [poul, 'return', 'Økonomien hviler på én kommune.'],
    ])
  })
  const today = dateOf(await world.now())
  const endsOn = addDays(today, 720)
  await act('Approved with a condition', () =>
    world.post(
      `/api/meetings/${meeting}/decisions`,
      {
        project,
        outcome: 'approve',
        reason: 'Arkitekturen er på plads, og tre kommuner deltager.',
        criteria: ['R3', 'F18', 'S1'],
        nextStep: 'Projektleder udpeges, og projektet igangsættes.',
        baseline: sensorBaseline(endsOn),
        conditions: [
          { text: 'Tilslutningsaftaler underskrevet af alle tre kommuner.', owner: amir, dueOn: addDays(today, 90) },
        ],
      },
      chair,
    ),
  )
  await act('The meeting is concluded', () => conclude(meeting))
  await act(`${amir.name} is named lead`, () => world.post(`${path}/lead`, { lead: amir }, secretariat))
  const lead = await world.linkOf(amir.email, project)
  await act(`${amir.name} starts the project`, () => world.post(`${path}/start`, {}, lead))
  const startedOn = dateOf(await world.now())
  await act('The condition is reminded of, and fulfilled by its owner', async () => {
    await world.step(80)
    await world.post(`${path}/conditions/1/fulfilment`, { evidence: 'Tre underskrevne aftaler i sagen.' }, lead)
  })
  await act('No report: reminded, then chased step by step, at last a reconsideration', () => world.step(45))
  meeting = await callMeeting(40)
  await act('An item on the agenda of the next meeting', () => world.settled())
  await act('The meeting comes near', () => world.step(40))
  await act('The board votes to re-scope', () =>
    vote(meeting, [
      [birgitte, 'rescope', 'Nødkald kan vente.'],
      [karsten, 'rescope', 'Færre steder, så det kan nås.'],
      [anja, 'continue'],
      [poul, 'rescope', 'Mindre ramme.'],
    ]),
  )
  const rescopedOn = dateOf(await world.now())
  const newEnd = addDays(rescopedOn, 500)
  await act('Re-scoped: a smaller frame, a new date for the report', () =>
    world.post(
      `/api/meetings/${meeting}/decisions`,
      {
        project,
        outcome: 'rescope',
        reason: 'Projektet kan ikke nå tre sensortyper inden for rammen.',
        criteria: ['R1', 'G6'],
        nextStep: 'Projektlederen rapporterer inden for halvanden måned.',
        baseline: sensorBaselineRescoped(newEnd),
      },
      chair,
    ),
  )
  await act('The meeting is concluded', () => conclude(meeting))
  await act('The report comes', () =>
    world.post(
      `${path}/reports`,
      sensorReport({ from: startedOn, to: rescopedOn, endsOn: newEnd, spent: 61_000_000, forecast: 288_000_000 }),
      lead,
    ),
  )
  await act('…and is accepted', () => world.post(`${path}/reports/1/review`, { outcome: 'accept' }, secretariat))
  await act('The next morning: the news that nobody had to act on', () => world.step(5))
  return project
}
