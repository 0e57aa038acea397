import type { PageActs } from '../../../shared/http/page-request.ts'
import { accessibilityPage } from '../about/accessibility.tsx'
import { serveAsset } from '../assets.ts'
import { chooseLanguage } from '../language.ts'
import { portfolioPage } from './list.tsx'
import type { PortfolioPorts } from './ports.ts'
import { publicProjectPage } from './project.tsx'
import { timesPage } from './times.tsx'

/** Pages that are the same for anybody, and what all pages load. */
export const portfolioPages = ({
  ports,
  assets,
}: {
  readonly ports: PortfolioPorts
  readonly assets: string
}): PageActs => ({
  'GET /portfolio': portfolioPage(ports),
  'GET /portfolio/times': timesPage(ports),
  'GET /portfolio/{id}': publicProjectPage(ports),
  'GET /accessibility': accessibilityPage(ports),
  'GET /language': chooseLanguage,
  'GET /assets/{file}': serveAsset(assets),
})
