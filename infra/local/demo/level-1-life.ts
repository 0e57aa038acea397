import * as z from 'zod'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import { isProjectId, type ProjectId } from '../../../shared/domain/identifiers.ts'
import { people, wasteBaseline, wasteCalendar, wasteCalendarAnswers, wasteReport } from './material.ts'
import { beginStory, type Chapter } from './story.ts'
import type { World } from './world.ts'

const { mette, jonas } = people

/** The answer to a submission. */
export const submitted = z.object({ id: z.string().refine(isProjectId) })

/** One municipality's small idea: returned once, started by the secretariat, its first report late. */
export const liveLevel1 = async (world: World, tell: (chapter: Chapter) => void): Promise<ProjectId> => {
  const story = await beginStory('level 1', world, tell, `${mette.name} submits “${wasteCalendar.title}”`, async () => {
    const body = {
      kind: 'new',
      concept: wasteCalendar,
      answers: wasteCalendarAnswers,
      contact: mette,
      consentToPublish: true,
    }
    return submitted.parse(await world.post('/api/projects', body)).id
  })
  const { project, act } = story
  const path = `/api/projects/${project}`
  const secretariat = await world.token('secretariat')

  await act('The secretariat returns it: what is the value, and for whom?', () =>
    world.post(
      `${path}/return`,
      {
        reasons: [{ code: 'value-unclear', text: 'Hvor mange borgere og kommuner får gavn af det?' }],
        comeBackWith: 'Et skøn over henvendelser i dag, og to kommuner der kunne genbruge løsningen.',
      },
      secretariat,
    ),
  )
  const proposer = await world.linkOf(mette.email, project)
  await act('A month goes by; the proposer is reminded', () => world.step(31))
  await act(`${mette.name} resubmits by her personal link`, () =>
    world.post(
      `${path}/resubmission`,
      {
        concept: { value: '40 opkald om ugen falder bort; Fjordby og Havneby vil genbruge programmet.' },
        answers: { R1: { answer: 'yes', text: 'Cirka 2.000 opkald om året; to kommuner mere har sagt ja.' } },
        note: 'Kundeservice har talt opkald i tre uger.',
      },
      proposer,
    ),
  )
  await act('The secretariat confirms level 1', () => world.post(`${path}/classification`, { level: 1 }, secretariat))
  await act('The secretariat asks about the licence of the plans', () =>
    world.post(
      `${path}/comments`,
      { text: 'Husk at renovatørens planer skal kunne gives videre.', criterion: 'F2' },
      secretariat,
    ),
  )
  await act('Assessed: five green, one yellow', () =>
    world.post(
      `${path}/assessment`,
      {
        evaluations: {
          R1: { colour: 'green' },
          F2: { colour: 'green' },
          F4: { colour: 'yellow', text: 'Trusselsvurdering mangler.' },
        },
      },
      secretariat,
    ),
  )
  await act('The concept is ready', () => world.post(`${path}/ready`, {}, secretariat))
  const endsOn = addDays(dateOf(await world.now()), 400)
  await act(`Straight to implementation with ${jonas.name} as lead; the board is informed`, () =>
    world.post(`${path}/start`, { baseline: wasteBaseline(endsOn), lead: jonas }, secretariat),
  )
  const startedOn = dateOf(await world.now())
  await act('Half a year later: the report was called for twice, and is nine days late', () => world.step(189))
  const lead = await world.linkOf(jonas.email, project)
  const today = dateOf(await world.now())
  await act(`${jonas.name} reports, late; an extra report is due in half a period`, () =>
    world.post(
      `${path}/reports`,
      wasteReport({ from: startedOn, to: today, endsOn: addDays(endsOn, 20), spent: 9_400_000, forecast: 18_600_000 }),
      lead,
    ),
  )
  await act('The secretariat accepts the report', () =>
    world.post(`${path}/reports/1/review`, { outcome: 'accept' }, secretariat),
  )
  return project
}
