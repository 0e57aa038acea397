import { expect, test } from 'vitest'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import type { MeetingCalendar, Projections } from '../../../shared/use-cases/ports.ts'
import { gathered } from './gathered.ts'
import { aMeeting, aProject, newMeeting, newProject } from './material.ts'

/** What projections and the calendar keep to, in memory and in the table: each test with a state and years of its own. */
export const projectionsKeep = (open: () => Projections & MeetingCalendar): void => {
  test('a projection is written by a newer version only', async () => {
    const projections = open()
    const stream = newProject()
    expect(await projections.put(aProject(stream, 3, { state: 'shaping' }))).toBe(true)
    expect(await projections.put(aProject(stream, 3, { state: 'ready' }))).toBe(false)
    expect(await projections.put(aProject(stream, 2, { state: 'ready' }))).toBe(false)
    expect(await projections.put(aProject(stream, 4, { state: 'returned' }))).toBe(true)
    expect((await projections.byState('project', 'shaping', { limit: 50 })).items).toEqual([])
    const { version: _, ...row } = aProject(stream, 4, { state: 'returned' })
    expect((await projections.byState('project', 'returned', { limit: 50 })).items).toEqual([row])
    await projections.clear(stream)
    expect((await projections.byState('project', 'returned', { limit: 50 })).items).toEqual([])
    expect(await projections.put(aProject(stream, 1, { state: 'paused' }))).toBe(true)
  })

  test('a projection whose words were redacted is written over one of the same version, never over a newer one', async () => {
    const projections = open()
    const stream = newProject()
    expect(await projections.renew(aProject(stream, 3, { state: 'withdrawn' }))).toBe(true)
    const { version: _, ...row } = aProject(stream, 3, { state: 'withdrawn', orderedBy: '2026-09-02T08:00:00.000Z' })
    expect(await projections.renew({ ...row, version: 3 })).toBe(true)
    expect(await projections.renew(aProject(stream, 2, { state: 'withdrawn' }))).toBe(false)
    expect((await projections.byState('project', 'withdrawn', { limit: 50 })).items).toEqual([row])
    await projections.clear(stream)
  })

  test('who is on a project stays as it was until a newer version says otherwise, and goes with the projection', async () => {
    const projections = open()
    const stream = newProject()
    const lead = (contact: ContactId) => ({ people: [{ contact, parts: ['lead'] }] }) as const
    const there = async () =>
      (await gathered(projections.people())).filter(({ project }) => project === stream).map(({ people }) => people)
    await projections.put(aProject(stream, 1, lead('con_1')))
    await projections.put(aProject(stream, 2))
    expect(await there()).toEqual([lead('con_1').people])
    await projections.put(aProject(stream, 3, lead('con_2')))
    await projections.put(aProject(stream, 2, lead('con_3')))
    expect(await there()).toEqual([lead('con_2').people])
    expect((await projections.byState('project', 'idea', { limit: 50 })).items).toContainEqual(
      expect.not.objectContaining({ people: expect.anything() }),
    )
    await projections.clear(stream)
    expect(await there()).toEqual([])
  })

  test('who is on a project is written also where what lists show is there already', async () => {
    const projections = open()
    const stream = newProject()
    await projections.put(aProject(stream, 2))
    await projections.put(aProject(stream, 2, { people: [] }))
    expect((await gathered(projections.people())).filter(({ project }) => project === stream)).toEqual([
      { project: stream, people: [] },
    ])
    await projections.clear(stream)
  })

  test('a state is listed in order, page by page', async () => {
    const projections = open()
    const rows = Array.from({ length: 5 }, (_, n) =>
      aProject(newProject(), 1, { state: 'stopped', orderedBy: `2026-09-0${5 - n}T08:00:00.000Z` }),
    )
    for (const row of rows) await projections.put(row)
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<Projections['byState']>> = await projections.byState('project', 'stopped', {
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      })
      found.push(...page.items.map(({ stream }) => stream))
      cursor = page.next
    } while (cursor !== null)
    expect(found).toEqual(rows.map(({ stream }) => stream).reverse())
  })

  test('a cursor that somebody made up starts at the beginning or finds nothing, and breaks nothing', async () => {
    const projections = open()
    for (const cursor of ['nonsense', '%%%', Buffer.from('{"pk":1}').toString('base64url')])
      expect((await projections.byState('project', 'nowhere', { limit: 5, cursor })).items).toEqual([])
  })

  test('what is due is found at its moment, what is not due never', async () => {
    const projections = open()
    const [soon, later, never] = [newProject(), newProject(), newProject()]
    await projections.put(aProject(soon, 1, { state: 'merged', nextDueAt: '2001-01-01T07:00:00.000Z' }))
    await projections.put(aProject(later, 1, { state: 'merged', nextDueAt: '2001-01-02T07:00:00.000Z' }))
    await projections.put(aProject(never, 1, { state: 'merged' }))
    const dueAt = async (until: string) => {
      const due = (await gathered(projections.due(until))).flatMap((one) => ('stream' in one ? one : []))
      return due.filter(({ stream }) => [soon, later, never].includes(stream as never)).sort(byMoment)
    }
    expect(await dueAt('2001-01-01T06:59:59.999Z')).toEqual([])
    expect(await dueAt('2001-01-01T07:00:00.000Z')).toEqual([{ stream: soon, nextDueAt: '2001-01-01T07:00:00.000Z' }])
    expect((await dueAt('2001-01-03T00:00:00.000Z')).map(({ stream }) => stream)).toEqual([soon, later])
    await projections.put(aProject(soon, 2, { state: 'merged' }))
    expect((await dueAt('2001-01-03T00:00:00.000Z')).map(({ stream }) => stream)).toEqual([later])
  })

  test('the next meeting is the earliest whose papers are not due yet, written votes left out', async () => {
    const projections = open()
    const [first, second, written] = [newMeeting(), newMeeting(), newMeeting()]
    await projections.put(
      aMeeting(second, { meetsAt: '2040-06-20T08:00:00.000Z', papersDueAt: '2040-06-06T08:00:00.000Z' }),
    )
    await projections.put(
      aMeeting(first, { meetsAt: '2040-06-10T08:00:00.000Z', papersDueAt: '2040-05-27T08:00:00.000Z' }),
    )
    await projections.put(
      aMeeting(written, {
        meetsAt: '2040-06-01T08:00:00.000Z',
        papersDueAt: '2040-05-31T08:00:00.000Z',
        form: 'written',
      }),
    )
    expect(await projections.next('2040-05-20T08:00:00.000Z')).toEqual({
      meeting: first,
      meetingAt: '2040-06-10T08:00:00.000Z',
    })
    expect(await projections.next('2040-05-28T08:00:00.000Z')).toEqual({
      meeting: second,
      meetingAt: '2040-06-20T08:00:00.000Z',
    })
    expect(await projections.next('2040-06-07T08:00:00.000Z')).toBeUndefined()
  })
}

const byMoment = (a: { readonly nextDueAt: string }, b: { readonly nextDueAt: string }): number =>
  a.nextDueAt < b.nextDueAt ? -1 : 1
