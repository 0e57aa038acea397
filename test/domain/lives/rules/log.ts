import { takesWordsOver } from '../../../../shared/domain/project/commands.ts'
import { takeTextOut } from '../../../../shared/store/free-text.ts'
import { type Moment, type Rule, when } from '../moment.ts'

export const logRules: readonly Rule<Moment>[] = [
  when(
    'the log only grows: each commit takes the next version, at no earlier moment',
    () => true,
    ({ life: { commits }, after, now }) => {
      const last = commits.at(-1)
      if (last?.version !== commits.length || after.version !== last.version) return `version ${last?.version}`
      return (commits.at(-2)?.at ?? '') > now && 'earlier than the one before'
    },
  ),
  when(
    'words get into a log by the command that says them, but for those that are known to go on',
    ({ command }) => !takesWordsOver(command.type),
    ({ command, events }) => {
      const given = new Set(stringsIn(command).map((text) => text.trim()))
      return Object.values(takeTextOut(events).texts).find((text) => text !== '' && !given.has(text.trim()))
    },
  ),
  when(
    'a project keeps its id, its beginning and its people for life, but for those it names anew',
    ({ before }) => before !== undefined,
    ({ before, after, events }) => {
      if (before === undefined) return
      if (before.id !== after.id || before.submittedAt !== after.submittedAt || before.kind !== after.kind)
        return 'its id'
      const says = (type: string): boolean =>
        events.some((event) => event.type === type || event.type === 'person-erased')
      if (before.lead !== after.lead && !says('lead-appointed')) return 'its lead'
      if (before.proposer !== after.proposer && !says('proposer-transferred')) return 'its proposer'
      return before.steering !== after.steering && !says('steering-group-named') && 'its steering group'
    },
  ),
  when(
    'the frame changes only by approval, start, re-scoping, or a new end date',
    ({ before, after }) => before !== undefined && before.baseline !== after.baseline,
    ({ events }) =>
      !events.some(({ type }) => ['approved', 'started', 'rescoped', 'continued'].includes(type)) &&
      events.map(({ type }) => type).join(),
  ),
]

const stringsIn = (data: unknown): readonly string[] => {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : []
}
