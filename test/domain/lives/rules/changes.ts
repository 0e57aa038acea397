import { addDays, dateOf, dueOn } from '../../../../shared/domain/calendar/days.ts'
import type { ProjectEvent } from '../../../../shared/domain/project/events.ts'
import type { ChangeState } from '../../../../shared/domain/stewardship/changes.ts'
import { at, type Moment, type Rule, when } from '../moment.ts'
import { isOn } from './roles.ts'

/** Where each request stands, by the log alone. */
const standing = (events: readonly ProjectEvent[]): ReadonlyMap<number, ChangeState> => {
  const states = new Map<number, ChangeState>()
  const open = ['proposed', 'assessed', 'beyond-frame', 'accepted']
  for (const event of events)
    switch (event.type) {
      case 'change-requested':
        states.set(event.number, 'proposed')
        break
      case 'change-assessed':
        states.set(event.number, 'assessed')
        break
      case 'change-decided': {
        const said = { accept: 'accepted', reject: 'rejected', 'beyond-frame': 'beyond-frame' } as const
        states.set(event.number, said[event.outcome])
        break
      }
      case 'change-done':
        states.set(event.number, 'done')
        break
      case 'retired':
        for (const [number, state] of states) if (open.includes(state)) states.set(number, 'dropped')
    }
  return states
}

/** The way of a request: from where each event may take it. */
const ways = {
  'change-assessed': ['proposed', 'assessed'],
  'change-done': ['accepted'],
} as const

export const changeRules: readonly Rule<Moment>[] = [
  when(
    'each request for a change keeps its number, its words and its way, and none is lost',
    ({ after }) => after.changes.length > 0,
    ({ before, after, life, events }) => {
      if (before?.changes === after.changes && !events.some(({ type }) => type === 'retired')) return
      const states = standing(life.told.map(({ event }) => event))
      if (after.changes.some(({ number }, index) => number !== index + 1)) return 'out of order'
      if (states.size !== after.changes.length) return `${after.changes.length} of ${states.size}`
      const off = after.changes.find(({ number, state }) => states.get(number) !== state)
      if (off !== undefined) return `request ${off.number} is ${off.state}, not ${states.get(off.number)}`
      const reworded = before?.changes.find(
        ({ title, text }, index) => title !== after.changes[index]?.title || text !== after.changes[index]?.text,
      )
      return reworded && `request ${reworded.number} has other words`
    },
  ),
  at('change-assessed', 'a request is assessed before it is answered', (event, { before }) => {
    const state = before.changes.find(({ number }) => number === event.number)?.state
    return !ways['change-assessed'].some((from) => from === state) && `it was ${state}`
  }),
  at(
    'change-decided',
    'a request is answered once: by the coordination group, beyond the frame by the steering group',
    (event, { before, after, actor }) => {
      const state = before.changes.find(({ number }) => number === event.number)?.state
      if (!isOn(before, actor, event.by)) return `by ${JSON.stringify(actor)}, told as ${event.by}`
      if (event.by === 'coordination') {
        if (state === 'proposed') return event.outcome !== 'reject' && 'it was not assessed'
        return state !== 'assessed' && `it was ${state}`
      }
      if (state !== 'beyond-frame') return `${event.by} answered what was ${state}`
      if (event.outcome === 'beyond-frame') return 'it went on in circles'
      if (event.by === 'steering' ? after.steering.length === 0 : after.steering.length > 0) return `by ${event.by}`
      return
    },
  ),
  at('change-done', 'only what was accepted is done', (event, { before }) => {
    const state = before.changes.find(({ number }) => number === event.number)?.state
    return !ways['change-done'].some((from) => from === state) && `it was ${state}`
  }),
  when(
    'each request that waits has one clock, and one that is answered has none',
    ({ after }) => after.changes.length > 0,
    ({ after }) => {
      const clocks = after.due
        .filter(({ kind }) => kind === 'change' || kind === 'escalated-change')
        .map(({ kind, about }) => `${kind} ${about}`)
        .sort()
      const waiting = after.changes
        .flatMap(({ number, state }) => {
          if (state === 'beyond-frame') return [`escalated-change ${number}`]
          return state === 'proposed' || state === 'assessed' ? [`change ${number}`] : []
        })
        .sort()
      return clocks.join() !== waiting.join() && `waiting ${waiting}, clocks ${clocks}`
    },
  ),
  when(
    'a request is answered within 30 days, and once more within 30 where it is beyond the frame',
    ({ events }) =>
      events.some(({ type }) => type === 'change-requested') ||
      events.some((event) => event.type === 'change-decided' && event.outcome === 'beyond-frame'),
    ({ after, events, now }) => {
      const event = events.find((one) => one.type === 'change-requested' || one.type === 'change-decided')
      if (event?.type !== 'change-requested' && event?.type !== 'change-decided') return
      const kind = event.type === 'change-requested' ? 'change' : 'escalated-change'
      const item = after.due.find((one) => one.kind === kind && one.about === event.number)
      return item?.dueAt !== dueOn(addDays(dateOf(now), 30)) && `due ${item?.dueAt}`
    },
  ),
]
