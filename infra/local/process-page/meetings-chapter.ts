import { bodies } from '../../../shared/api/bodies.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { meetingRoutes } from './command-routes.ts'
import { code, codes, table } from './markdown.ts'
import { meetingOutcomesIn, meetingSituations } from './meeting-outcomes.ts'
import { fieldsOf } from './payloads.ts'
import { problemInWords } from './problems.ts'

const section = ({ name, meeting, now }: (typeof meetingSituations)[number]): string => {
  const outcomes = meetingOutcomesIn(meeting, now).filter(
    ({ came }) => !isRefusal(came) || !['role', 'missing', 'exists'].includes(came.rule),
  )
  const rows = outcomes.map(({ name: command, who, came }) => [
    code(command.split(' ')[0] ?? command) + command.replace(/^\S+/, ''),
    who.join(', '),
    isRefusal(came) ? problemInWords(came) : came.length === 0 ? 'nothing: it was so already' : codes(came),
  ])
  return [`### ${name}`, '', table(['command', 'by', 'what comes of it'], rows)].join('\n')
}

/** The board's table: what comes of each command on a meeting, state by state, and what the commands take. */
export const meetingsChapter = (): string =>
  [
    '## Meetings of the board',
    '',
    'A member acts for themselves, or for the member who named them proxy. Whoever is not named is refused with 403. What the',
    'votes come to is decided on the project, whose event closes the item.',
    '',
    meetingSituations.map(section).join('\n\n'),
    '',
    '### What they take',
    '',
    ...Object.entries(meetingRoutes).map(
      ([type, route]) => `- ${code(type)}: ${code(route)} ${codes(fieldsOf(bodies[route]))}`,
    ),
  ].join('\n')
