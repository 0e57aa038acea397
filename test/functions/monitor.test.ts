import { describe, expect, test } from 'vitest'
import { monitorHandler } from '../../functions/progress-monitor/handler.ts'
import {
  board,
  people,
  sensorLayer,
  sensorLayerAnswers,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
} from '../../infra/local/demo/material.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { addDays, dateOf, morningOf, postAfter } from '../../shared/domain/calendar/days.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { chaseOverdue } from '../../shared/use-cases/chase-overdue.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { lambdaContext } from '../fakes/http-event.ts'
import { type MemoryStack, memoryStack } from '../fakes/memory-stack.ts'

const start = '2026-11-02T08:00:00.000Z'
/** So many days later, at nine in the morning: an hour after the clocks of the process strike. */
const later = (days: number) => new Date(Date.parse(morningOf(addDays(dateOf(start), days))) + 3_600_000).toISOString()

const secretariatOf = (stack: MemoryStack): Actor => ({
  kind: 'person',
  id: stack.contacts.idOf('signe@os2.example'),
  roles: ['secretariat'],
})
const submit = async (
  stack: MemoryStack,
  concept: object = wasteCalendar,
  answers: object = wasteCalendarAnswers,
): Promise<ProjectId> => {
  const body = { concept, answers, contact: people.mette, consentToPublish: true }
  return (await stack.act('POST /api/projects', { body })).body.id
}
const running = async (stack: MemoryStack): Promise<ProjectId> => {
  const id = await submit(stack)
  const desk = (route: 'classification' | 'ready' | 'start', body: object) =>
    stack.act(`POST /api/projects/{id}/${route}`, { params: { id }, as: secretariatOf(stack), body })
  await desk('classification', { level: 1 })
  await desk('ready', {})
  await desk('start', { baseline: wasteBaseline('2027-12-31'), lead: people.jonas })
  return id
}
const stepsOn = async (stack: MemoryStack, id: ProjectId | MeetingId) =>
  (await stack.eventsOf(id)).flatMap((event) =>
    event.type === 'step-taken' ? [`${event.item} ${event.step}${event.late ? ' late' : ''}`] : [],
  )

