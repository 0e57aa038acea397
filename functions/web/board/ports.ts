import type { ListPorts, WebPorts } from '../ports.ts'

/** What the board's table needs: to act as the API does, and to list meetings and what may come before them. */
export interface BoardPorts extends WebPorts, ListPorts {}
