import { describe, expect, test } from 'vitest'
import { settledAt } from '../../../shared/domain/meeting/settled.ts'
import type { GivenDecision, ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import {
  aCondition,
  act,
  aDecision,
  aReconsidered,
  aRunning,
  ask,
  aTally,
  commitOf,
  day,
  onAgenda,
  returning,
} from '../support/life.ts'
import { aBaseline, actors, allMet, meetings } from '../support/material.ts'

const { chair, secretariat, steering } = actors

/** The log of a board decision alone, taken on day 90. */
const decided = (project: Project, but: Partial<GivenDecision>) => {
  const command: ProjectCommand = {
    type: 'decide',
    meeting: meetings.december,
    decision: aDecision(but),
    tally: aTally(),
  }
  const events = ask(project, command, chair, day(90))
  if (isRefusal(events)) throw new Error(`refused: ${JSON.stringify(events)}`)
  return [commitOf(project.id, project.version + 1, day(90), events)]
}

const toDecember = (project: Project): Project =>
  act(
    project,
    { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(90) } },
    secretariat,
    day(80),
  )
const concept = toDecember(onAgenda())
const reconsidered = toDecember(aReconsidered())

describe('what a meeting settled on a project', () => {
  test('given it approved, then the frame and the conditions', () => {
    const log = decided(concept, { baseline: aBaseline(), conditions: [aCondition] })
    expect(settledAt(meetings.december, log)).toMatchObject({ baseline: aBaseline(), conditions: [aCondition] })
  })

  test('given it sent the concept back, then why, and what to come back with', () => {
    const log = decided(concept, { outcome: 'return', ...returning })
    expect(settledAt(meetings.december, log)).toEqual({
      ...returning,
      reasons: [{ ...returning.reasons[0], criteria: ['R1', 'R3'] }],
    })
  })

  test('given it set a new frame, then that', () => {
    const baseline = aBaseline({ endsOn: '2027-12-31' })
    expect(settledAt(meetings.december, decided(reconsidered, { outcome: 'rescope', baseline }))).toEqual({ baseline })
  })

  test('given the project goes on, then its new end, where it has one', () => {
    const onwards = { outcome: 'continue' } as const
    expect(settledAt(meetings.december, decided(reconsidered, { ...onwards, endsOn: '2027-10-01' }))).toEqual({
      endsOn: '2027-10-01',
    })
    expect(settledAt(meetings.december, decided(reconsidered, onwards))).toEqual({})
  })

  test('given it decided on a disputed level, then the level that holds', () => {
    const evaluated = act(
      act(aRunning(), { type: 'self-evaluate', answers: allMet(1) }, steering, day(70)),
      { type: 'evaluate', evaluations: {}, publish: false },
      secretariat,
      day(71),
    )
    const disputed = act(evaluated, { type: 'dispute-level', wanted: 2, reason: 'R2 er på plads.' }, steering, day(72))
    expect(settledAt(meetings.december, decided(toDecember(disputed), { outcome: 'amend' }))).toEqual({ level: 2 })
  })

  test('given it stopped the project, then nothing but that', () => {
    expect(settledAt(meetings.december, decided(reconsidered, { outcome: 'stop' }))).toEqual({})
  })

  test('given another meeting decided, or none has, then nothing is known', () => {
    const log = decided(concept, { baseline: aBaseline() })
    expect(settledAt(meetings.september, log)).toBeUndefined()
    expect(settledAt(meetings.december, [])).toBeUndefined()
  })
})
