import { historyView } from '../../shared/api/history-view.ts'
import { etagFor } from '../../shared/api/project-view.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { readProject } from '../../shared/use-cases/read-project.ts'
import type { PortfolioPorts } from './ports.ts'
import { projectIn, unlessSeen } from './read-one.ts'

/** `GET /api/projects/{id}/history` */
export const history =
  (ports: PortfolioPorts): Act =>
  async ({ params, actor, headers }) => {
    const found = await readProject(projectIn(params), ports)
    const reader = { actor, now: ports.clock() }
    const items = found === undefined ? undefined : historyView(found.project, found.commits, reader)
    if (found === undefined || items === undefined) throw new InTrouble({ kind: 'not-found' })
    return unlessSeen(headers['if-none-match'], etagFor(found.project, reader), { items, next: null })
  }
