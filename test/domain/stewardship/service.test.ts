import { describe, expect, it } from 'vitest'
import { addDays, dueOn } from '../../../shared/domain/calendar/days.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { breachesOf, measuresOf, type SlaValues } from '../../../shared/domain/stewardship/sla.ts'
import { act, after, ask, day, expectRefusal } from '../support/life.ts'
import { aProduct, coordination } from '../support/product-life.ts'

const on = (days: number) => addDays('2026-09-01', days)
const set = (targets: SlaValues) => ({ type: 'set-sla', targets }) as const
const all = { availability: 9_950, response: 60, resolution: 480 }
const record = (results: SlaValues, from = on(320), to = on(350)) =>
  ({ type: 'record-sla-result', period: { from, to }, results }) as const
const clock = ({ due }: Project) => due.find(({ kind }) => kind === 'sla-result')
const agreed = () => act(aProduct(), set(all), coordination, day(320))

describe('breaches', () => {
  it.each<[string, SlaValues, SlaValues, readonly string[]]>([
    ['each exactly on its target', all, all, []],
    [
      'each just off it',
      all,
      { availability: 9_949, response: 61, resolution: 481 },
      ['availability', 'response', 'resolution'],
    ],
    ['each better', all, { availability: 9_999, response: 1, resolution: 1 }, []],
    ['a result without a target', { response: 60 }, { response: 60, resolution: 9_999 }, []],
    ['a target without a result', { response: 60 }, {}, []],
  ])('given %s, then those and no others are missed', (_, targets, results, missed) => {
    expect(breachesOf(targets, results)).toEqual(missed)
  })

  it('given some targets, then these are measured, in their order', () => {
    expect(measuresOf({ resolution: 1, availability: 2 })).toEqual(['availability', 'resolution'])
  })
})

describe('service levels are agreed', () => {
  it('given none before, when targets are set, then the first result is due in 30 days', () => {
    expect(agreed().sla).toEqual(all)
    expect(clock(agreed())).toMatchObject({ key: 'sla-result-1', since: day(320), dueAt: day(350) })
  })

  it('given targets, when they are set anew, then the schedule stays as it was', () => {
    const anew = act(agreed(), set({ response: 30 }), coordination, day(330))
    expect(anew.sla).toEqual({ response: 30 })
    expect(clock(anew)).toEqual(clock(agreed()))
  })

  it('given targets, when there are to be none, then no result is due any more', () => {
    const ended = act(agreed(), set({}), coordination, day(330))
    expect(ended.sla).toBeUndefined()
    expect(clock(ended)).toBeUndefined()
  })

  it('given none, when there are to be none, then nothing happens', () => {
    expect(ask(aProduct(), set({}), coordination, day(320))).toEqual([])
  })
})

