import type { PageActs } from '../../shared/http/page-request.ts'
import { meetingPages } from './board/acts.ts'
import { worklistPage } from './desk/worklist.tsx'
import type { WebPorts } from './ports.ts'

/** Pages of those who work with all projects: the secretariat and the board. */
export const deskPages = ({ ports }: { readonly ports: WebPorts }): PageActs => ({
  'GET /desk': worklistPage(ports),
  ...meetingPages(ports),
})
