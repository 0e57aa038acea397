import { askForErasure, type RequestPorts } from '../../shared/http/erasure-requests.ts'
import type { Acts } from '../../shared/http/exchange.ts'

/** Somebody wants to be forgotten. */
export const requestHandlers = (ports: RequestPorts): Acts => ({
  'POST /api/erasures': (request) => askForErasure(ports, request, request.body),
})
