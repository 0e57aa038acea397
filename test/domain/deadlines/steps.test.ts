import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, isWorkingDay, morningOf } from '../../../shared/domain/calendar/days.ts'
import { type DueItem, dueKinds } from '../../../shared/domain/deadlines/due-item.ts'
import { dueDate, nextStepAt, passedSteps, stepsOf } from '../../../shared/domain/deadlines/steps.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'

fc.configureGlobal({ seed: 43 })

const anItem = (but: Partial<DueItem> = {}): DueItem => ({
  kind: 'report',
  key: 'report-1',
  since: '2026-09-01T08:30:00.000Z',
  dueAt: '2026-11-30T07:00:00.000Z',
  fired: [],
  ...but,
})

const told = (item: DueItem) => stepsOf(item, defaultSettings).map(({ name, at }) => `${name} ${dateOf(at)}`)

describe('the steps of a clock', () => {
  it('given a report due on a Monday, when asked, then reminders and ladder stand in order, each on a working day', () => {
    expect(told(anItem())).toEqual([
      'before-14 2026-11-16',
      'before-3 2026-11-27',
      'overdue-1 2026-12-01',
      'overdue-7 2026-12-07',
      'overdue-14 2026-12-14',
      'overdue-30 2026-12-30',
    ])
  })

  it('given a resubmission, when asked, then reminders count from when it began', () => {
    const item = anItem({ kind: 'resubmission', key: 'resubmission-1', dueAt: '2026-11-30T07:00:00.000Z' })
    expect(told(item).slice(0, 3)).toEqual(['after-30 2026-10-01', 'after-60 2026-11-02', 'after-80 2026-11-20'])
    expect(stepsOf(item, defaultSettings).at(-1)).toMatchObject({ name: 'overdue-30', consequence: 'withdraw' })
  })

  it('given a step, when asked, then it says to whom it turns and what it does beside telling', () => {
    const [reminder, , first] = stepsOf(anItem(), defaultSettings)
    expect(reminder).toMatchObject({ to: ['lead'], consequence: 'none', item: { key: 'report-1' } })
    expect(first).toMatchObject({ name: 'overdue-1', to: ['lead'], consequence: 'none' })
  })

  it('given an item shorter than a reminder, when asked, then the reminder before it began is left out', () => {
    const item = anItem({ since: '2026-11-20T12:00:00.000Z' })
    expect(told(item)[0]).toBe('before-3 2026-11-27')
  })

  it('given a reminder that a weekend moves onto the due moment, when asked, then it is left out', () => {
    const item = anItem({ dueAt: morningOf('2026-11-16'), since: morningOf('2026-11-11') })
    const settings = {
      clocks: {
        ...defaultSettings.clocks,
        report: { remindBefore: [2, 5], remindAfter: [5, 1], remind: [], ladder: [] },
      },
    }
    expect(stepsOf(item, settings).map(({ name }) => name)).toEqual(['before-5', 'after-1'])
  })

  it('given a reminder at the due moment itself, when asked, then it stands there', () => {
    const clocks = { ...defaultSettings.clocks, vote: { remindBefore: [0], remind: [], ladder: [] } }
    const item = anItem({ kind: 'vote', key: 'vote-1', dueAt: '2026-11-26T09:00:00.000Z' })
    expect(stepsOf(item, { clocks })).toMatchObject([{ name: 'before-0', at: '2026-11-26T09:00:00.000Z' }])
  })
})

describe('the steps that have passed', () => {
  it('given nothing has passed, when asked, then there are none', () => {
    expect(passedSteps([anItem()], defaultSettings, '2026-11-16T06:59:59.999Z')).toEqual([])
  })

  it('given the very moment, when asked, then the step has passed', () => {
    expect(passedSteps([anItem()], defaultSettings, '2026-11-16T07:00:00.000Z')).toMatchObject([{ name: 'before-14' }])
  })

  it('given a step that has fired, when asked again, then it is not there', () => {
    const item = anItem({ fired: ['before-14'] })
    expect(passedSteps([item], defaultSettings, '2026-11-16T07:00:00.000Z')).toEqual([])
  })

  it('given a month of silence, when asked, then each missed step is there once, of all items by moment', () => {
    const review = anItem({
      kind: 'review',
      key: 'review-2',
      since: '2026-11-19T10:00:00.000Z',
      dueAt: '2026-11-30T07:00:00.000Z',
    })
    const again = { ...review, key: 'review-1' }
    const passed = passedSteps(
      [anItem({ fired: ['before-14'] }), review, again],
      defaultSettings,
      '2026-12-08T12:00:00.000Z',
    )
    expect(passed.map(({ item, name }) => `${item.key} ${name}`)).toEqual([
      'review-1 after-7',
      'review-2 after-7',
      'report-1 before-3',
      'report-1 overdue-1',
      'review-1 overdue-1',
      'review-2 overdue-1',
      'report-1 overdue-7',
      'review-1 overdue-7',
      'review-2 overdue-7',
    ])
  })

  it('given any item, when its steps are fired one by one, then each fires once, in order, on working mornings', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dueKinds),
        fc.nat(20_000).map((days) => addDays('2024-01-01', days)),
        fc.nat(400),
        (kind, day, length) => {
          const start = anItem({ kind, since: morningOf(day), dueAt: morningOf(addDays(day, length)) })
          const all = stepsOf(start, defaultSettings)
          let item = start
          for (const expected of all) {
            const at = nextStepAt([item], defaultSettings) ?? ''
            expect(at).toBe(expected.at)
            const [next] = passedSteps([item], defaultSettings, at)
            expect(next?.name).toBe(expected.name)
            if (expected.name !== 'before-0' && expected.name !== 'overdue-0')
              expect(isWorkingDay(dateOf(at))).toBe(true)
            item = { ...item, fired: [...item.fired, expected.name] }
          }
          expect(nextStepAt([item], defaultSettings)).toBeUndefined()
          expect(passedSteps([item], defaultSettings, '9999-12-31T00:00:00.000Z')).toEqual([])
        },
      ),
    )
  })
})

describe('the next step', () => {
  it('given two items, when asked, then it is the earlier one that has not fired', () => {
    const later = anItem({ key: 'report-2', dueAt: '2027-02-26T07:00:00.000Z' })
    expect(nextStepAt([later, anItem({ fired: ['before-14'] })], defaultSettings)).toBe('2026-11-27T07:00:00.000Z')
  })

  it('given nothing is due, when asked, then there is none', () => {
    expect(nextStepAt([], defaultSettings)).toBeUndefined()
  })
})

describe('when something that begins now is due', () => {
  const from = '2026-09-01T08:30:00.000Z'

  it('given an answer, when asked, then it is ten days on', () => {
    expect(dueDate('answer', undefined, from, defaultSettings)).toBe(morningOf('2026-09-11'))
  })

  it('given a report, when asked by level, then higher levels report more often; without a level as on level 1', () => {
    const days = ([1, 2, 3, undefined] as const).map((level) => dateOf(dueDate('report', level, from, defaultSettings)))
    expect(days).toEqual(['2027-03-01', '2026-11-30', '2026-10-01', '2027-03-01'])
  })

  it('given a kind whose date comes from elsewhere, when asked, then it is due at once', () => {
    expect(dueDate('condition', 2, from, defaultSettings)).toBe(morningOf('2026-09-01'))
  })
})
