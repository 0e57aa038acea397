import type { PageActs } from '../../../shared/http/page-request.ts'
import { failuresPage, redriveFailures } from './failures.tsx'
import { findPeoplePage, peoplePage } from './people.tsx'
import type { DeskPorts } from './ports.ts'
import { worklistPage } from './worklist/page.tsx'

/** The pages of the secretariat that are about all cases. */
export const deskPages = ({ ports }: { readonly ports: DeskPorts }): PageActs => ({
  'GET /desk': worklistPage(ports),
  'GET /desk/people': peoplePage(ports),
  'POST /desk/people': findPeoplePage(ports),
  'GET /desk/failures': failuresPage(ports),
  'POST /desk/failures': redriveFailures(ports),
})
