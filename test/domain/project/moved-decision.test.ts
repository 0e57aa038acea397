import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../../shared/domain/deadlines/steps.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { act, day, onAgenda } from '../support/life.ts'
import { actors, meetings } from '../support/material.ts'

const december = { meeting: meetings.december, meetingAt: day(110) }
const postpone = { type: 'postpone', from: meetings.september, why: 'inquorate', to: december } as const

describe('a decision that moves to the next meeting', () => {
  test('given a decision whose meeting passed and was chased, when it moves, then the next meeting is chased too', () => {
    const chased = act(
      onAgenda(),
      { type: 'take-step', item: 'decision-1', step: 'overdue-1' },
      actors.monitor,
      day(52),
    )

    const moved = act(chased, postpone, actors.agendaKeeper, day(53))

    const [item] = moved.due.filter(({ kind }) => kind === 'decision')
    expect(item).toMatchObject({ key: 'decision-2', since: day(53), dueAt: day(110), fired: [] })
    expect(item && stepsOf(item, defaultSettings).map(({ name }) => name)).toEqual(['overdue-1'])
  })

  test('given a decision that was chased, when it is put on a later meeting, then that one is chased too', () => {
    const chased = act(
      onAgenda(),
      { type: 'take-step', item: 'decision-1', step: 'overdue-1' },
      actors.monitor,
      day(52),
    )

    const put = act(chased, { type: 'put-on-agenda', meeting: december }, actors.secretariat, day(53))

    expect(put.due).toMatchObject([{ key: 'decision-2', dueAt: day(110), fired: [] }])
  })

  test('given a decision that is overdue past the longest it may take, when it is put on an agenda, then it stays overdue', () => {
    const late = act(onAgenda(), { type: 'take-step', item: 'decision-1', step: 'overdue-1' }, actors.monitor, day(60))

    const put = act(
      late,
      { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(200) } },
      actors.secretariat,
      day(170),
    )

    expect(put.due).toMatchObject([{ key: 'decision-1', fired: ['overdue-1'] }])
    expect(put.due[0]?.dueAt.localeCompare(day(170))).toBe(-1)
  })
})
