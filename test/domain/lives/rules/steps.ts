import { stepsOf } from '../../../../shared/domain/deadlines/steps.ts'
import { eventOf, type Moment, type Rule, when } from '../moment.ts'

const taken = (moment: Moment) => eventOf(moment, 'step-taken')
const fires = (moment: Moment): boolean => taken(moment) !== undefined
const itemOf = (moment: Moment) => moment.before?.due.find(({ key }) => key === taken(moment)?.item)

export const stepRules: readonly Rule<Moment>[] = [
  when('a step fires once per due item', fires, (moment) => {
    const event = taken(moment)
    return moment.life.steps.has(`${event?.item}/${event?.step}`) && `${event?.item}/${event?.step} again`
  }),
  when('steps fire in their order, and not before their moment', fires, (moment) => {
    const event = taken(moment)
    const item = itemOf(moment)
    if (event === undefined || item === undefined) return 'its item is not open'
    if (event.at > moment.now) return `at ${event.at}, it is ${moment.now}`
    const names = stepsOf(item, moment.settings).map(({ name }) => name)
    const earlier = names.slice(0, names.indexOf(event.step))
    const missed = earlier.find((name) => !item.fired.includes(name))
    return missed && `${missed} has not fired before ${event.step}`
  }),
  when('a step that fires well after its moment is marked late', fires, (moment) => {
    const event = taken(moment)
    const hours = (Date.parse(moment.now) - Date.parse(event?.at ?? moment.now)) / 3_600_000
    return event?.late !== hours > 26 && `${hours} hours after its moment: late ${event?.late}`
  }),
  when(
    'the consequence of a step comes with it: withdrawn by silence, accepted by silence, reconsidered',
    (moment) => fires(moment) && taken(moment)?.consequence !== 'none',
    (moment) => {
      const { after, events } = moment
      const event = taken(moment)
      switch (event?.consequence) {
        case 'withdraw':
          return after.state !== 'withdrawn' && `it is ${after.state}`
        case 'accept':
          return !events.some((one) => one.type === 'report-accepted' && one.by === 'silence') && 'it was not accepted'
        case 'reconsider':
          return after.state !== 'reconsideration' && `it is ${after.state}`
        case 'erase':
          return after.contentErasedAt !== moment.now && 'its content is still there'
        case 'none':
        case undefined:
          return
      }
    },
  ),
  when(
    'only silence after a return or in shaping withdraws a project, and it was told in advance',
    ({ events }) => events.some((event) => event.type === 'withdrawn' && event.by === 'silence'),
    (moment) => {
      const item = itemOf(moment)
      if (item?.kind !== 'concept' && item?.kind !== 'resubmission') return `by ${item?.key}`
      return !item.fired.includes('overdue-16') && 'nobody was told'
    },
  ),
]
