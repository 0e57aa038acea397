import { projectView } from '../../../shared/api/project-view.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { projectIn } from '../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readProject } from '../../../shared/use-cases/read-project.ts'
import { page } from '../layout.tsx'
import { StandingLine } from '../parts/standing.tsx'
import type { WebPorts } from '../ports.ts'
import { readerOf } from '../reader.ts'

/** `GET /p/{id}`: the project, for those who are part of it. */
export const projectPage =
  (ports: WebPorts): PageAct =>
  async (request) => {
    const found = await readProject(projectIn(request), ports)
    const view = found && projectView(found.project, { actor: request.actor, people: new Map(), now: ports.clock() })
    if (view === undefined) throw new InTrouble({ kind: 'not-found' })
    const reader = readerOf(request)
    return page({
      reader,
      title: view.title,
      children: <StandingLine reader={reader} standing={view} now={ports.clock()} />,
    })
  }
