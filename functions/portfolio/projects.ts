import { place, projectsQuery } from '../../shared/api/reads.ts'
import { projectRow } from '../../shared/api/row-views.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { countProjects } from '../../shared/use-cases/count-projects.ts'
import { listProjects, type Place } from '../../shared/use-cases/list-projects.ts'
import { badCursor, opened } from './cursor.ts'
import type { PortfolioPorts } from './ports.ts'
import { perReader, projectIn, unlessSeen, viewFor } from './read-one.ts'

/** `GET /api/projects` */
export const list =
  (ports: PortfolioPorts): Act =>
  async ({ query, actor }) => {
    const { limit, cursor, ...filter } = parse(projectsQuery, query)
    const from = cursor === undefined ? undefined : opened(ports.cursors, place, cursor)
    if (from !== undefined && filter.state !== undefined && from.state !== filter.state) throw new InTrouble(badCursor)
    const page = await listProjects(
      { filter, limit, actor, ...(from === undefined ? {} : { from }) },
      ports.projections,
    )
    const reader = { actor, now: ports.clock() }
    return {
      status: 200,
      headers: perReader,
      json: { items: page.items.map((row) => projectRow(row, reader)), next: sealed(page.next, ports) },
    }
  }

const sealed = (next: Place | undefined, { cursors }: PortfolioPorts): string | null =>
  next === undefined ? null : cursors.close(JSON.stringify(next))

/** `GET /api/counts` */
export const counts =
  ({ projections }: PortfolioPorts): Act =>
  async () => ({
    status: 200,
    headers: { 'cache-control': 'public, max-age=60' },
    json: await countProjects(projections),
  })

/** `GET /api/projects/{id}` */
export const show =
  (ports: PortfolioPorts): Act =>
  async ({ params, actor, headers }) => {
    const { view, etag } = await viewFor(projectIn(params), actor, ports)
    return unlessSeen(headers['if-none-match'], etag, view)
  }
