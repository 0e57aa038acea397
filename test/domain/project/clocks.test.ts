import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dueOn, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { StepName } from '../../../shared/domain/deadlines/due-item.ts'
import { pause, resume } from '../../../shared/domain/project/deciding/clocks.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import {
  act,
  after,
  anApproved,
  anIdea,
  aPaused,
  aReady,
  aRunning,
  aShaped,
  ask,
  day,
  expectRefusal,
  typesOf,
} from '../support/life.ts'
import { actors, aReport, people, projects } from '../support/material.ts'

const { secretariat, monitor, lead, proposer } = actors
const context = { now: day(80), actor: secretariat, settings: defaultSettings, id: projects.byggesag }

describe('a project pauses', () => {
  it('given a running project, when it pauses, then its clocks stand still and one asks to look again', () => {
    const paused = aPaused()
    expect(paused).toMatchObject({
      state: 'paused',
      from: 'implementation',
      held: aRunning().due,
      due: [{ kind: 'look-again', key: 'look-again-1', dueAt: dueOn('2027-01-09') }],
    })
  })

  it('given a date to look again that is not ahead, when it pauses, then that is refused', () => {
    const today = { type: 'pause', reason: 'Afventer lov.', lookAgainOn: dateOf(day(70)) } as const
    expectRefusal(ask(aRunning(), today, secretariat, day(70)), { rule: 'date-in-past', at: ['lookAgainOn'] })
  })

  it('given an idea nobody has answered, when it is to pause, then that is refused', () => {
    const command = { type: 'pause', reason: 'Ferie.', lookAgainOn: '2026-10-01' } as const
    expectRefusal(ask(anIdea(), command, secretariat, day(1)), { refused: 'illegal-in-state' })
    expect(pause(anIdea(), command, context)).toEqual([])
  })

  it('given ten days of pause, when it resumes, then every clock has the days it had left, on working days', () => {
    const resumed = act(aPaused(), { type: 'resume' }, secretariat, day(80))
    expect(resumed).toMatchObject({ state: 'implementation', moveSince: day(80) })
    expect(resumed.due.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['condition-1', dueOn('2027-02-11')],
      ['report-1', dueOn(addDays(dateOf(day(150)), 10))],
      ['self-evaluation-1', dueOn(addDays(dateOf(dueOn(dateOf(day(60 + 182)))), 10))],
    ])
    expect(resumed.due.map(({ since }) => since)).toEqual([day(60), day(70), day(70)])
    expect(resumed.regularReportOn).toBe(addDays(dateOf(day(150)), 10))
  })

  it('given a pause before the start, when it resumes, then there is no schedule of reports to move', () => {
    const command = { type: 'pause', reason: 'Afventer lov.', lookAgainOn: '2026-12-01' } as const
    const resumed = act(act(anApproved(), command, secretariat, day(55)), { type: 'resume' }, secretariat, day(65))
    expect(resumed).toMatchObject({ state: 'approved' })
    expect(resumed.regularReportOn).toBeUndefined()
  })

  it('given it is not paused, when it resumes, then nothing changes', () => {
    expect(resume(aRunning(), context)).toEqual([])
    expect(after(aRunning(), [{ type: 'resumed', due: [] }], day(80))).toMatchObject({ state: 'implementation' })
  })

  it('given a level to be lowered with the next report, when the pause outlasts that day, then it waits for the report', () => {
    const lowered = act(aRunning(2), { type: 'place', level: 1, reason: 'Kun drift.' }, secretariat, day(62))
    const command = { type: 'pause', reason: 'Afventer lov.', lookAgainOn: '2027-06-01' } as const
    const resumed = act(act(lowered, command, secretariat, day(70)), { type: 'resume' }, secretariat, day(200))
    const due = resumed.due.find(({ kind }) => kind === 'report')?.dueAt
    expect(resumed).toMatchObject({ level: 2, levelFrom: { level: 1, effectiveAt: due } })
    expect(act(resumed, { type: 'report', report: aReport() }, lead, due ?? '').level).toBe(1)
  })

  it('given a level to be lowered and no report held, when it resumes, then it is lowered when it was to be', () => {
    const lowered = act(aRunning(2), { type: 'place', level: 1, reason: 'Kun drift.' }, secretariat, day(62))
    const command = { type: 'pause', reason: 'Afventer lov.', lookAgainOn: '2027-06-01' } as const
    const paused = act(lowered, command, secretariat, day(70)) as Project & { state: 'paused' }
    const resumed = act({ ...paused, held: [] }, { type: 'resume' }, secretariat, day(80))
    expect(resumed.levelFrom).toEqual(lowered.levelFrom)
  })

  it('given the last authority left meanwhile, when it resumes, then it is reconsidered', () => {
    let project: Project = aPaused()
    for (const { authority } of project.authorities) project = act(project, { type: 'leave', authority }, lead, day(75))
    expect(typesOf(ask(project, { type: 'resume' }, secretariat, day(80)))).toEqual([
      'resumed',
      'reconsideration-opened',
    ])
  })
})

