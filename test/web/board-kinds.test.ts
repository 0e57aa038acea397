import { beforeEach, describe, expect, it } from 'vitest'
import { people, sensorBaseline, wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import type { MeetingId, ProjectId } from '../../shared/domain/identifiers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { languages } from '../../shared/i18n/language.ts'
import {
  approval,
  as,
  begin,
  chair,
  meetingNow,
  meetingOn,
  ready,
  secretariat,
  small,
  stack,
  submission,
  submitted,
  typesOf,
  vote,
} from '../functions/support/cast.ts'
import { aReport } from './support/joint-project.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})
const theChair = () => signedIn(chair(), people.birgitte.name)
const lead = () => as(people.helle.email, 'lead')
const act = (project: ProjectId, path: string, body: object, actor = secretariat()) =>
  stack.act(`POST /api/projects/{id}/${path}` as 'POST /api/projects/{id}/start', {
    params: { id: project },
    as: actor,
    body,
  })
const decide = (meeting: MeetingId, project: ProjectId, fields: readonly (readonly [string, string])[]) =>
  world.post(`/board/${meeting}/decide`, [['project', project], ['criteria[]', 'G10'], ...fields], { as: theChair() })
const look = async (meeting: MeetingId, project: ProjectId): Promise<string> => {
  for (const language of languages) {
    const { status, text } = await world.get(`/board/${meeting}/${project}`, { as: theChair(), language })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
  }
  return (await world.get(`/board/${meeting}/${project}`, { as: theChair() })).text
}

/** An approved project that runs, and is taken up again. */
const reconsidered = async (): Promise<{ project: ProjectId; meeting: MeetingId }> => {
  const project = await ready()
  const first = await meetingOn('2026-12-15T09:00:00+01:00')
  await vote(first, project, 'approve')
  await stack.act('POST /api/meetings/{id}/decisions', { params: { id: first }, as: chair(), body: approval(project) })
  stack.moveTo('2026-12-16T09:00:00.000Z')
  await act(project, 'lead', { lead: people.helle })
  await act(project, 'steering-group', { members: [people.kirsten, people.helle] })
  await act(project, 'start', {}, lead())
  const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
  await act(project, 'reconsideration', { text: 'Leverandøren er gået konkurs.' })
  return { project, meeting }
}

describe('given a reconsideration', () => {
  it('when the board reads it, then it sees why, the frame, and who is excluded', async () => {
    const { project, meeting } = await reconsidered()
    expect((await meetingNow(meeting)).agenda).toMatchObject([{ project, kind: 'reconsideration' }])
    const text = await look(meeting, project)
    expect(text).toContain('Leverandøren er gået konkurs.')
    expect(text).toContain('Ramme: 3.200.000 kr.')
    expect(text).not.toContain('Seneste fremdriftsrapport')
    expect(text).toContain('sidder i projektets styregruppe')
    for (const choice of ['continue', 'rescope', 'return', 'stop', 'abstain'])
      expect(text).toContain(`value="${choice}"`)
  })

  it('when its lead has reported, then the colours stand there with their reasons, and what help is wanted', async () => {
    const { project, meeting } = await reconsidered()
    const status = { colour: 'red', reason: 'Ingen leverandør.' } as const
    const report = aReport({ helpWanted: 'En anden leverandør.' })
    const body = { ...report, status: { ...report.status, overall: status } }
    await act(project, 'reports', body, lead())
    const text = await look(meeting, project)
    const told = text.slice(text.indexOf('Seneste fremdriftsrapport'))
    expect(told).toContain('Ingen leverandør.')
    expect(told).toContain('En anden leverandør.')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when its frame is over by then, then the paper says so, whatever the last report expected', async () => {
    const { project, meeting } = await reconsidered()
    await act(project, 'reports', aReport({}), lead())
    expect(await look(meeting, project)).toContain('Rammen slutter 31. december 2028.')
    stack.moveTo('2029-01-01T09:00:00.000Z')
    const text = await look(meeting, project)
    expect(text).toContain('Rammen sluttede 31. december 2028, og projektet er ikke færdigt.')
    expect(text).not.toContain('holder rammen')
  })

  it('when the votes say a new frame, then it is asked for, filled in with the old one, and holds from then on', async () => {
    const { project, meeting } = await reconsidered()
    await vote(meeting, project, 'rescope')
    const text = await look(meeting, project)
    expect(text).toContain('Stemmerne siger: ny ramme.')
    expect(text).toContain(`value="${sensorBaseline('2028-12-31').endsOn}"`)
    const { status } = await decide(meeting, project, [
      ['outcome', 'rescope'],
      ['reason', 'En mindre ramme.'],
      ['baseline.budget:kr', '2900000'],
      ['baseline.endsOn', '2029-06-30'],
      ['baseline.scope', 'Fire plejehjem.'],
    ])
    expect(status).toBe(303)
    expect(await stack.eventsOf(project)).toContainEqual(
      expect.objectContaining({ type: 'rescoped', baseline: expect.objectContaining({ endsOn: '2029-06-30' }) }),
    )
  })

  it.each([
    ['continue', [['endsOn', '2029-01-31']], 'continued'],
    ['stop', [], 'stopped'],
    [
      'return',
      [
        ['reasons.0.code', 'economy'],
        ['comeBackWith', 'En ny plan.'],
      ],
      'returned',
    ],
  ] as const)('when the votes say %s, then closing it says so', async (outcome, fields, type) => {
    const { project, meeting } = await reconsidered()
    await vote(meeting, project, outcome)
    await look(meeting, project)
    const { status } = await decide(meeting, project, [['outcome', outcome], ['reason', 'Derfor.'], ...fields])
    expect(status).toBe(303)
    expect(await typesOf(project)).toContain(type)
    await look(meeting, project)
  })
})

describe('given a level in dispute', () => {
  it.each([
    ['uphold', 'Niveauet er fastholdt'],
    ['amend', 'Niveauet er ændret'],
  ] as const)('when the votes say %s, then closing it says so', async (outcome, told) => {
    const project = await submitted(small())
    await act(project, 'classification', { level: 1 })
    await act(project, 'ready', {})
    await act(project, 'start', {
      baseline: { budget: { amount: 1_000_000, currency: 'DKK' }, endsOn: '2028-01-01', scope: 'Kortlaget.' },
      lead: people.helle,
    })
    await act(project, 'evaluations', { evaluations: { R1: { colour: 'green' } }, publish: false })
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await act(project, 'level-disputes', { wanted: 2, reason: 'Bilagene er på plads.' }, lead())
    expect((await meetingNow(meeting)).agenda).toMatchObject([{ project, kind: 'level' }])
    await vote(meeting, project, outcome)
    const text = await look(meeting, project)
    expect(text).toContain('Sekretariatet har fastsat sandkasse. De, der er evalueret, mener niveau 2.')
    expect(text).toContain('Bilagene er på plads.')
    expect(text).toContain(`R2 ${labels.da.criteria.R2}`)
    for (const money of ['Konsekvenser', 'Ramme:', '10.000 kr.', 'i alt for alle deltagere'])
      expect(text).not.toContain(money)
    expect(
      (
        await decide(meeting, project, [
          ['outcome', outcome],
          ['reason', 'Derfor.'],
        ])
      ).status,
    ).toBe(303)
    expect(await typesOf(project)).toContain('dispute-decided')
    expect(await look(meeting, project)).toContain(told)
  })
})

describe.each(languages)('given a level in dispute, and a reader of %s', (language) => {
  it('when they read the agenda, then it tells the levels and how much is missing, and no money', async () => {
    const concept = { ...wasteCalendar, jointCost: { amount: 123_456_700, currency: 'DKK' } }
    const project = await submitted(submission(concept, wasteCalendarAnswers, people.mette))
    await act(project, 'classification', { level: 1 })
    await act(project, 'ready', {})
    const baseline = { budget: { amount: 123_456_700, currency: 'DKK' }, endsOn: '2028-01-01', scope: 'Kortlaget.' }
    await act(project, 'start', { baseline, lead: people.helle })
    await act(project, 'evaluations', { evaluations: { R1: { colour: 'green' } }, publish: false })
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    await act(project, 'level-disputes', { wanted: 1, reason: 'Bilagene er på plads.' }, lead())
    for (const path of [`/board/${meeting}`, `/board/${meeting}/papers`, `/board/${meeting}/${project}`]) {
      const { text } = await world.get(path, { as: theChair(), language })
      expect(text, path).toContain(wasteCalendar.title)
      expect(text, path).not.toMatch(/1[.,]234[.,]567/)
    }
    const { text } = await world.get(`/board/${meeting}`, { as: theChair(), language })
    expect(text).toMatch(
      {
        da: /Fastsat: sandkasse\. Ønsket: niveau 1 · \d+ kriterier mangler/,
        en: /Fixed: the sandbox\. Wanted: level 1 · \d+ criteria missing/,
      }[language],
    )
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given something on level 1', () => {
  it('when the board is told of it, then there is a paper, and nothing to vote on', async () => {
    const meeting = await meetingOn('2027-01-20T09:00:00+01:00')
    const project = await submitted(small())
    await act(project, 'classification', { level: 1 })
    await act(project, 'ready', {})
    await act(project, 'start', {
      baseline: { budget: { amount: 1_000_000, currency: 'DKK' }, endsOn: '2028-01-01', scope: 'Kortlaget.' },
      lead: people.helle,
    })
    expect((await meetingNow(meeting)).agenda).toMatchObject([{ project, kind: 'information' }])
    const text = await look(meeting, project)
    expect(text).toContain('Punktet er til orientering.')
    expect(text).not.toContain('name="choice"')
  })
})
