import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { meetingEventsWithoutMail } from '../../../shared/domain/correspondence/meeting-letters.ts'
import { eventsWithoutMail } from '../../../shared/domain/correspondence.ts'
import { code, table } from './markdown.ts'
import { meetingOutcomesIn, meetingSituations } from './meeting-outcomes.ts'
import { outcomesIn, outcomesOfSubmitting } from './outcomes.ts'
import { situations } from './situations.ts'

/** Letters by event and template, to whom in which part, gathered from everything the samples made happen. */
const gathered = (): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> => {
  const found = new Map<string, Map<string, Set<string>>>()
  const note = (event: string, { body, as }: Letter): void => {
    const templates = found.get(event) ?? new Map<string, Set<string>>()
    const parts = templates.get(body.template) ?? new Set<string>()
    found.set(event, templates.set(body.template, parts.add(as)))
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

/** Who is written to about what, and why nobody is where nobody is. */
export const lettersChapter = (): string => {
  const rows = [...gathered()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([event, templates]) =>
      [...templates].map(([template, parts]) => [code(event), code(template), [...parts].sort().join(', ')]),
    )
  const silent = Object.entries({ ...eventsWithoutMail, ...meetingEventsWithoutMail })
  return [
    '## Mail',
    '',
    'Who is written to, and in which part, as the samples of this page made it happen. One letter to each recipient, in',
    'their language; whose move it is and until when stands in each.',
    '',
    table(['event', 'letter', 'to'], rows),
    '',
    'Nobody is written to about:',
    '',
    ...silent.map(([event, why]) => `- ${code(event)}: ${why}`),
  ].join('\n')
}
