import { deliveryOf, urgencies } from '../../../shared/domain/correspondence/delivery.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import type { Template } from '../../../shared/domain/correspondence/letter-body.ts'
import { meetingEventsWithoutMail } from '../../../shared/domain/correspondence/meeting-letters.ts'
import { eventsWithoutMail } from '../../../shared/domain/correspondence.ts'
import { code, table } from './markdown.ts'
import { meetingOutcomesIn, meetingSituations } from './meeting-outcomes.ts'
import { outcomesIn, outcomesOfSubmitting } from './outcomes.ts'
import { situations } from './situations.ts'

/** In which parts somebody gets a letter: at once, or in the morning. One part may be in both, by whose move it is. */
interface Parts {
  readonly now: Set<string>
  readonly morning: Set<string>
}

/** Letters by event and template, to whom in which part and when, gathered from everything the samples made happen. */
const gathered = (): ReadonlyMap<string, ReadonlyMap<Template, Parts>> => {
  const found = new Map<string, Map<Template, Parts>>()
  const note = (event: string, { body: { template }, as, move }: Letter): void => {
    const templates = found.get(event) ?? new Map<Template, Parts>()
    const parts = templates.get(template) ?? { now: new Set(), morning: new Set() }
    // As it goes in time: what comes late goes all together.
    const { when } = deliveryOf({ template, as, move }, anyMoment, false)
    parts[when === 'now' ? 'now' : 'morning'].add(as)
    found.set(event, templates.set(template, parts))
  }
  const noteAll = (told: readonly (readonly [string, readonly Letter[]])[]): void => {
    for (const [event, letters] of told) for (const letter of letters) note(event, letter)
  }
  for (const { came } of [...outcomesOfSubmitting(), ...situations.flatMap(outcomesIn)])
    if (!('refusal' in came)) noteAll(came.letters)
  for (const { meeting, now } of meetingSituations)
    for (const { letters } of meetingOutcomesIn(meeting, now)) noteAll(letters)
  return found
}

const anyMoment = '2026-11-24T09:00:00.000Z'

/** Who is written to about what and when, and why nobody is where nobody is. */
export const lettersChapter = (): string => {
  const letters = gathered()
  const templates = new Set([...letters.values()].flatMap((ofEvent) => [...ofEvent.keys()]))
  const rows = [...letters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([event, ofEvent]) =>
      [...ofEvent].map(([template, { now, morning }]) => [
        code(event),
        code(template),
        [...now].sort().join(', '),
        [...morning].sort().join(', '),
      ]),
    )
  const silent = Object.entries({ ...eventsWithoutMail, ...meetingEventsWithoutMail })
  return [
    '## Mail',
    '',
    'Who is written to, and in which part, as the samples of this page made it happen. One letter to each recipient, in',
    'their language; whose move it is and until when stands in each. What gives somebody something to do, and what people',
    'must not learn a day late, goes at once; the rest waits for the post at 09:00 in Copenhagen of the next working day, and goes',
    'in one mail. Where a part stands under both, it is at once when the move is theirs.',
    '',
    table(['event', 'letter', 'at once', 'in the morning'], rows),
    '',
    'Why a letter goes when it goes:',
    '',
    ...[...templates].sort().map((template) => `- ${code(template)}: ${urgencies[template].why}`),
    '',
    'Nobody is written to about:',
    '',
    ...silent.map(([event, why]) => `- ${code(event)}: ${why}`),
  ].join('\n')
}
