import { at, type Moment, type Rule, when } from '../moment.ts'
import type { Life } from '../world.ts'
import { sinceIdeas } from './levels.ts'

/** The board, or the general assembly for it, has said yes to this since it was last in idea generation. */
const hasApproval = (life: Life): boolean =>
  sinceIdeas(life).some(
    (event) =>
      (event.type === 'approved' || event.type === 'continued' || event.type === 'rescoped') &&
      event.decision.by !== 'secretariat',
  )

const confirmedByPeople = ['agreements-and-tools', 'documentation', 'governance-and-financing']

export const productRules: readonly Rule<Moment>[] = [
  at('graduated', 'a product is live in at least two authorities', (_, { before, after }) => {
    const live = after.live.map(({ authority }) => authority)
    if (new Set(live).size < 2) return `live in ${live}`
    return before.live !== after.live && 'it went live as it became one'
  }),
  at(
    'graduated',
    'a product is open source, and what people confirm is confirmed with evidence',
    (event, { before }) => {
      const found = before.evaluations.F2?.colour
      const open = found === undefined || found === 'grey' ? before.answers.F2?.answer === 'yes' : found === 'green'
      if (!open) return `licence: found ${found}, answered ${before.answers.F2?.answer}`
      const items = event.confirmed.filter(({ evidence }) => evidence.trim()).map(({ item }) => item)
      return [...items].sort().join() !== confirmedByPeople.join() && `confirmed: ${items}`
    },
  ),
  at('graduated', 'a product has a coordination group whose chair is one of it', (_, { after }) => {
    const { coordination } = after
    return (coordination === undefined || !coordination.members.includes(coordination.chair)) && 'it has none'
  }),
  at('graduated', 'no condition is open when a project becomes a product', (_, { before }) =>
    before.conditions.some(({ state }) => state === 'open') ? 'one is' : undefined,
  ),
  at('graduated', 'no graduation while a project is reconsidered or stands still', (_, { before }) => {
    if (before.state === 'implementation') return
    if (before.kind === 'takeover' && before.state === 'approved') return
    return !(before.kind === 'takeover' && before.state === 'ready' && before.level === 1) && `from ${before.state}`
  }),
  at(
    'graduated',
    'a finished solution on level 1 becomes a product by the secretariat, and the board is informed',
    (_, moment) =>
      moment.before.state === 'ready' && !moment.events.some(({ type }) => type === 'board-informed')
        ? 'the board was not told'
        : undefined,
  ),
  at('completed', 'nothing is completed before it runs, but a finished solution once it is decided on', (_, moment) => {
    const { before, events } = moment
    if (before.state === 'implementation') return
    if (before.kind !== 'takeover') return `from ${before.state}`
    if (before.state === 'approved') return
    if (before.state !== 'ready' || before.level !== 1) return `from ${before.state}`
    return !events.some(({ type }) => type === 'board-informed') && 'the board was not told'
  }),
  when(
    'a product of level 2 or 3 has the board’s approval (G5)',
    ({ after }) => after.state === 'product' && after.level !== 1,
    ({ life }) => !hasApproval(life) && 'it has none',
  ),
  at(
    'graduation-checked',
    'a check that finds something missing looks again in 30 days, and says what',
    (event, { after }) => {
      if (event.missing.length === 0) return 'nothing is missing'
      return after.due.filter(({ kind }) => kind === 'graduation').length !== 1 && 'it is not looked at again'
    },
  ),
  at('went-live', 'with two authorities live the secretariat checks, once', (_, { after }) => {
    const checks = after.due.filter(({ kind }) => kind === 'graduation').length
    if (after.state === 'product') return checks > 0 && 'a product is checked'
    return after.live.length >= 2 && checks !== 1 && `${checks} checks`
  }),
  at('went-live', 'an authority is live once, from a day that has come, and takes part', (event, { after, now }) => {
    const { authority, on } = event
    if (on > now.slice(0, 10) && new Date(on) > new Date(now)) return `from ${on}`
    if (after.live.filter((one) => one.authority === authority).length !== 1) return 'not once'
    return !after.authorities.some((one) => one.authority === authority) && 'it does not take part'
  }),
  at('completed', 'a project is completed only where it serves exactly one authority', (_, { before }) => {
    if (before.state !== 'implementation') return `from ${before.state}`
    return before.live.length !== 1 && `it serves ${before.live.length}`
  }),
  at('retired', 'only a product retires, and what is open ends with it', (_, { before, after }) => {
    if (before.state !== 'product') return `from ${before.state}`
    if (after.due.length > 0 || after.sla !== undefined || after.dispute !== undefined)
      return 'something is still asked'
    const open = after.changes.find(({ state }) => ['proposed', 'assessed', 'beyond-frame', 'accepted'].includes(state))
    return open && `request ${open.number} is ${open.state}`
  }),
]
