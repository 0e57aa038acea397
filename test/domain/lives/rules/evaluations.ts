import { isDeepStrictEqual } from 'node:util'
import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { Evaluations } from '../../../../shared/domain/concept.ts'
import { type CriterionId, criteria } from '../../../../shared/domain/criteria.ts'
import type { AssessedLevel } from '../../../../shared/domain/level.ts'
import type { Project } from '../../../../shared/domain/project/state.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'
import { isUnderway } from '../world.ts'

const order = { sandbox: 0, 1: 1, 2: 2, 3: 3 } as const

/** Green, or yellow that explains itself; law and licence explain nothing away. */
const isMet = (id: CriterionId, evaluations: Evaluations): boolean => {
  const { colour = 'grey', text = '' } = evaluations[id] ?? {}
  return colour === 'green' || (colour === 'yellow' && text.trim() !== '' && id !== 'F2' && id !== 'F3')
}

/** What a level asks for, with all below it, and is not met. */
const lacking = (evaluations: Evaluations, level: AssessedLevel): readonly CriterionId[] =>
  criteria
    .filter((criterion) => !criterion.recommendation && order[criterion.level] <= order[level])
    .map(({ id }) => id)
    .filter((id) => !isMet(id, evaluations))

const shown = (evaluations: Evaluations): AssessedLevel => {
  if (lacking(evaluations, 3).length === 0) return 3
  if (lacking(evaluations, 2).length === 0) return 2
  return lacking(evaluations, 1).length === 0 ? 1 : 'sandbox'
}

const missingAbove = (evaluations: Evaluations, level: AssessedLevel): readonly CriterionId[] => {
  const next = { sandbox: 1, 1: 2, 2: 3, 3: undefined } as const
  const above = next[level]
  return above === undefined ? [] : lacking(evaluations, above)
}

const clocksOf = (project: Project) => [...project.due, ...(project.state === 'paused' ? project.held : [])]

export const evaluationRules: readonly Rule<Moment>[] = [
  when(
    'a self-evaluation is due exactly while a project runs or is a product',
    () => true,
    ({ after }) => {
      const clocks = clocksOf(after).filter(({ kind }) => kind === 'self-evaluation').length
      const asked = isUnderway(after) || after.state === 'product'
      return clocks !== (asked ? 1 : 0) && `${clocks} in ${after.state}`
    },
  ),
  at('self-evaluated', 'the next self-evaluation is due 182 days after this one', (_, { after, now }) => {
    const due = after.due.find(({ kind }) => kind === 'self-evaluation')?.dueAt
    return due !== dueOn(addDays(dateOf(now), 182)) && `due ${due}`
  }),
  at(
    'self-evaluated',
    'a self-evaluation keeps what it does not answer anew, and tells what changed',
    (event, { before, after, command }) => {
      const given = command.type === 'self-evaluate' ? command.answers : {}
      if (!isDeepStrictEqual(after.answers, { ...before.answers, ...given })) return 'an answer was lost'
      const changed = criteria
        .map(({ id }) => id)
        .filter((id) => !isDeepStrictEqual(before.answers[id], after.answers[id]))
      return changed.join() !== event.changedCriteria.join() && `${changed} changed, told ${event.changedCriteria}`
    },
  ),
  at('self-evaluated', 'comply or explain: a criterion that is not met is explained', (_, { command }) => {
    const given = command.type === 'self-evaluate' ? Object.entries(command.answers) : []
    const silent = given.find(
      ([, { answer, text }]) => ['no', 'planned', 'not-relevant'].includes(answer) && !text?.trim(),
    )
    return silent?.[0]
  }),
  at(
    'evaluated',
    'the level that is found follows from the 43 criteria, and what is missing for the next',
    (event, { after }) => {
      const found = shown(after.evaluations)
      if (event.found !== found) return `found ${event.found}, shown ${found}`
      const missing = missingAbove(after.evaluations, event.level)
      return missing.join() !== event.missingForNext.join() && `missing ${missing}, told ${event.missingForNext}`
    },
  ),
  at('evaluated', 'another level than the one found has a reason', (event) =>
    event.level !== event.found && !event.reason?.trim() ? `${event.level} for ${event.found}` : undefined,
  ),
  at('evaluated', 'an evaluation tells what changed, and the level before', (event, { before, after }) => {
    const changed = criteria
      .map(({ id }) => id)
      .filter((id) => !isDeepStrictEqual(before.evaluations[id], after.evaluations[id]))
    if (changed.join() !== event.changedCriteria.join()) return `${changed} changed, told ${event.changedCriteria}`
    return event.before !== before.assessments.at(-1)?.level && `before ${event.before}`
  }),
  at('evaluated', 'a new evaluation drops the disagreement about the one before', (_, { after }) => {
    if (after.dispute !== undefined) return 'it is still disputed'
    if (after.state !== 'reconsideration' && after.meeting !== undefined) return 'it is still on an agenda'
    return after.due.some(({ kind }) => kind === 'dispute') && 'the board is still asked'
  }),
  at(
    'level-disputed',
    'a disagreement is about the secretariat’s latest evaluation, and wants another level',
    (event, { before, now, after }) => {
      const latest = before.assessments.at(-1)
      if (latest?.by !== 'secretariat') return `the latest is by ${latest?.by}`
      if (latest.level === event.wanted) return 'it wants the level there is'
      const due = after.due.find(({ kind }) => kind === 'dispute')?.dueAt
      return due !== dueOn(addDays(dateOf(now), 120)) && `due ${due}`
    },
  ),
  when(
    'a disagreement has one clock as long as it is open, and only in what runs or is a product',
    ({ before, after }) => before?.dispute !== undefined || after.dispute !== undefined,
    ({ after }) => {
      const clocks = clocksOf(after).filter(({ kind }) => kind === 'dispute').length
      if (clocks !== (after.dispute === undefined ? 0 : 1)) return `${clocks} clocks`
      return after.dispute !== undefined && !isUnderway(after) && after.state !== 'product' && `in ${after.state}`
    },
  ),
  at(
    'dispute-decided',
    'the board is last instance about a level: it upholds, or fixes the one that was wanted',
    (event, { before, after }) => {
      const { decision } = event
      if (decision.by === 'secretariat' || decision.meeting !== before.meeting?.meeting) return `by ${decision.by}`
      if (decision.outcome !== 'uphold' && decision.outcome !== 'amend') return decision.outcome
      const expected = decision.outcome === 'uphold' ? before.assessments.at(-1)?.level : before.dispute?.wanted
      const fixed = after.assessments.at(-1)
      if (event.level !== expected || fixed?.level !== expected || fixed?.by !== 'board') return `${event.level}`
      return after.meeting !== undefined && 'it is still on the agenda'
    },
  ),
  when(
    'every level that was fixed stays in the list, in order',
    ({ before, after }) => before !== undefined && before.assessments !== after.assessments,
    ({ before, after }) => {
      if (after.assessments.some(({ number }, index) => number !== index + 1)) return 'out of order'
      return !isDeepStrictEqual(after.assessments.slice(0, -1), before?.assessments) && 'one is lost'
    },
  ),
]
