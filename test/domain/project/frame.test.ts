import { describe, expect, it } from 'vitest'
import type { Project } from '../../../shared/domain/project/state.ts'
import { withheldUntil } from '../../../shared/domain/publication.ts'
import { act, aReady, aRunning, ask, day, expectRefusal } from '../support/life.ts'
import { actors } from '../support/material.ts'

const { secretariat, lead, chair } = actors
const withhold = (until: Project['frameWithheldUntil'] | null) =>
  ({ type: 'withhold-frame', until: until ?? null }) as const

describe('a frame that is withheld until a tender', () => {
  it('given a running project, when the secretariat withholds its frame, then until that day in Copenhagen', () => {
    const withheld = act(aRunning(), withhold('2027-03-01'), secretariat, day(61))
    expect(withheldUntil(withheld, '2027-02-28T22:59:59.999Z')).toBe('2027-03-01')
    expect(withheldUntil(withheld, '2027-02-28T23:00:00.000Z')).toBeUndefined()
  })

  it('given a concept without a frame, when it is withheld, then it is so from the start on', () => {
    const started = act(
      act(aReady(1), withhold('2027-03-01'), secretariat, day(21)),
      {
        type: 'start',
        baseline: { budget: { amount: 1, currency: 'DKK' }, endsOn: '2028-01-01', scope: 'A' },
        lead: 'con_l',
      },
      secretariat,
      day(22),
    )
    expect([started.baseline?.scope, withheldUntil(started, day(22))]).toEqual(['A', '2027-03-01'])
  })

  it('given it is withheld, when the day moves, is said again, or is let go, then only what changes happens', () => {
    const withheld = act(aRunning(), withhold('2027-03-01'), secretariat, day(61))
    expect(ask(withheld, withhold('2027-03-01'), secretariat, day(62))).toEqual([])
    expect(ask(withheld, withhold('2027-06-01'), secretariat, day(62))).toEqual([
      { type: 'frame-withheld', until: '2027-06-01' },
    ])
    expect(ask(withheld, withhold(null), secretariat, day(62))).toEqual([{ type: 'frame-released' }])
    const released = act(withheld, withhold(null), secretariat, day(62))
    expect(withheldUntil(released, day(62))).toBeUndefined()
    expect(ask(released, withhold(null), secretariat, day(63))).toEqual([])
  })

  it('given its day has come, when it is let go, then it was so already; and it may be withheld anew', () => {
    const withheld = act(aRunning(), withhold('2027-01-15'), secretariat, day(61))
    expect(ask(withheld, withhold(null), secretariat, '2027-01-15T08:00:00.000Z')).toEqual([])
    expect(ask(withheld, withhold('2027-02-01'), secretariat, '2027-01-15T08:00:00.000Z')).toEqual([
      { type: 'frame-withheld', until: '2027-02-01' },
    ])
  })

  it('given a day that is past, or today, when it is asked for, then it is refused and nothing is let go', () => {
    for (const until of ['2026-10-31', '2026-11-01'] as const)
      expectRefusal(ask(aRunning(), withhold(until), secretariat, '2026-11-01T08:00:00.000Z'), {
        rule: 'date-in-past',
        at: ['until'],
      })
  })

  it('given anybody else, when they ask for it, then it is not theirs', () => {
    for (const actor of [lead, chair])
      expectRefusal(ask(aRunning(), withhold('2027-03-01'), actor, day(61)), { refused: 'not-your-role' })
  })
})
