import { isDeepStrictEqual } from 'node:util'
import type { CriterionId } from '../../../../shared/domain/criteria.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'

const startsWith = (longer: readonly unknown[], shorter: readonly unknown[]): boolean =>
  shorter.every((part, index) => isDeepStrictEqual(part, longer[index]))

export const returnRules: readonly Rule<Moment>[] = [
  at('returned', 'a return is never a rejection: history, answers and loop count stay', (event, { before, after }) => {
    if (after.state !== 'returned') return `it is ${after.state}`
    if (event.loop !== before.returns.length + 1 || after.returns.length !== event.loop) return 'the loop is miscounted'
    if (
      !isDeepStrictEqual(
        [after.answers, after.concept, after.evaluations],
        [before.answers, before.concept, before.evaluations],
      )
    )
      return 'answers were lost'
    const record = after.returns.at(-1)
    return (
      !isDeepStrictEqual([record?.concept, record?.answers], [before.concept, before.answers]) &&
      'not kept for comparison'
    )
  }),
  at('returned', 'a return has coded reasons that cite criteria, and says what to come back with', (event) => {
    if (event.reasons.length === 0) return 'no reason'
    const untold = event.reasons.some(({ code, criteria, text }) =>
      code === 'other' ? !text?.trim() : criteria.length === 0,
    )
    return (untold && 'a reason says nothing') || (!event.comeBackWith.trim() && 'nothing to come back with')
  }),
  at('returned', 'a return stops the reports, and supersedes the conditions', (_, { after }) => {
    if (after.due.some(({ kind }) => kind !== 'resubmission')) return 'another clock still runs'
    return after.conditions.some(({ state }) => state === 'open') && 'a condition is still open'
  }),
  at('resubmitted', 'the next reader sees what changed since, criterion by criterion', (event, { before, after }) => {
    const last = before.returns.at(-1)?.answers ?? before.answers
    const ids = [...new Set([...Object.keys(last), ...Object.keys(after.answers)])] as CriterionId[]
    const changed = ids.filter((id) => !isDeepStrictEqual(last[id], after.answers[id]))
    return (
      !isDeepStrictEqual([...changed].sort(), [...event.changedCriteria].sort()) &&
      `${changed} changed, told ${event.changedCriteria}`
    )
  }),
  when(
    'returns, decisions and reports are never lost',
    ({ before }) => before !== undefined,
    ({ before, after }) => {
      if (before === undefined) return
      if (!startsWith(after.returns, before.returns)) return 'a return'
      if (!startsWith(after.decisions, before.decisions)) return 'a decision'
      const numbers = after.reports.map(({ number }) => number)
      if (before.reports.some(({ number }) => !numbers.includes(number))) return 'a report'
      return numbers.some((number, index) => number !== index + 1) && `reports out of order: ${numbers}`
    },
  ),
  when(
    'who takes part stays until they leave, with what they pledged',
    ({ before }) => before !== undefined,
    ({ before, after, events }) => {
      if (before === undefined || before.authorities === after.authorities) return
      const named = after.authorities.map(({ authority }) => authority)
      if (new Set(named).size !== named.length) return `twice: ${named}`
      const told = events.flatMap((event) =>
        event.type === 'authority-left' || event.type === 'authority-joined' ? [event.authority] : [],
      )
      const lost = before.authorities.find(
        (one) => !told.includes(one.authority) && !after.authorities.some((other) => isDeepStrictEqual(one, other)),
      )
      return lost && `lost: ${JSON.stringify(lost)}`
    },
  ),
  when(
    'an authority takes part once',
    () => true,
    ({ after }) => {
      const named = after.authorities.map(({ authority }) => authority)
      return new Set(named).size !== named.length && `twice: ${named}`
    },
  ),
  at('marked-ready', 'comply or explain: law and licence (F2, F3) cannot be explained away', (_, { before }) => {
    for (const id of ['F2', 'F3'] as const) {
      const answer = before.answers[id]?.answer
      if (answer === 'no' || answer === 'not-relevant') return `${id} is answered ${answer}`
    }
    return
  }),
]
