import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dueOn } from '../../../shared/domain/calendar/days.ts'
import type { Report } from '../../../shared/domain/economy/report.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { act, anApproved, aReady, aRunning, ask, day, expectRefusal, typesOf } from '../support/life.ts'
import { aBaseline, actors, aReport, kr, people } from '../support/material.ts'

const { secretariat, lead } = actors
const report = (project: Project, days: number, but: Parameters<typeof aReport>[0] = {}) =>
  ask(project, { type: 'report', report: aReport(but) }, lead, day(days))
const reported = (project: Project, days: number, but: Parameters<typeof aReport>[0] = {}) =>
  act(project, { type: 'report', report: aReport(but) }, lead, day(days))
const reportOf = (project: Project) => project.due.find(({ kind }) => kind === 'report')
const onDay = (days: number) => dueOn(dateOf(day(days)))

describe('the work starts', () => {
  it('given level 1, when the secretariat sets the frame, then it starts and the board is informed', () => {
    const command = { type: 'start', baseline: aBaseline(), lead: people.troels } as const
    expect(typesOf(ask(aReady(1), command, secretariat, day(60)))).toEqual([
      'lead-appointed',
      'started',
      'board-informed',
    ])
    expect(aRunning(1)).toMatchObject({ state: 'implementation', startedAt: day(60), lead: people.troels })
    expect(aRunning(1).due).toMatchObject([
      { kind: 'report', dueAt: onDay(240) },
      { kind: 'self-evaluation', dueAt: onDay(242) },
    ])
  })

  it('given level 1 without a lead or a frame, when it starts, then that is refused', () => {
    expectRefusal(ask(aReady(1), { type: 'start', baseline: aBaseline() }, secretariat, day(60)), {
      rule: 'lead-required',
    })
    expectRefusal(ask(aReady(1), { type: 'start', lead: people.troels }, secretariat, day(60)), {
      rule: 'baseline-required',
    })
    const over = { type: 'start', lead: people.troels, baseline: aBaseline({ endsOn: '2026-10-01' }) } as const
    expectRefusal(ask(aReady(1), over, secretariat, day(60)), { rule: 'date-in-past', at: ['baseline', 'endsOn'] })
  })

  it('given an approval, when its lead starts it, then it has its frame and needs a steering group', () => {
    const led = act(anApproved(), { type: 'appoint-lead', lead: people.troels }, secretariat, day(51))
    expectRefusal(ask(led, { type: 'start' }, lead, day(52)), { rule: 'steering-group-required' })
    expect(aRunning(2).due.map(({ key }) => key)).toEqual(['condition-1', 'report-1', 'self-evaluation-1'])
    expect(aRunning(2).baseline).toEqual(aBaseline())
  })

  it('given a level 2 project that is ready, when somebody starts it, then that is refused: the board has not approved', () => {
    const command = { type: 'start', baseline: aBaseline(), lead: people.troels } as const
    expectRefusal(ask(aReady(2), command, secretariat, day(21)), { refused: 'illegal-in-state' })
  })
})

describe('a report comes', () => {
  it('given it comes in time, when received, then it waits for its review and the next is due a period later', () => {
    const project = reported(aRunning(2), 150)
    expect(project.reports).toMatchObject([{ number: 1, late: false, review: 'pending', receivedAt: day(150) }])
    expect(project.due.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['condition-1', onDay(153)],
      ['self-evaluation-1', onDay(242)],
      ['review-1', onDay(160)],
      ['report-2', onDay(240)],
    ])
    expect(project.regularReportOn).toBe(dateOf(day(240)))
  })

  it('given it comes late, when received, then an extra one is due after half a period and the schedule stays', () => {
    const project = reported(aRunning(2), 170)
    expect(project.reports).toMatchObject([{ late: true }])
    expect(reportOf(project)).toMatchObject({ key: 'report-2', dueAt: onDay(215) })
    expect(project.regularReportOn).toBe(dateOf(day(240)))
  })

  it('given the extra one comes in time, when received, then the regular one is next', () => {
    const project = reported(reported(aRunning(2), 170), 215)
    expect(reportOf(project)?.dueAt).toBe(onDay(240))
  })

  it('given it comes so late that the regular one is sooner, when received, then that is the next one', () => {
    expect(reportOf(reported(aRunning(2), 230))?.dueAt).toBe(onDay(240))
  })

  it('given it comes more than half a period early, when received, then it is an extra one and the due one stays', () => {
    const project = reported(aRunning(2), 80)
    expect(reportOf(project)).toMatchObject({ key: 'report-1', dueAt: onDay(150) })
    expect(project.reports).toHaveLength(1)
  })

  it('given a colour that is not green, when no reason stands beside it, then that is refused', () => {
    const status: Report['status'] = { ...aReport().status, economy: { colour: 'yellow', reason: ' ' } }
    expectRefusal(report(aRunning(2), 150, { status }), {
      rule: 'colour-needs-reason',
      at: ['status', 'economy', 'reason'],
    })
  })

  it('given a period that ends before it begins, then that is refused', () => {
    const period = { from: '2027-01-31', to: '2027-01-01' } as const
    expectRefusal(report(aRunning(2), 150, { period }), { rule: 'period-upside-down', at: ['period', 'to'] })
  })

  it('given several such colours, then each of them is named', () => {
    const { status: all } = aReport()
    const status: Report['status'] = { ...all, economy: { colour: 'red' }, risk: { colour: 'yellow', reason: ' ' } }
    expectRefusal(report(aRunning(2), 150, { status }), {
      rule: 'colour-needs-reason',
      at: ['status', 'economy', 'reason'],
      alsoAt: [['status', 'risk', 'reason']],
    })
  })

  it('given no day in the schedule, when a report comes, then the day it was due counts', () => {
    const { regularReportOn: _, ...unscheduled } = aRunning(2)
    expect(report(unscheduled as Project, 150)).toMatchObject([{ next: { regularOn: dateOf(day(240)) } }])
    expect(report({ ...unscheduled, due: [] } as Project, 150)).toMatchObject([
      { late: false, next: { dueAt: onDay(195), regularOn: dateOf(day(240)) } },
    ])
  })
})

