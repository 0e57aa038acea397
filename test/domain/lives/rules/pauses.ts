import { isDeepStrictEqual } from 'node:util'
import { dateOf, daysBetween } from '../../../../shared/domain/calendar/days.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'

export const pauseRules: readonly Rule<Moment>[] = [
  when(
    'clocks stand still in a pause: nothing but the look again is due',
    ({ after }) => after.state === 'paused',
    ({ before, after, events }) => {
      if (after.state !== 'paused') return
      if (after.due.some(({ kind }) => kind !== 'look-again')) return `due: ${after.due.map(({ key }) => key)}`
      if (before?.state === 'paused' && !isDeepStrictEqual(before.held, after.held)) return 'a held clock moved'
      const told = events.find((event) => event.type === 'step-taken')
      return told?.type === 'step-taken' && told.kind !== 'look-again' && `${told.item} fired in a pause`
    },
  ),
  at(
    'resumed',
    'clocks go on with the days they had left, and the steps that have fired',
    (_, { before, after, now }) => {
      if (before.state !== 'paused') return `it was ${before.state}`
      if (after.state !== before.from && after.state !== 'reconsideration') return `it is ${after.state}`
      for (const held of before.held) {
        const item = after.due.find(({ key }) => key === held.key)
        if (item === undefined) {
          if (held.kind === 'start' && after.state === 'reconsideration') continue
          return `${held.key} is gone`
        }
        if (!isDeepStrictEqual(item.fired, held.fired)) return `${held.key} forgot what it fired`
        const left = daysBetween(dateOf(before.pausedAt), dateOf(held.dueAt))
        const has = daysBetween(dateOf(now), dateOf(item.dueAt))
        // A weekend with holidays on both sides moves a morning by five days at most.
        if (has < left || has > left + 5) return `${held.key} had ${left} days left, has ${has}`
      }
      return
    },
  ),
  at(
    'resumed',
    'a lowered level waits for the due date it waited for, also when a pause has moved it',
    (_, { before, after }) => {
      if (before.levelFrom === undefined || after.levelFrom === undefined) return
      if (before.state !== 'paused') return
      const held = before.held.find(({ kind, dueAt }) => kind === 'report' && dueAt === before.levelFrom?.effectiveAt)
      const moved = after.due.find(({ key }) => key === held?.key)
      return moved !== undefined && after.levelFrom.effectiveAt !== moved.dueAt && `from ${after.levelFrom.effectiveAt}`
    },
  ),
]
