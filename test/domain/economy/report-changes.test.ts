import { expect, test } from 'vitest'
import type { Milestone, Report, Risk } from '../../../shared/domain/economy/report.ts'
import { type ReportChange, reportChanges } from '../../../shared/domain/economy/report-changes.ts'
import { aReport, kr } from '../support/material.ts'

const pilot: Milestone = { title: 'Pilot', plannedOn: '2026-11-15', forecastOn: '2026-11-20' }
const done: Milestone = { ...pilot, doneOn: '2026-11-19' }
const leave: Risk = { text: 'Barsel', likelihood: 2, impact: 3, response: 'Afløser.' }

test.each<[string, Partial<Report>, Partial<Report>, readonly ReportChange[]]>([
  ['nothing', {}, {}, []],
  ['more is spent', { spent: kr(1) }, { spent: kr(3) }, [{ what: 'spent', by: 200 }]],
  ['less is forecast', { forecast: kr(3) }, { forecast: kr(2) }, [{ what: 'forecast', by: -100 }]],
  ['it ends later', { endsOn: '2027-06-30' }, { endsOn: '2027-07-02' }, [{ what: 'end', by: 2 }]],
  [
    'a milestone is new',
    { milestones: [] },
    { milestones: [pilot] },
    [{ what: 'milestone', title: 'Pilot', how: 'added' }],
  ],
  [
    'a milestone is gone',
    { milestones: [pilot] },
    { milestones: [] },
    [{ what: 'milestone', title: 'Pilot', how: 'gone' }],
  ],
  [
    'a milestone is reached',
    { milestones: [pilot] },
    { milestones: [done] },
    [{ what: 'milestone', title: 'Pilot', how: 'done' }],
  ],
  ['a milestone was reached before', { milestones: [done] }, { milestones: [done] }, []],
  [
    'a milestone moves',
    { milestones: [pilot] },
    { milestones: [{ ...pilot, forecastOn: '2026-11-30' }] },
    [{ what: 'milestone', title: 'Pilot', how: 'moved', by: 10 }],
  ],
  ['a risk is new', { risks: [] }, { risks: [leave] }, [{ what: 'risk', text: 'Barsel', how: 'added' }]],
  ['a risk is gone', { risks: [leave] }, { risks: [] }, [{ what: 'risk', text: 'Barsel', how: 'gone' }]],
  [
    'a risk weighs more',
    { risks: [leave] },
    { risks: [{ ...leave, impact: 5 }] },
    [{ what: 'risk', text: 'Barsel', how: 'up' }],
  ],
  [
    'a risk weighs less',
    { risks: [leave] },
    { risks: [{ ...leave, likelihood: 1 }] },
    [{ what: 'risk', text: 'Barsel', how: 'down' }],
  ],
  [
    'an authority more is live',
    { authoritiesLive: ['Tisvang Kommune'] },
    { authoritiesLive: ['Tisvang Kommune', 'Norre Strand Kommune'] },
    [{ what: 'live', authority: 'Norre Strand Kommune' }],
  ],
])('given %s, when a report is compared with the last, then just that is told', (_, before, after, changes) => {
  expect(reportChanges(aReport(before), aReport(after))).toEqual(changes)
})

test('given a report in another colour, then it is told from which to which', () => {
  expect(reportChanges(aReport(), aReport({ overall: 'red' }))).toEqual([
    { what: 'colour', part: 'overall', from: 'green', to: 'red' },
  ])
})
