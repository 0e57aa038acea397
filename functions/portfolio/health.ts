import type { Act } from '../../shared/http/exchange.ts'
import type { PortfolioPorts } from './ports.ts'

/** `GET /health`: whether the table can be reached, and which version this is. */
export const health =
  ({ reachTable, version }: PortfolioPorts): Act =>
  async () => {
    try {
      await reachTable()
      return { status: 200, json: { status: 'ok', table: 'reachable', version } }
    } catch {
      return {
        status: 503,
        headers: { 'retry-after': '5' },
        json: { status: 'unavailable', table: 'unreachable', version },
      }
    }
  }