describe('the monitor', () => {
  test('given an idea nobody answers, each step fires on its day and never again', async () => {
    const stack = memoryStack({ now: start })
    const id = await submit(stack)
    for (let day = 0; day <= 40; day += 1) {
      stack.moveTo(later(day))
      await stack.chase()
      await stack.settle()
    }
    expect(await stepsOn(stack, id)).toEqual(['answer-1 after-7', 'answer-1 overdue-1', 'answer-1 overdue-7'])
  })

  test('given runs late, after a week of silence, each missed step fires once, in order, marked late', async () => {
    const stack = memoryStack({ now: start })
    const id = await submit(stack)
    stack.moveTo(later(30))
    expect(await stack.chase()).toMatchObject({ streams: 1, steps: 3, failed: [], ended: 'done' })
    expect(await stepsOn(stack, id)).toEqual([
      'answer-1 after-7 late',
      'answer-1 overdue-1 late',
      'answer-1 overdue-7 late',
    ])
    expect(await stack.chase()).toMatchObject({ steps: 0 })
  })

  test('given runs that overlap, each step fires exactly once', async () => {
    const stack = memoryStack({ now: start })
    const ids = [await submit(stack), await submit(stack), await running(stack)]
    stack.moveTo(later(230))
    const runs = await Promise.all([stack.chase(), stack.chase(), stack.chase()])
    await stack.settle()
    expect(runs.flatMap(({ failed }) => failed)).toEqual([])
    const steps = await Promise.all(ids.map((id) => stepsOn(stack, id)))
    for (const taken of steps) expect(new Set(taken).size).toBe(taken.length)
    expect(runs.reduce((sum, run) => sum + run.steps, 0)).toBe(steps.flat().length)
    expect(steps[0]).toHaveLength(3)
    expect(steps[2]?.filter((step) => step.startsWith('report'))).toEqual(
      ['before-14', 'before-3', 'overdue-1', 'overdue-7', 'overdue-14', 'overdue-30'].map(
        (step) => `report-1 ${step} late`,
      ),
    )
    expect(steps[2]?.filter((step) => step.startsWith('self-evaluation'))).toEqual(
      ['before-30', 'before-7', 'overdue-1', 'overdue-30'].map((step) => `self-evaluation-1 ${step} late`),
    )
  })

  test('given the last rung, its consequence comes with it: silence withdraws, a missing report opens a reconsideration', async () => {
    const stack = memoryStack({ now: start })
    const id = await submit(stack)
    const lead = await running(stack)
    await stack.act('POST /api/projects/{id}/return', {
      params: { id },
      as: secretariatOf(stack),
      body: { reasons: [{ code: 'value-unclear' }], comeBackWith: 'Et skøn.' },
    })
    for (let day = 0; day <= 230; day += 5) {
      stack.moveTo(later(day))
      await stack.chase()
      await stack.settle()
    }
    const types = (await stack.eventsOf(id)).map(({ type }) => type)
    expect(types.at(-1)).toBe('withdrawn')
    expect((await stack.eventsOf(lead)).map(({ type }) => type)).toContain('reconsideration-opened')
  })

  test('given a meeting, its papers and its reminder to vote are due like anything else', async () => {
    const stack = memoryStack({ now: start })
    const body = { meetsAt: morningOf(addDays(dateOf(start), 60)), members: board }
    const meeting: MeetingId = (await stack.act('POST /api/meetings', { as: secretariatOf(stack), body })).body.id
    for (let day = 0; day <= 70; day += 1) {
      stack.moveTo(later(day))
      await stack.chase()
      await stack.settle()
    }
    const steps = await stepsOn(stack, meeting)
    expect(steps.length).toBeGreaterThan(0)
    expect(new Set(steps).size).toBe(steps.length)
    expect((await stack.eventsOf(meeting)).map(({ type }) => type)).toContain('papers-sent')
  })

  test('given an index that lags, the log says what is due', async () => {
    const stack = memoryStack({ now: start })
    const id = await submit(stack, sensorLayer, sensorLayerAnswers)
    stack.moveTo(later(8))
    const stale = {
      ...stack.projections,
      due: async function* () {
        yield { stream: id, nextDueAt: later(1) }
        yield { stream: id, nextDueAt: later(7) }
      },
    }
    const ports = { ...stack, projections: stale }
    expect(await chaseOverdue(ports, { correlationId: 'run', goesOn: () => true })).toMatchObject({
      streams: 2,
      steps: 1,
    })
    const gone = {
      ...stale,
      due: async function* () {
        yield { stream: 'prj_00000000000000000000000000' as const, nextDueAt: start }
      },
    }
    expect(
      await chaseOverdue({ ...ports, projections: gone }, { correlationId: 'run', goesOn: () => true }),
    ).toMatchObject({ steps: 0, failed: [] })
  })

  test('given letters whose morning it is, their post goes, and a mail queue that is away fails the run', async () => {
    const stack = memoryStack({ now: later(0) })
    const morning = postAfter(later(0))
    const entry = { stream: 'prj_01', recipients: ['secretariat'], correlationId: 'c' } as const
    for (const version of [1, 2]) await stack.rounds.keep(morning, { ...entry, version })
    await stack.rounds.keep(postAfter(later(9)), { ...entry, version: 3 })
    expect(await stack.chase()).toMatchObject({ streams: 0, posts: 0 })
    stack.moveTo(morning)
    expect(await stack.chase()).toMatchObject({ streams: 0, posts: 1, failed: [] })
    expect(stack.postMessages.called).toEqual([morning])
    const postMessages = { callOut: () => Promise.reject(new Unavailable('sqs')) }
    const lines: string[] = []
    const handler = monitorHandler({ ...stack, postMessages }, (line) => lines.push(line))
    await expect(handler({}, lambdaContext(60_000))).rejects.toThrow('1 of what is due was not chased')
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ post: morning, cause: { name: 'Unavailable' } })
  })

  test('given a stream that fails, the others are chased, and the run fails so that somebody notices', async () => {
    const stack = memoryStack({ now: start })
    const [bad, good] = [await submit(stack), await submit(stack)]
    stack.moveTo(later(8))
    const log: typeof stack.log = {
      ...stack.log,
      load: (stream) => {
        if (stream === bad) throw new Unavailable('dynamodb')
        return stack.log.load(stream)
      },
    }
    const lines: string[] = []
    const handler = monitorHandler({ ...stack, log }, (line) => lines.push(line))
    await expect(handler({}, lambdaContext(60_000))).rejects.toThrow('1 of what is due was not chased')
    expect(await stepsOn(stack, good)).toEqual(['answer-1 after-7'])
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', streams: 2, steps: 1, failed: 1, ended: 'done' },
      { level: 'error', project: bad, cause: { name: 'Unavailable' } },
    ])
  })

  test('given too little time, it stops between steps and the next run goes on', async () => {
    const stack = memoryStack({ now: start })
    const id = await submit(stack)
    stack.moveTo(later(30))
    const handler = monitorHandler(stack, () => {})
    expect(await handler({}, lambdaContext(5_000))).toMatchObject({ ended: 'out-of-time', steps: 0 })
    let left = 2
    const goesOn = () => left-- > 0
    expect(await chaseOverdue(stack, { correlationId: 'run', goesOn })).toMatchObject({ steps: 1 })
    expect(await handler({}, lambdaContext(60_000))).toMatchObject({ ended: 'done', steps: 2 })
    expect(await stepsOn(stack, id)).toHaveLength(3)
  })
})