describe('a report is reviewed', () => {
  const project = reported(aRunning(2), 150)
  const review = (outcome: 'accept' | 'return', text?: string, number = 1) =>
    ({ type: 'review-report', number, outcome, ...(text === undefined ? {} : { text }) }) as const

  it('given it is accepted, when reviewed, then its clock stops', () => {
    const accepted = act(project, review('accept'), secretariat, day(155))
    expect(accepted.reports).toMatchObject([{ review: 'accepted' }])
    expect(accepted.due.some(({ kind }) => kind === 'review')).toBe(false)
    expect(ask(project, review('accept', 'Godt gået.'), secretariat, day(155))).toMatchObject([{ note: 'Godt gået.' }])
  })

  it('given it is sent back, when reviewed, then a correction is due in fourteen days and takes its number', () => {
    const back = act(project, review('return', 'Økonomien mangler.'), secretariat, day(155))
    expect(back.due.find(({ kind }) => kind === 'correction')).toMatchObject({ about: 1, dueAt: onDay(169) })
    const corrected = reported(back, 160)
    expect(corrected.reports).toMatchObject([{ number: 1, review: 'pending', receivedAt: day(160) }])
    expect(corrected.due.some(({ kind }) => kind === 'correction')).toBe(false)
    expect(reportOf(corrected)?.key).toBe('report-2')
  })

  it('given two reports, when one is reviewed, then the other is as it was', () => {
    const two = reported(project, 240)
    const accepted = act(two, review('accept', undefined, 2), secretariat, day(245))
    expect(accepted.reports).toMatchObject([{ review: 'pending' }, { review: 'accepted' }])
    const back = act(accepted, review('return', 'Hvad er brugt?'), secretariat, day(246))
    expect(back.reports).toMatchObject([{ review: 'returned' }, { review: 'accepted' }])
  })

  it('given it is sent back without words, is unknown, or is reviewed already, when reviewed, then that is refused', () => {
    expectRefusal(ask(project, review('return'), secretariat, day(155)), { rule: 'comment-required' })
    expectRefusal(ask(project, review('accept', undefined, 7), secretariat, day(155)), { rule: 'no-such-report' })
    const accepted = act(project, review('accept'), secretariat, day(155))
    expectRefusal(ask(accepted, review('accept'), secretariat, day(156)), { rule: 'report-not-pending' })
  })
})

describe('a report outside the frame', () => {
  it('given a forecast above the tolerance, when received, then a reconsideration opens and states the variance', () => {
    const events = report(aRunning(2), 150, { forecast: kr(1_200_000) })
    expect(typesOf(events)).toEqual(['reported', 'reconsideration-opened'])
    expect(events).toMatchObject([{}, { grounds: [{ kind: 'variance', variance: { overrunBasisPoints: 2_000 } }] }])
  })

  it('given level 1, when received, then the board is informed of the reconsideration', () => {
    const events = report(aRunning(1), 240, { endsOn: '2027-12-31' })
    expect(typesOf(events)).toEqual(['reported', 'reconsideration-opened', 'board-informed'])
  })

  it('given two red reports in a row, when the second comes, then a reconsideration opens; a correction is no second one', () => {
    const red = reported(aRunning(2), 150, { overall: 'red' })
    expect(report(red, 240, { overall: 'red' })).toMatchObject([{}, { grounds: [{ kind: 'two-red-reports' }] }])
    const back = act(
      red,
      { type: 'review-report', number: 1, outcome: 'return', text: 'Hvorfor?' },
      secretariat,
      day(155),
    )
    expect(typesOf(report(back, 160, { overall: 'red' }))).toEqual(['reported'])
  })

  it('given a reconsideration is open already, when such a report comes, then no second one opens', () => {
    const open = reported(aRunning(2), 150, { forecast: kr(1_200_000) })
    expect(typesOf(report(open, 240, { forecast: kr(1_300_000) }))).toEqual(['reported'])
  })

  it('given a project without a frame, when a report comes, then there is nothing to measure it by', () => {
    const { baseline: _, ...frameless } = aRunning(2)
    expect(typesOf(report(frameless as Project, 150, { forecast: kr(9_000_000) }))).toEqual(['reported'])
  })

  it('given a red report of the life before, when the first one of the new life is red, then it stands alone', () => {
    const red = reported(aRunning(2), 150, { overall: 'red' })
    const again = { ...red, startedAt: day(200), regularReportOn: addDays(dateOf(day(200)), 90) }
    expect(typesOf(report(again, 240, { overall: 'red' }))).toEqual(['reported'])
  })
})
