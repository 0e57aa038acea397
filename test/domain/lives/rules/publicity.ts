import { publicEvent } from '../../../../shared/domain/public-event.ts'
import { publicFieldsOf, sightOf, withheldUntil } from '../../../../shared/domain/publication.ts'
import { type Moment, type Rule, when } from '../moment.ts'
import { isUnderway } from '../world.ts'

/** States that come before the board’s decision, on level 1 before the start. */
const before = ['idea', 'shaping', 'ready']

const fieldsOf = ({ after, now }: Moment) => publicFieldsOf(after, withheldUntil(after, now))
const told = ({ after, events, now }: Moment) =>
  events.map((event) => publicEvent(event, after, now, withheldUntil(after, now)))

const tellsPublicly = (moment: Moment): string => JSON.stringify([fieldsOf(moment), told(moment)])

const isSaid = (moment: Moment): boolean => fieldsOf(moment) !== undefined

/** The day in Copenhagen, which the domain computes by itself. */
const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
const isBefore = (day: string | undefined, now: string): boolean =>
  day !== undefined && copenhagen.format(new Date(now)) < day

export const publicityRules: readonly Rule<Moment>[] = [
  when(
    'before the board’s decision, on level 1 before the start, nobody knows of a project',
    ({ after }) => before.includes(after.state),
    (moment) => {
      const { after } = moment
      if (isSaid(moment)) return `it is public in ${after.state}`
      if (told(moment).some((event) => event !== undefined)) return 'an event is told'
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
      publicFieldsOf(earlier, undefined) !== undefined,
    (moment) => !isSaid(moment) && `it vanishes from ${moment.before?.state}`,
  ),
  when('what is public names nobody, and tells no vote', isSaid, (moment) => {
    const all = tellsPublicly(moment)
    if (all.includes('con_')) return all
    return /"(tally|counts|pledge|owner|note|evidence)"/.exec(all)?.[0]
  }),
  when(
    'until its day a withheld frame is told nowhere',
    (moment) => isSaid(moment) && isBefore(moment.after.frameWithheldUntil, moment.now),
    (moment) => /"(baseline|budget|endsOn|scope)"/.exec(tellsPublicly(moment))?.[0],
  ),
  when(
    'from its day on a frame that was withheld is told',
    ({ after, now }) => after.frameWithheldUntil !== undefined && !isBefore(after.frameWithheldUntil, now),
    (moment) =>
      isSaid(moment) &&
      moment.after.baseline !== undefined &&
      fieldsOf(moment)?.baseline === undefined &&
      'it is not told',
  ),
  when(
    'an evaluation is public only where it was published',
    (moment) => isSaid(moment) && moment.after.assessments.length > 0,
    (moment) => {
      const { after } = moment
      const said = fieldsOf(moment)?.assessment
      const published = after.assessments.filter((assessment) => assessment.published).at(-1)
      if (said?.at !== published?.at || said?.level !== published?.level) return `${said?.level} is told`
      return said?.themes !== undefined && !after.assessments.at(-1)?.published && 'colours that were not published'
    },
  ),
]
