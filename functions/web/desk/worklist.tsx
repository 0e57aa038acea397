import { type ProjectRow, projectRow } from '../../../shared/api/row-views.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { listProjects } from '../../../shared/use-cases/list-projects.ts'
import { page } from '../layout.tsx'
import { Due, StateBadge } from '../parts/standing.tsx'
import type { WebPorts } from '../ports.ts'
import { type Reader, readerOf } from '../reader.ts'

const most = 100

/** `GET /desk`: what is somebody's move, the most urgent first. */
export const worklistPage =
  ({ projections, clock }: Pick<WebPorts, 'projections' | 'clock'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const now = clock()
    const { items } = await listProjects({ filter: {}, limit: most, actor: request.actor }, projections)
    const rows = items
      .map((item) => projectRow(item, { actor: request.actor, now }))
      .filter(({ whoseMove }) => whoseMove !== undefined)
      .toSorted((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))
    const { desk: words } = reader.words
    return page({
      reader,
      title: words.title,
      at: 'desk',
      children: rows.length === 0 ? <p>{words.empty}</p> : <Rows reader={reader} rows={rows} now={now} />,
    })
  }

const Rows = ({
  reader,
  rows,
  now,
}: {
  readonly reader: Reader
  readonly rows: readonly ProjectRow[]
  readonly now: string
}) => (
  <ul class="bordered-list">
    {rows.map((row) => (
      <li key={row.id}>
        <a href={`/desk/projects/${row.id}`}>{row.title}</a> <StateBadge reader={reader} state={row.state} />{' '}
        {row.whoseMove !== undefined && reader.words.standing.parties[row.whoseMove]}
        {row.dueAt !== undefined && <Due reader={reader} dueAt={row.dueAt} now={now} />}
      </li>
    ))}
  </ul>
)
