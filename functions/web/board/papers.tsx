import { papersOn } from '../../../shared/domain/board/paper.ts'
import { dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { page } from '../layout.tsx'
import { readerOf } from '../reader.ts'
import { meetingTitle } from './meeting.tsx'
import { PaperParts } from './paper.tsx'
import type { Table } from './table.ts'

/** `GET /board/{id}/papers`: the papers of every open item, one after the other; on paper each on a page of its own. */
export const papersPage = (request: PageRequest, table: Table): EdgeAnswer => {
  const reader = readerOf(request)
  const { board, decisions } = reader.words
  const { papers: words } = decisions
  const title = meetingTitle(reader, table)
  const projects = new Map<ProjectId, Project>(table.items.map(({ project }) => [project.id, project]))
  const papers = papersOn(table.meeting, projects, table.settings)
  return page({
    reader,
    title: words.of(title),
    at: 'board',
    above: [
      { label: board.title, href: '/board' },
      { label: title, href: `/board/${table.meeting.id}` },
    ],
    children: (
      <div class="trin-papers">
        <p class="trin-on-screen">{papers.size === 0 ? words.none : words.lead}</p>
        {table.items.map(({ number, item, project }) => {
          const paper = papers.get(project.id)
          return (
            paper !== undefined && (
              <article key={project.id} class="trin-paper" aria-labelledby={`paper-${number}`}>
                <p class="trin-paper-head">
                  <span>{words.header(title)}</span> <span>{board.item.number(number, table.items.length)}</span>
                </p>
                <h2 id={`paper-${number}`}>{paper.title}</h2>
                <p class="trin-soft">
                  {[board.kinds[item.kind], board.item.level(paper.level), project.concept.authority].join(' · ')}
                </p>
                <PaperParts reader={reader} paper={paper} today={dateOf(table.now)} />
              </article>
            )
          )
        })}
      </div>
    ),
  })
}
