import { dueKinds } from '../../../shared/domain/deadlines/due-item.ts'
import { type ClockSetting, defaultSettings } from '../../../shared/domain/settings.ts'
import { table } from './markdown.ts'

const consequences = {
  withdraw: 'lapses to withdrawn',
  reconsider: 'opens a reconsideration',
  accept: 'counts as accepted',
  erase: 'its content is erased',
  none: '',
} as const

/** Where a clock has no days of its own, its date comes from elsewhere. */
const dates: Readonly<Record<string, string>> = {
  condition: 'its own date',
  'look-again': 'the date set with the pause',
  papers: `${defaultSettings.papersBefore} days before the meeting`,
  vote: 'the meeting',
}

const daysOf = (kind: string, { days }: ClockSetting): string => {
  if (days === undefined) return dates[kind] ?? ''
  if (typeof days !== 'number') return `level 1: ${days[1]} days, 2: ${days[2]}, 3: ${days[3]}`
  return kind === 'decision' ? `the meeting, at most ${days} days` : `${days} days`
}

const remindersOf = ({ remind, remindAfter = [], remindBefore = [] }: ClockSetting): string => {
  const after = remindAfter.map((days) => `after ${days}`)
  const before = remindBefore.map((days) => (days === 0 ? 'when it is due' : `${days} before`))
  const all = [...after, ...before]
  return all.length === 0 ? '' : `${remind.join(', ')}: ${all.join(', ')}`
}

const ladderOf = ({ ladder }: ClockSetting): string =>
  ladder
    .map(({ overdue, to, consequence = 'none' }) => {
      const what = consequences[consequence]
      return `+${overdue} ${to.join(', ')}${what === '' ? '' : ` (${what})`}`
    })
    .join('; ')

/** Every clock of the settings, as a person reads them. */
export const clocksChapter = (): string =>
  [
    '## Clocks',
    '',
    'Days are calendar days; everything is due at 08:00 in Copenhagen, moved to the next Danish working day. Each step',
    'is taken once for each due item, however late or often the monitor runs.',
    '',
    table(
      ['what is due', 'within', 'reminders (days)', 'overdue (days)'],
      dueKinds.map((kind) => {
        const clock = defaultSettings.clocks[kind]
        return [kind, daysOf(kind, clock), remindersOf(clock), ladderOf(clock)]
      }),
    ),
  ].join('\n')
