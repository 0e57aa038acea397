import type { PageActs } from '../../shared/http/page-request.ts'
import { boardPages } from './board/acts.ts'
import { doAct, showAct } from './desk/act/act-pages.tsx'
import { showCase } from './desk/case/page.tsx'
import { failuresPage, redriveFailures } from './desk/failures.tsx'
import { findPeoplePage, peoplePage } from './desk/people.tsx'
import type { DeskPorts } from './desk/ports.ts'
import { worklistPage } from './desk/worklist/page.tsx'

/** Pages of those who work with all projects: the secretariat and the board. */
export const deskPages = ({ ports }: { readonly ports: DeskPorts }): PageActs => ({
  'GET /desk': worklistPage(ports),
  'GET /desk/people': peoplePage(ports),
  'POST /desk/people': findPeoplePage(ports),
  'GET /desk/failures': failuresPage(ports),
  'POST /desk/failures': redriveFailures(ports),
  ...boardPages(ports),
  'GET /desk/projects/{id}': showCase(ports),
  'GET /desk/projects/{id}/{page}': showAct(ports),
  'POST /desk/projects/{id}/{act}': doAct(ports),
})
