import { dateOf, isWorkingDay, morningOf } from '../../../../shared/domain/calendar/days.ts'
import { stepsOf } from '../../../../shared/domain/deadlines/steps.ts'
import type { Project, ProjectStateName } from '../../../../shared/domain/project/state.ts'
import { whoseMove } from '../../../../shared/domain/project/whose-move.ts'
import { type Moment, type Rule, when } from '../moment.ts'
import { isClosed } from '../world.ts'

/** Whose move it is, as the process says it: level 1 does not wait for the board, and nobody waits for who is erased. */
const party = ({ state, level, proposer, lead, coordination }: Project): string => {
  const asked = proposer === 'con_nobody' ? 'secretariat' : 'proposer'
  const parties: Record<ProjectStateName, string> = {
    idea: 'secretariat',
    shaping: asked,
    ready: level === 1 ? 'secretariat' : 'board',
    returned: asked,
    // Until a lead is named (G3) it is the proposer who sees to it.
    approved: lead === undefined && proposer === 'con_nobody' ? 'secretariat' : 'lead',
    // Nothing runs without a lead, but one that was erased.
    implementation: lead === undefined ? 'secretariat' : 'lead',
    reconsideration: level === 1 ? 'secretariat' : 'board',
    paused: 'secretariat',
    rejected: 'nobody',
    stopped: 'nobody',
    withdrawn: 'nobody',
    merged: 'nobody',
    product: coordination === undefined ? 'secretariat' : 'coordination',
    completed: 'nobody',
    retired: 'nobody',
  }
  return parties[state]
}

const itemsOf = (project: Project | undefined) =>
  project === undefined ? [] : [...project.due, ...(project.state === 'paused' ? project.held : [])]

export const moveRules: readonly Rule<Moment>[] = [
  when(
    'an open project waits for exactly one party, since when and until when',
    ({ after }) => !isClosed(after),
    ({ after, now }) => {
      const move = whoseMove(after)
      if (move.party !== party(after)) return `${move.party} in ${after.state}`
      if (move.since > now) return `since ${move.since}, it is ${now}`
      return move.dueAt === undefined && `no due date in ${after.state}`
    },
  ),
  when(
    'a closed project waits for nobody, and nothing is due but to erase what was never public',
    ({ after }) => isClosed(after),
    ({ after }) => {
      if (whoseMove(after).party !== 'nobody') return `it waits for ${whoseMove(after).party}`
      if (after.due.some(({ kind }) => kind !== 'retention')) return `due: ${after.due.map(({ key }) => key)}`
      if (after.meeting !== undefined) return 'it is on an agenda'
      return after.conditions.some(({ state }) => state === 'open') && 'a condition is still open'
    },
  ),
  when(
    'the move begins when it changes hands, and not before it is made',
    ({ before }) => before !== undefined,
    ({ before, after, now }) => {
      if (before === undefined) return
      const handed = whoseMove(before).party !== whoseMove(after).party
      if (handed) return after.moveSince !== now && `handed over now, since ${after.moveSince}`
      return before.state === after.state && after.moveSince !== before.moveSince && 'it began again in the same hands'
    },
  ),
  when(
    'no project is forgotten: somebody is told when what is due to come is not done',
    ({ after }) => !isClosed(after),
    ({ before, after, settings, now }) => {
      const mute = after.due.find(
        (item) =>
          // One that is as it was has been looked at.
          before?.due.includes(item) !== true &&
          item.dueAt > now &&
          !stepsOf(item, settings).some(({ name, at }) => !item.fired.includes(name) && at >= item.dueAt),
      )
      return mute && `${mute.key} passes ${mute.dueAt} in silence`
    },
  ),
  when(
    'each due item has a key that was never used before',
    () => true,
    ({ life, before, after }) => {
      if (before?.due === after.due && before.state === after.state) return
      const items = itemsOf(after)
      const keys = items.map(({ key }) => key)
      if (new Set(keys).size !== keys.length) return `twice: ${keys}`
      const known = itemsOf(before).map(({ key }) => key)
      const reused = keys.find((key) => !known.includes(key) && life.keys.has(key))
      return reused && `again: ${reused}`
    },
  ),
  when(
    'what is due is due at 08:00 in Copenhagen on a working day, a decision no later than its meeting',
    () => true,
    ({ before, after }) => {
      const known = before?.due ?? []
      const fresh = after.due.filter((item) => !known.includes(item))
      const odd = fresh.find(
        ({ dueAt }) =>
          dueAt !== after.meeting?.meetingAt && !(morningOf(dateOf(dueAt)) === dueAt && isWorkingDay(dateOf(dueAt))),
      )
      return odd && `${odd.key} is due ${odd.dueAt}`
    },
  ),
  when(
    'a due item begins when it begins, not later',
    () => true,
    ({ after, now }) => {
      const early = after.due.find(({ since }) => since > now)
      return early && `${early.key} begins ${early.since}, it is ${now}`
    },
  ),
]
