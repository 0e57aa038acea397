import { describe, expect, it } from 'vitest'
import { morningOf } from '../../../shared/domain/calendar/days.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { whoseMove } from '../../../shared/domain/project/whose-move.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import {
  act,
  anApproved,
  aReady,
  aRunning,
  aShaped,
  ask,
  day,
  expectRefusal,
  onAgenda,
  typesOf,
} from '../support/life.ts'
import { actors, aReport } from '../support/material.ts'

const { secretariat, lead } = actors
const to = (level: Level, reason = 'Projektet er vokset.') => ({ type: 'place', level, reason }) as const

describe('the level of a project changes', () => {
  it('given the same level, when it is placed again, then nothing changes', () => {
    expect(ask(aShaped(1), { type: 'place', level: 1 }, secretariat, day(5))).toEqual([])
  })

  it('given another level without a reason, when it is placed, then that is refused', () => {
    expectRefusal(ask(aShaped(1), { type: 'place', level: 2 }, secretariat, day(5)), { rule: 'change-needs-reason' })
  })

  it('given a concept being shaped, when it is raised, then it is at once and no clock changes', () => {
    const raised = act(aShaped(1), to(2), secretariat, day(5))
    expect(raised).toMatchObject({ level: 2, state: 'shaping', due: aShaped(1).due })
  })

  it('given a ready concept, when it is raised from 1, then it is handed to the board with a clock of its own', () => {
    const raised = act(aReady(1), to(2), secretariat, day(22))
    expect(raised).toMatchObject({ level: 2, state: 'ready', moveSince: day(22), due: [{ kind: 'decision' }] })
    expect(whoseMove(raised).party).toBe('board')
  })

  it('given a concept on the agenda, when it is lowered to 1, then it leaves the agenda and the secretariat has it', () => {
    const lowered = act(onAgenda(2), to(1, 'Kun én kommune er med.'), secretariat, day(30))
    expect(lowered).toMatchObject({ level: 1, due: [{ kind: 'answer' }] })
    expect(lowered.meeting).toBeUndefined()
    expect(whoseMove(lowered).party).toBe('secretariat')
  })

  it('given a ready concept of level 2, when it is raised to 3, then the board keeps it as it was', () => {
    const raised = act(onAgenda(2), to(3), secretariat, day(30))
    expect(raised).toMatchObject({ level: 3, due: onAgenda(2).due, moveSince: day(20) })
  })
})

describe('the level of a running project changes', () => {
  it('given level 1, when it is raised, then it is reconsidered and reports come as often as the new level asks', () => {
    const events = ask(aRunning(1), to(2), secretariat, day(62))
    expect(typesOf(events)).toEqual(['level-changed', 'reconsideration-opened'])
    expect(events).toMatchObject([
      { report: { regularOn: '2027-01-31' } },
      { grounds: [{ kind: 'level-raised', from: 1, to: 2 }] },
    ])
    const raised = act(aRunning(1), to(2), secretariat, day(62))
    expect(raised).toMatchObject({ level: 2, state: 'reconsideration', from: 'implementation' })
    expect(raised.due.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['report-1', morningOf('2027-02-01')],
      ['self-evaluation-1', morningOf('2027-05-03')],
      ['decision-1', morningOf('2027-03-02')],
    ])
    expect(whoseMove(raised).party).toBe('board')
  })

  it('given level 1, when it is raised, then work goes on and reports are taken', () => {
    const raised = act(aRunning(1), to(2), secretariat, day(62))
    expect(typesOf(ask(raised, { type: 'report', report: aReport() }, lead, day(150)))).toEqual(['reported'])
  })

  it('given level 2, when it is raised to 3, then no reconsideration follows', () => {
    expect(typesOf(ask(aRunning(2), to(3), secretariat, day(62)))).toEqual(['level-changed'])
  })

  it('given a report that is due sooner than the new level asks, when it is raised, then it stays where it is', () => {
    const events = ask(aRunning(2), to(3), secretariat, day(145))
    expect(events).toHaveLength(1)
    expect(events).not.toMatchObject([{ report: {} }])
  })

  it('given level 2, when it is lowered, then that takes effect from the next due date', () => {
    const lowered = act(aRunning(2), to(1, 'To kommuner er gået ud.'), secretariat, day(62))
    const due = lowered.due.find(({ kind }) => kind === 'report')?.dueAt ?? ''
    expect(lowered).toMatchObject({ level: 2, levelFrom: { level: 1, effectiveAt: due } })
    const early = act(lowered, { type: 'report', report: aReport() }, lead, day(140))
    expect(early).toMatchObject({ level: 2, regularReportOn: '2027-07-28' })
    const inTime = act(lowered, { type: 'report', report: aReport() }, lead, due)
    expect(inTime.level).toBe(1)
    expect(inTime.levelFrom).toBeUndefined()
  })

  it('given a level that is to be lowered, when that is taken back, then nothing is reconsidered', () => {
    const lowered = act(aRunning(2), to(1, 'To kommuner er gået ud.'), secretariat, day(62))
    expect(typesOf(ask(lowered, to(2), secretariat, day(63)))).toEqual(['level-changed'])
    const back = act(lowered, to(2), secretariat, day(63))
    expect(back.level).toBe(2)
    expect(back.levelFrom).toBeUndefined()
  })

  it('given a report that is overdue, when the level is lowered, then it is at once', () => {
    expect(act(aRunning(2), to(1, 'Kun drift tilbage.'), secretariat, day(170))).toMatchObject({ level: 1 })
  })

  it('given no report is due at all, when the level is lowered or raised, then it is at once', () => {
    const undated = { ...aRunning(2), due: [] }
    expect(ask(undated, to(1), secretariat, day(62))).toMatchObject([{ effectiveAt: day(62) }])
    expect(ask(undated, to(3), secretariat, day(62))).toEqual([
      { type: 'level-changed', from: 2, to: 3, reason: 'Projektet er vokset.', effectiveAt: day(62) },
    ])
  })

  it('given a project that was approved, when it is lowered to 1 before it starts, then it needs no steering group', () => {
    const lowered = act(anApproved(2), to(1, 'Kun én kommune er med.'), secretariat, day(52))
    const led = act(lowered, { type: 'appoint-lead', lead: 'con_troels-tisvang' }, secretariat, day(53))
    expect(typesOf(ask(led, { type: 'start' }, lead, day(54)))).toEqual(['started'])
  })

  it('given one period for all levels in the settings, when a project starts, then it holds for each', () => {
    const clocks = { ...defaultSettings.clocks, report: { ...defaultSettings.clocks.report, days: 60 } }
    const started = act(aRunning(2), to(3), secretariat, day(62), { ...defaultSettings, clocks })
    expect(started.regularReportOn).toBe('2027-01-01')
  })

  it('given no period in the settings, when a level is raised, then a report is due now', () => {
    const { days: _, ...daysless } = defaultSettings.clocks.report
    const clocks = { ...defaultSettings.clocks, report: daysless }
    const events = ask(aRunning(2), to(3), secretariat, day(62), { ...defaultSettings, clocks })
    expect(events).toMatchObject([{ report: { regularOn: '2026-11-02' } }])
  })
})
