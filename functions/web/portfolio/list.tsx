import { projectsQuery } from '../../../shared/api/reads.ts'
import { type ProjectRow, projectRow } from '../../../shared/api/row-views.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import { listProjects } from '../../../shared/use-cases/list-projects.ts'
import { page } from '../layout.tsx'
import { StateBadge } from '../parts/standing.tsx'
import type { WebPorts } from '../ports.ts'
import { type Reader, readerOf } from '../reader.ts'

const most = 100

/** `GET /portfolio`: what anybody may know of, from the board's decision on. */
export const portfolioPage =
  ({ projections }: Pick<WebPorts, 'projections'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { limit: _, cursor: __, ...filter } = parse(projectsQuery, request.query)
    const actor = { kind: 'anonymous' } as const
    const { items } = await listProjects({ filter, limit: most, actor }, projections)
    const rows = items.map((item) => projectRow(item, actor))
    const { portfolio: words } = reader.words
    return page({
      reader,
      title: words.title,
      at: 'portfolio',
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          {rows.length === 0 ? <p>{words.empty}</p> : <Projects reader={reader} rows={rows} />}
        </>
      ),
    })
  }

const Projects = ({ reader, rows }: { readonly reader: Reader; readonly rows: readonly ProjectRow[] }) => {
  const { portfolio: words, standing } = reader.words
  const { project, authority, level, state, since } = words.columns
  return (
    <section class="table--responsive-scroll" aria-label={words.title} tabindex={0}>
      <table class="table">
        <thead>
          <tr>
            {[project, authority, level, state, since].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/portfolio/${row.id}`}>{row.title}</a>
              </th>
              <td>{row.authority}</td>
              <td>{row.level === undefined ? standing.noLevel : standing.level(row.level)}</td>
              <td>
                <StateBadge reader={reader} state={row.state} />
              </td>
              <td>{reader.dayOf(row.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
