import { describe, expect, test } from 'vitest'
import { projectView } from '../../../shared/api/project-view.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { projectProjection } from '../../../shared/use-cases/project-projection.ts'
import { act, aDecision, aReconsidered, aRunning, aShaped, ask, aTally, day, expectRefusal } from '../support/life.ts'
import { aBaseline, actors, aReport, meetings } from '../support/material.ts'

const report = (project: Project, overall: 'green' | 'red', on: number): Project =>
  act(project, { type: 'report', report: aReport({ overall }) }, actors.lead, day(on))

const september = { type: 'put-on-agenda', meeting: { meeting: meetings.september, meetingAt: day(300) } } as const
const lower = { type: 'place', level: 2, reason: 'To kommuner er trådt ud.' } as const

describe('reports in a row', () => {
  test('given an earlier report that is corrected, when it comes back, then it keeps its place among the others', () => {
    const two = report(report(aRunning(), 'red', 150), 'green', 240)
    const back = act(
      two,
      { type: 'review-report', number: 1, outcome: 'return', text: 'Hvad er brugt?' },
      actors.secretariat,
      day(241),
    )

    const corrected = report(back, 'red', 242)

    expect(corrected.reports.map(({ number }) => number)).toEqual([1, 2])
    expect(corrected.state).toBe('implementation')
  })

  test('given a report that nobody reviewed before the project was returned, when it runs anew, then it waits for no review', () => {
    const reported = report(aReconsidered(1), 'green', 80)
    const decision = aDecision({
      outcome: 'return',
      reasons: [{ code: 'economy' }],
      comeBackWith: 'En ny økonomi.',
    })
    const returned = act(reported, { type: 'decide-reconsideration', decision }, actors.secretariat, day(81))
    const again = act(returned, { type: 'resubmit', concept: {} }, actors.proposer, day(82))
    const shaped = act(again, { type: 'place', level: 1 }, actors.secretariat, day(83))
    const ready = act(shaped, { type: 'mark-ready' }, actors.secretariat, day(84))
    const running = act(ready, { type: 'start', baseline: aBaseline() }, actors.secretariat, day(85))

    const answer = ask(
      running,
      { type: 'review-report', number: 1, outcome: 'return', text: 'Hvad er brugt?' },
      actors.secretariat,
      day(86),
    )

    expectRefusal(answer, { rule: 'report-not-pending' })
  })
})

describe('a lowered level that has not taken effect', () => {
  /** Level 3, lowered to 2 from its next report, and taken up again before that. */
  const reconsidered = act(
    act(aRunning(3), lower, actors.secretariat, day(61)),
    { type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' },
    actors.lead,
    day(62),
  )
  const atMeeting = (outcome: 'continue' | 'return' | 'stop'): Project =>
    act(
      act(reconsidered, september, actors.secretariat, day(63)),
      {
        type: 'decide',
        meeting: meetings.september,
        decision: aDecision({ outcome, reasons: [{ code: 'economy' }], comeBackWith: 'En ny økonomi.' }),
        tally: aTally({ counts: { [outcome]: 3 } }),
      },
      actors.chair,
      day(300),
    )

  test('given its day passes while the board has the project, then the level stays until the board has decided', () => {
    const commented = act(reconsidered, { type: 'comment', text: 'Hvad nu?' }, actors.secretariat, day(200))
    expect(commented.level).toBe(3)
    const goesOn = atMeeting('continue')
    expect(act(goesOn, { type: 'comment', text: 'Videre.' }, actors.secretariat, day(301)).level).toBe(2)
  })

  test('given the project is returned or stopped, then it waits no longer, and cannot undo a level placed later', () => {
    const returned = atMeeting('return')
    expect(returned).toMatchObject({ level: 2 })
    expect(returned.levelFrom).toBeUndefined()
    const again = act(returned, { type: 'resubmit', concept: {} }, actors.proposer, day(301))
    const placed = act(again, { type: 'place', level: 3 }, actors.secretariat, day(302))
    expect(act(placed, { type: 'comment', text: 'Videre.' }, actors.secretariat, day(400)).level).toBe(3)
    expect(atMeeting('stop')).toMatchObject({ level: 2, state: 'stopped' })
  })
})

describe('a project that is closed', () => {
  test('given it is on an agenda and has open conditions, when it is stopped, then it is on none and nothing is asked', () => {
    const stopped = act(
      act(aReconsidered(), september, actors.secretariat, day(71)),
      {
        type: 'decide',
        meeting: meetings.september,
        decision: aDecision({ outcome: 'stop' }),
        tally: aTally({ counts: { stop: 3 } }),
      },
      actors.chair,
      day(300),
    )
    expect(stopped.meeting).toBeUndefined()
    expect(stopped.due).toEqual([])
    expect(stopped.conditions.map(({ state }) => state)).toEqual(['superseded'])
  })
})

describe('a concept from before there were themes', () => {
  const before = aShaped()

  test('given its log, when it is folded, then it has none, in its view neither', () => {
    expect(before.concept).not.toHaveProperty('theme')
    expect(projectProjection(before, defaultSettings).summary).not.toHaveProperty('theme')
    expect(projectView(before, { actor: actors.secretariat, now: day(23) })).not.toHaveProperty('theme')
  })

  test('given the secretariat names one, when the concept is revised, then it has it, and nothing else changed', () => {
    const revision = { type: 'revise', concept: { theme: 'planning-and-traffic' } } as const
    const after = act(before, revision, actors.secretariat, day(23))
    expect(after.concept).toEqual({ ...before.concept, theme: 'planning-and-traffic' })
    expect(projectProjection(after, defaultSettings).summary).toMatchObject({ theme: 'planning-and-traffic' })
  })
})
