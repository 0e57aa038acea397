import { clocksChapter } from './clocks-chapter.ts'
import { commandsChapter } from './commands-chapter.ts'
import { lettersChapter } from './letters-chapter.ts'
import { meetingsChapter } from './meetings-chapter.ts'
import { diagram, statesChapter, statesTable } from './states-chapter.ts'

const introduction = `# The process

An idea comes in, the secretariat places it at a level, and proposer and secretariat shape it into a concept. On level 1 the secretariat
starts it and tells the board; on level 2 and 3 the board approves, returns or rejects it at a meeting. A running project reports on a
fixed schedule, and is taken up again when it cannot keep its frame. At every moment exactly one party has the move, until a date; when
the date passes, people are reminded, and in the end something happens by itself.

This page is made from the code: \`npm run process\` writes it, and a test fails when it is not up to date. What stands here is
what the system does.

![The process from idea to product](process.svg)`

/** The whole of \`docs/process.md\`. */
export const page = (): string =>
  `${[
    introduction,
    '## The states, and every way from one to another',
    statesTable(),
    diagram(),
    refusals,
    statesChapter(),
    commandsChapter(),
    meetingsChapter(),
    clocksChapter(),
    lettersChapter(),
  ].join('\n\n')}\n`

const refusals = `## How a command is refused

- 403 \`not-your-role\`: somebody else's to do, in whatever state. The answer names the roles that may. (401 for whoever is not known,
  404 for whoever may not know that the project is there.)
- 409 \`illegal-in-state\`: yours to do, but not now. The answer names state, version and what you may do instead.
- 422 \`invalid\`, \`reason-required\`: yours to do, and now, but something is missing or wrong; the answer names the field.
- 412 \`version-conflict\`, 503 \`busy\`: somebody was faster.`