describe('a period has its result', () => {
  it('given it comes in time, then it is measured by the targets in force, and the next is due 30 days after this one', () => {
    const said = { ...record({ ...all, response: 90 }, on(320), on(349)), note: 'Ferie.' }
    const told = act(agreed(), said, coordination, day(349))
    expect(told.slaResults).toEqual([
      {
        number: 1,
        period: { from: on(320), to: on(349) },
        results: { ...all, response: 90 },
        targets: all,
        breaches: ['response'],
        note: 'Ferie.',
      },
    ])
    expect(clock(told)).toMatchObject({ key: 'sla-result-2', dueAt: dueOn(on(380)) })
  })

  it('given it comes two periods late, then the schedule has not moved', () => {
    const told = act(agreed(), record(all), coordination, day(411))
    expect(told.slaResults[0]?.breaches).toEqual([])
    expect(clock(told)?.dueAt).toBe(dueOn(on(440)))
  })

  it('given a clock without days, then the next is due the day after, and not never', () => {
    const { days: _, ...without } = defaultSettings.clocks['sla-result']
    const settings = { ...defaultSettings, clocks: { ...defaultSettings.clocks, 'sla-result': without } }
    expect(ask(agreed(), record(all), coordination, day(350), settings)).toMatchObject([{ nextDueAt: dueOn(on(351)) }])
  })

  it('given a day of the schedule on a weekend, when its result comes on Monday, then no later one is moved by that', () => {
    // 30 days after 15 July is Saturday, 14 August.
    const set30 = act(aProduct(), set(all), coordination, day(317))
    expect(clock(set30)?.dueAt).toBe(dueOn('2027-08-16'))
    const told = act(set30, record(all, on(317), on(347)), coordination, dueOn('2027-08-16'))
    expect(clock(told)?.dueAt).toBe(dueOn('2027-09-13'))
  })

  it('given targets of an earlier version, which noted no day, then the schedule goes on from when it is due', () => {
    const { slaResultOn: _, ...earlier } = agreed()
    expect(ask(earlier as Project, record(all), coordination, day(350))).toMatchObject([
      { nextOn: on(380), nextDueAt: dueOn(on(380)) },
    ])
    const noted = [
      { type: 'sla-set', targets: all, resultDueAt: day(350) },
      { type: 'sla-result-recorded', number: 1, period: { from: on(320), to: on(350) }, results: all, targets: all },
    ] as const
    const told = { ...noted[1], breaches: [], nextDueAt: day(380) }
    const since = after(aProduct(), [noted[0], told], day(350))
    expect([since.slaResultOn, clock(since)?.dueAt]).toEqual([undefined, day(380)])
  })

  it('given a result that comes far ahead of its time, then it is an extra one, and the one that is due stays', () => {
    const due = clock(agreed())?.dueAt
    const early = act(agreed(), record(all, on(290), on(320)), coordination, day(321))
    expect([clock(early)?.dueAt, early.slaResults.length]).toEqual([due, 1])
    const near = act(agreed(), record(all, on(320), on(340)), coordination, day(340))
    expect(clock(near)?.dueAt).toBe(dueOn(on(380)))
  })

  it('given a result whose clock is gone, then the schedule begins with it', () => {
    const { slaResultOn: _, ...earlier } = agreed()
    const adrift = { ...earlier, due: [] } as Project
    expect(ask(adrift, record(all), coordination, day(350))).toMatchObject([{ nextDueAt: dueOn(on(380)) }])
  })

  it('given no agreement, when a result comes, then that is refused', () => {
    expectRefusal(ask(aProduct(), record(all), coordination, day(350)), { rule: 'no-sla' })
  })

  it('given a period that runs backward, when its result comes, then that is refused', () => {
    expectRefusal(ask(agreed(), record(all, on(351), on(350)), coordination, day(350)), {
      rule: 'period-upside-down',
      at: ['period', 'to'],
    })
  })

  it('given a period that is not over, when its result comes, then that is refused until its last day', () => {
    const early = record(all, on(320), on(351))
    expectRefusal(ask(agreed(), early, coordination, day(350)), { rule: 'date-in-future', at: ['period', 'to'] })
    expect(ask(agreed(), early, coordination, day(351))).toMatchObject([{ type: 'sla-result-recorded' }])
  })

  it('given a target without its result, then that is refused with which', () => {
    const { resolution: _, ...some } = all
    expectRefusal(ask(agreed(), record(some), coordination, day(350)), {
      rule: 'sla-result-incomplete',
      at: ['results', 'resolution'],
    })
  })
})

describe('the architecture is adapted', () => {
  const adapt = {
    type: 'record-adaptation',
    title: 'Fælles login',
    text: 'Kobler på den fælleskommunale adgangsstyring.',
    reason: 'Rammearkitekturen kræver det.',
  } as const

  it('given no criterion is named, then it serves F18; each has its number and its moment', () => {
    const one = act(aProduct(), adapt, coordination, day(320))
    const two = act(one, { ...adapt, criterion: 'F12' }, coordination, day(330))
    expect(two.adaptations).toMatchObject([
      { number: 1, criterion: 'F18', at: day(320) },
      { number: 2, criterion: 'F12', at: day(330) },
    ])
  })
})
