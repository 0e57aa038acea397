import type { PageActs } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
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
  'GET /{page}': nothingThere,
})

/** A page that says so, where a gateway would answer in JSON. */
const nothingThere = (): never => {
  throw new InTrouble({ kind: 'not-found' })
}
