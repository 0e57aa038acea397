import { publicEvent } from '../../../../shared/domain/public-event.ts'
import { publicFieldsOf, sightOf } from '../../../../shared/domain/publication.ts'
import { type Moment, type Rule, when } from '../moment.ts'
import { isUnderway } from '../world.ts'

/** States that come before the board’s decision, on level 1 before the start. */
const before = ['idea', 'shaping', 'ready']

const tellsPublicly = ({ after, events, now }: Moment): string =>
  JSON.stringify([publicFieldsOf(after), events.map((event) => publicEvent(event, after, now))])

const isSaid = ({ after }: Moment): boolean => publicFieldsOf(after) !== undefined

export const publicityRules: readonly Rule<Moment>[] = [
  when(
    'before the board’s decision, on level 1 before the start, nobody knows of a project',
    ({ after }) => before.includes(after.state),
    (moment) => {
      const { after, events, now } = moment
      if (isSaid(moment)) return `it is public in ${after.state}`
      if (events.some((event) => publicEvent(event, after, now) !== undefined)) return 'an event is told'
      return sightOf(after, { kind: 'anonymous' }) !== 'nothing' && 'anyone sees it'
    },
  ),
  when(
    'from the decision on anyone may know of it: approved, running, a product, completed, retired',
    ({ after }) =>
      isUnderway(after) || ['approved', 'product', 'stopped', 'completed', 'retired'].includes(after.state),
    (moment) => !isSaid(moment) && `it is hidden in ${moment.after.state}`,
  ),
  when(
    'returns, rejections and withdrawals are public with the proposer’s consent only',
    ({ after }) => ['returned', 'rejected', 'withdrawn'].includes(after.state) && !after.consentToPublish,
    (moment) => isSaid(moment) && `${moment.after.state} is told`,
  ),
  when(
    'with the proposer’s consent, what was public stays so when it is withdrawn',
    ({ before: earlier, after }) =>
      after.state === 'withdrawn' &&
      after.consentToPublish &&
      earlier !== undefined &&
      earlier.state !== 'withdrawn' &&
      publicFieldsOf(earlier) !== undefined,
    (moment) => !isSaid(moment) && `it vanishes from ${moment.before?.state}`,
  ),
  when('what is public names nobody, and tells no vote', isSaid, (moment) => {
    const told = tellsPublicly(moment)
    if (told.includes('con_')) return told
    return /"(tally|counts|pledge|owner|note|evidence)"/.exec(told)?.[0]
  }),
  when(
    'an evaluation is public only where it was published',
    (moment) => isSaid(moment) && moment.after.assessments.length > 0,
    ({ after }) => {
      const told = publicFieldsOf(after)?.assessment
      const published = after.assessments.filter((assessment) => assessment.published).at(-1)
      if (told?.at !== published?.at || told?.level !== published?.level) return `${told?.level} is told`
      return told?.themes !== undefined && !after.assessments.at(-1)?.published && 'colours that were not published'
    },
  ),
]