describe('a closed project is taken up again', () => {
  it('given it was withdrawn, when it is reopened, then it is an idea that waits for an answer, its history kept', () => {
    const returned = act(
      aReady(),
      { type: 'return', reasons: [{ code: 'security' }], comeBackWith: 'En risikovurdering.' },
      secretariat,
      day(22),
    )
    const withdrawn = act(returned, { type: 'withdraw' }, proposer, day(23))
    const reopened = act(
      withdrawn,
      { type: 'reopen', reason: 'Forslagsstilleren vil alligevel.' },
      secretariat,
      day(40),
    )
    expect(reopened).toMatchObject({ state: 'idea', due: [{ key: 'answer-3' }], returns: [{}] })
    expect('closedAt' in reopened).toBe(false)
  })

  it('given an approval with open conditions, when it was withdrawn and is reopened, then they ask nothing any more', () => {
    const withdrawn = act(anApproved(), { type: 'withdraw' }, proposer, day(55))
    const reopened = act(withdrawn, { type: 'reopen', reason: 'Igen.' }, secretariat, day(60))
    expect(reopened.conditions).toMatchObject([{ state: 'superseded' }])
  })
})

describe('the steps of a clock fire', () => {
  const take = (project: Project, item: string, step: StepName, days: number) =>
    ask(project, { type: 'take-step', item, step }, monitor, day(days))
  const taken = (project: Project, item: string, steps: readonly StepName[], days: number) =>
    steps.reduce((now, step) => act(now, { type: 'take-step', item, step }, monitor, day(days)), project)

  it('given its moment has passed, when the monitor takes it, then it fires once', () => {
    const events = take(anIdea(), 'answer-1', 'after-7', 7)
    expect(events).toMatchObject([
      { type: 'step-taken', to: ['secretariat'], consequence: 'none', at: day(7), late: false },
    ])
    const fired = taken(anIdea(), 'answer-1', ['after-7'], 7)
    expect(take(fired, 'answer-1', 'after-7', 8)).toEqual([])
  })

  it('given its item is closed, when it comes late, then nothing happens', () => {
    expect(take(aShaped(), 'answer-1', 'after-7', 8)).toEqual([])
  })

  it('given its moment is still ahead, or an earlier one has not fired, when it is taken, then that is refused', () => {
    expectRefusal(take(anIdea(), 'answer-1', 'after-7', 6), { rule: 'step-not-due' })
    expectRefusal(take(anIdea(), 'answer-1', 'overdue-1', 30), { rule: 'step-not-due' })
    expectRefusal(take(anIdea(), 'answer-1', 'after-99', 300), { rule: 'step-not-due' })
  })

  it('given every step has fired, when another is taken, then that is refused', () => {
    const spent = taken(anIdea(), 'answer-1', ['after-7', 'overdue-1', 'overdue-7'], 30)
    expectRefusal(take(spent, 'answer-1', 'overdue-30', 60), { rule: 'step-not-due' })
  })

  it('given the monitor was down for a week, when it takes a step, then the step is marked late', () => {
    expect(take(anIdea(), 'answer-1', 'after-7', 14)).toMatchObject([{ late: true, at: day(7) }])
  })

  it('given silence after a return, when the ladder ends, then the project lapses and is no rejection', () => {
    const all: StepName[] = ['after-30', 'after-45', 'overdue-1', 'overdue-16']
    const silent = taken(aShaped(), 'concept-1', all, 100)
    expect(typesOf(take(silent, 'concept-1', 'overdue-30', 100))).toEqual(['step-taken', 'withdrawn'])
    const lapsed = taken(silent, 'concept-1', ['overdue-30'], 100)
    // Nobody is asked anything any more; what never was public is kept for its time.
    expect(lapsed).toMatchObject({ state: 'withdrawn', due: [{ kind: 'retention', dueAt: dueOn(dateOf(day(465))) }] })
  })

  it('given a report nobody reviewed, when the ladder ends, then it counts as accepted, and says so', () => {
    const reported = act(aRunning(), { type: 'report', report: aReport() }, lead, day(150))
    const waited = taken(reported, 'review-1', ['after-7', 'overdue-1'], 170)
    const accepted = taken(waited, 'review-1', ['overdue-7'], 170)
    expect(accepted.reports).toMatchObject([{ review: 'accepted-by-silence' }])
    const nameless = { ...waited, due: waited.due.map(({ about: _, ...item }) => item) }
    expect(typesOf(take(nameless, 'review-1', 'overdue-7', 170))).toEqual(['step-taken'])
  })

  it('given a condition nobody fulfilled, when the ladder ends, then it opens a reconsideration that names it', () => {
    const waited = taken(aRunning(), 'condition-1', ['before-14', 'overdue-1'], 175)
    expect(take(waited, 'condition-1', 'overdue-14', 175)).toMatchObject([
      {},
      { grounds: [{ kind: 'condition-lapsed', condition: 1 }] },
    ])
  })

  it('given a pause, when the day to look again has come, then the secretariat is told, and once more the day after', () => {
    expect(take(aPaused(), 'look-again-1', 'before-0', 132)).toMatchObject([{ to: ['secretariat'] }])
    expect(aPaused().proposer).toBe(people.maren)
  })

  it('given a moment, when it is a working morning in Copenhagen, then that is when the step stands', () => {
    const events = take(aRunning(), 'report-1', 'before-14', 150)
    expect(events).toMatchObject([{ at: morningOf(addDays(dateOf(day(150)), -14)) }])
  })
})
