import type { PageActs } from '../../../shared/http/page-request.ts'
import { doAct, showAct } from './act/act-pages.tsx'
import { showCase } from './case/page.tsx'
import { failuresPage, redriveFailures } from './failures.tsx'
import { findPeoplePage, peoplePage } from './people.tsx'
import type { DeskPorts } from './ports.ts'
import { worklistPage } from './worklist/page.tsx'

/** The pages of the secretariat. */
export const deskPages = ({ ports }: { readonly ports: DeskPorts }): PageActs => ({
  'GET /desk': worklistPage(ports),
  'GET /desk/people': peoplePage(ports),
  'POST /desk/people': findPeoplePage(ports),
  'GET /desk/failures': failuresPage(ports),
  'POST /desk/failures': redriveFailures(ports),
  'GET /desk/projects/{id}': showCase(ports),
  'GET /desk/projects/{id}/{page}': showAct(ports),
  'POST /desk/projects/{id}/{act}': doAct(ports),
})
