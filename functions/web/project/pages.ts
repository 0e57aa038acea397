import type { PageActs } from '../../../shared/http/page-request.ts'
import type { LinkCookies } from '../../../shared/use-cases/people.ts'
import { forgetLink, openLink } from '../entrance/open-link.ts'
import { projectPage } from './page.tsx'
import { sendPlace, showPlace } from './places.ts'
import type { OwnPorts } from './ports.ts'

/** People's own pages of a project. */
export const projectPages = ({
  ports,
  links,
}: {
  readonly ports: OwnPorts
  readonly links: LinkCookies
}): PageActs => ({
  'GET /p/{id}': openLink(links, projectPage(ports)),
  'GET /p/{id}/{page}': showPlace(ports),
  'POST /p/{id}/{act}': forgetLink(links, sendPlace(ports)),
})
