import type { Acts } from '../../shared/http/exchange.ts'
import { agendaHandlers } from './agenda.ts'
import { callMeeting } from './call-meeting.ts'
import { decideOnItem, decideReconsideration } from './decide.ts'
import { memberHandlers } from './members.ts'
import type { BoardPorts } from './ports.ts'
import { minutes, showMeeting } from './show.ts'

/** The board's table: meetings and their agenda, what members do there, and what is decided. */
export const boardHandlers = (ports: BoardPorts): Acts => ({
  'POST /api/meetings': callMeeting(ports),
  'GET /api/meetings/{id}': showMeeting(ports),
  'GET /api/meetings/{id}/minutes': minutes(ports),
  'POST /api/meetings/{id}/decisions': decideOnItem(ports),
  'POST /api/projects/{id}/reconsideration/decision': decideReconsideration(ports),
  ...agendaHandlers(ports),
  ...memberHandlers(ports),
})
