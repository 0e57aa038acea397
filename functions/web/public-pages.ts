import type { PageActs } from '../../shared/http/page-request.ts'
import type { LinkCookies } from '../../shared/use-cases/people.ts'
import { accessibilityPage } from './about/accessibility.tsx'
import { serveAsset } from './assets.ts'
import { openLink } from './entrance/open-link.ts'
import { chooseLanguage } from './language.ts'
import { portfolioPage } from './portfolio/list.tsx'
import { publicProjectPage } from './portfolio/project.tsx'
import { timesPage } from './portfolio/times.tsx'
import type { OwnPorts } from './ports.ts'
import { projectPage } from './project/page.tsx'
import { sendPlace, showPlace } from './project/places.ts'
import { beginIdea, carryIdeaOn } from './submit/act.ts'
import { previewPiece } from './submit/preview.tsx'
import { receiptPage } from './submit/receipt.tsx'

/** Pages that are open to anybody, and people's own. */
export const publicPages = ({
  ports,
  links,
  assets,
}: {
  readonly ports: OwnPorts
  readonly links: LinkCookies
  readonly assets: string
}): PageActs => ({
  'GET /': beginIdea(ports),
  'POST /': carryIdeaOn(ports),
  'POST /preview': previewPiece(ports),
  'GET /sent': receiptPage(ports),
  'GET /p/{id}': openLink(links, projectPage(ports)),
  'GET /p/{id}/{page}': showPlace(ports),
  'POST /p/{id}/{act}': sendPlace(ports),
  'GET /portfolio': portfolioPage(ports),
  'GET /portfolio/times': timesPage(ports),
  'GET /portfolio/{id}': publicProjectPage(ports),
  'GET /accessibility': accessibilityPage(ports),
  'GET /language': chooseLanguage,
  'GET /assets/{file}': serveAsset(assets),
})
