import { describe, expect, test } from 'vitest'
import { decidedAt, tallyFor } from '../../../shared/domain/meeting/outcome.ts'
import type { Meeting } from '../../../shared/domain/meeting/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { aDecision, day, onAgenda } from '../support/life.ts'
import { board, meetings, people } from '../support/material.ts'

const { henrik, lone, anders, ditte, palle } = people
const project = onAgenda()

/** A meeting with the project on its agenda, and votes to approve by these members. */
const votedBy = (members: readonly (typeof board)[number]['contact'][], but: Partial<Meeting> = {}): Meeting => ({
  id: meetings.september,
  state: 'called',
  form: 'meeting',
  meetsAt: day(50),
  members: board,
  proxies: [],
  agenda: [
    {
      project: project.id,
      kind: 'concept',
      excluded: [],
      votes: members.map((member) => ({ member, castBy: member, choice: 'approve' as const })),
    },
  ],
  rankings: [],
  papersDueAt: day(36),
  counted: {},
  due: [],
  version: 9,
  ...but,
})

describe('the count a decision rests on', () => {
  test('given three of five who approve, when the decision is to approve, then it rests on their count', () => {
    const tally = tallyFor(votedBy([henrik, lone, anders]), project, 'approve', defaultSettings)
    expect(tally).toMatchObject({ counts: { approve: 3 }, eligible: 5, quorum: 3, cast: 3 })
  })

  test('given three of five who approve, when the decision is to reject, then it does not follow from the votes', () => {
    expect(tallyFor(votedBy([henrik, lone, anders]), project, 'reject', defaultSettings)).toMatchObject({
      rule: 'outcome-not-the-vote',
      facts: { outcome: 'approve' },
    })
  })

  test('given two of five who voted, when it is decided, then quorum is missing', () => {
    expect(tallyFor(votedBy([henrik, lone]), project, 'approve', defaultSettings)).toMatchObject({
      rule: 'quorum-missing',
      facts: { cast: 2, quorum: 3 },
    })
  })

  test('given too few who may vote, when the general assembly has decided, then its count stands beside the decision', () => {
    const involved = { ...project, lead: ditte, steering: [palle, anders] }
    expect(tallyFor(votedBy([henrik, lone]), involved, 'general-assembly', defaultSettings)).toMatchObject({
      eligible: 2,
    })
    expect(tallyFor(votedBy([henrik, lone]), involved, 'approve', defaultSettings)).toMatchObject({
      rule: 'quorum-missing',
    })
  })

  test('given an item that is closed, not there, or a meeting that is over, when it is decided, then that is refused', () => {
    const meeting = votedBy([henrik, lone, anders])
    const closed = meeting.agenda.map((item) => ({ ...item, outcome: 'approve' as const }))
    const decided = (but: Partial<Meeting>) => tallyFor({ ...meeting, ...but }, project, 'approve', defaultSettings)
    expect(decided({ agenda: closed })).toMatchObject({ rule: 'item-closed' })
    expect(decided({ agenda: [] })).toMatchObject({ rule: 'not-on-this-agenda' })
    expect(decided({ state: 'cancelled' })).toMatchObject({ rule: 'state' })
  })
})

describe('what the meeting decided on an item', () => {
  const decision = { ...aDecision(), by: 'board', at: day(50), meeting: meetings.september } as const
  const decided = { ...project, decisions: [decision] }
  const { meeting: _, ...gone } = decided
  const meeting = votedBy([])
  const closed = { outcome: 'return' } as const

  test('given nothing, then nothing', () => {
    expect(decidedAt(meeting, {}, project)).toBeUndefined()
  })
  test('given a closed item, or a project that has just moved on, then its decision there', () => {
    expect(decidedAt(meeting, closed, decided)).toBe(decision)
    expect(decidedAt(meeting, {}, gone)).toBe(decision)
  })
  test('given a project that is back on the same agenda, then that is still to come', () => {
    expect(decidedAt(meeting, {}, decided)).toBeUndefined()
  })
  test('given a decision of another meeting, then none of this', () => {
    const before = { ...gone, decisions: [{ ...decision, meeting: meetings.december }] }
    expect(decidedAt(meeting, {}, before)).toBeUndefined()
  })
})
