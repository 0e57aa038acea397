import type { Acts } from '../exchange.ts'
import type { ActingPorts } from '../project-acts.ts'
import { agendaActs } from './agenda.ts'
import { callMeeting } from './call-meeting.ts'
import { decideOnItem, decideReconsideration } from './decide.ts'
import { memberActs } from './members.ts'

/** What is done at the board's table, as its routes name it; a page's form does the same. */
export const boardActs = (ports: ActingPorts) =>
  ({
    'POST /api/meetings': callMeeting(ports),
    'POST /api/meetings/{id}/decisions': decideOnItem(ports),
    'POST /api/projects/{id}/reconsideration/decision': decideReconsideration(ports),
    ...agendaActs(ports),
    ...memberActs(ports),
  }) satisfies Acts
