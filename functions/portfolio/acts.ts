import type { Acts } from '../../shared/http/exchange.ts'
import { description } from './description.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { requestLink } from './links.ts'
import { meetings } from './meetings.ts'
import type { PortfolioPorts } from './ports.ts'
import { counts, list, show } from './projects.ts'
import { askUnsubscribe, unsubscribeByKey } from './unsubscribe.ts'

/** What portfolio answers, route by route: reads, and the one message that asks for a link. */
export const portfolioActs = (ports: PortfolioPorts): Acts => ({
  'GET /api/projects': list(ports),
  'GET /api/counts': counts(ports),
  'GET /api/projects/{id}': show(ports),
  'GET /api/projects/{id}/history': history(ports),
  'GET /api/meetings': meetings(ports),
  'POST /api/links': requestLink(ports),
  'GET /api/unsubscribe': askUnsubscribe(ports),
  'POST /api/unsubscribe': unsubscribeByKey(ports),
  'GET /health': health(ports),
  'GET /openapi.json': description('openapi.json'),
  'GET /asyncapi.json': description('asyncapi.json'),
})
