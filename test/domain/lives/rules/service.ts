import { isDeepStrictEqual } from 'node:util'
import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'

export const serviceRules: readonly Rule<Moment>[] = [
  when(
    'a period’s result is due exactly while a product has targets',
    ({ before, after }) => after.state === 'product' || before?.state === 'product',
    ({ after }) => {
      const clocks = after.due.filter(({ kind }) => kind === 'sla-result').length
      const targets = Object.keys(after.sla ?? {}).length
      if (after.sla !== undefined && targets === 0) return 'an agreement about nothing'
      return clocks !== (targets > 0 ? 1 : 0) && `${targets} targets, ${clocks} clocks`
    },
  ),
  at(
    'sla-set',
    'the first result is due in 30 days; other targets leave the schedule alone',
    (event, { before, after, now }) => {
      if (!isDeepStrictEqual(after.sla ?? {}, event.targets)) return 'other targets hold'
      const [was, is] = [before, after].map(({ due }) => due.find(({ kind }) => kind === 'sla-result'))
      if (after.sla === undefined) return
      if (before.sla !== undefined) return was?.key !== is?.key && 'the schedule moved'
      return is?.dueAt !== dueOn(addDays(dateOf(now), 30)) && `due ${is?.dueAt}`
    },
  ),
  at('sla-result-recorded', 'breaches are exactly the targets that were missed', (event, { before }) => {
    const { availability, response, resolution } = before.sla ?? {}
    const { results } = event
    const missed = [
      availability !== undefined && (results.availability ?? Number.NaN) < availability ? ['availability'] : [],
      response !== undefined && (results.response ?? Number.NaN) > response ? ['response'] : [],
      resolution !== undefined && (results.resolution ?? Number.NaN) > resolution ? ['resolution'] : [],
    ].flat()
    if (!isDeepStrictEqual(event.targets, before.sla)) return 'measured by other targets'
    return missed.join() !== event.breaches.join() && `missed ${missed}, told ${event.breaches}`
  }),
  at(
    'sla-result-recorded',
    'every target has its result, and the period runs forward',
    ({ targets, results, period }) => {
      const silent = (Object.keys(targets) as (keyof typeof targets)[]).find(
        (measure) => results[measure] === undefined,
      )
      return silent ?? (period.to < period.from && `from ${period.from} to ${period.to}`)
    },
  ),
  at(
    'sla-result-recorded',
    'no result moves the schedule of 30 days: one that comes late skips what has passed, one far ahead of its time is an extra one',
    (_, { life, before, after, now }) => {
      const [was, is] = [before, after].map(({ due }) => due.find(({ kind }) => kind === 'sla-result')?.dueAt ?? '')
      // From the day they were agreed on, every 30 days: whatever weekends have come between.
      const begun = life.told.findLast(({ event }) => event.type === 'sla-set' && event.resultDueAt !== undefined)
      let scheduled = addDays(dateOf(begun?.at ?? ''), 30)
      while (dueOn(scheduled) < (was ?? '')) scheduled = addDays(scheduled, 30)
      const isExtra = addDays(dateOf(now), 15) < scheduled
      let next = isExtra ? scheduled : addDays(scheduled, 30)
      while (next <= dateOf(now)) next = addDays(next, 30)
      return is !== dueOn(next) && `was due ${was}, is due ${is}`
    },
  ),
  at(
    'adaptation-recorded',
    'an adaptation of the architecture says what, why and by which criterion, F18 if none is named',
    (event, { command }) => {
      if (!event.title.trim() || !event.text.trim() || !event.reason.trim()) return 'it does not'
      const named = command.type === 'record-adaptation' ? (command.criterion ?? 'F18') : undefined
      return event.criterion !== named && `by ${event.criterion}`
    },
  ),
  when(
    'results and adaptations are numbered as they come, and none is lost',
    ({ before, after }) => after.slaResults !== before?.slaResults || after.adaptations !== before?.adaptations,
    ({ before, after }) => {
      const lists = [after.slaResults, after.adaptations]
      if (lists.some((list) => list.some(({ number }, index) => number !== index + 1))) return 'out of order'
      if (!isDeepStrictEqual(after.slaResults.slice(0, before?.slaResults.length ?? 0), before?.slaResults ?? []))
        return 'a result changed'
      return (
        !isDeepStrictEqual(after.adaptations.slice(0, before?.adaptations.length ?? 0), before?.adaptations ?? []) &&
        'an adaptation changed'
      )
    },
  ),
]
