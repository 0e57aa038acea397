import { boardActs } from '../../shared/http/board/acts.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import type { BoardPorts } from './ports.ts'
import { minutes, showMeeting } from './show.ts'

/** The board's table: meetings and their agenda, what members do there, and what is decided. */
export const boardHandlers = (ports: BoardPorts): Acts => ({
  'GET /api/meetings/{id}': showMeeting(ports),
  'GET /api/meetings/{id}/minutes': minutes(ports),
  ...boardActs(ports),
})
