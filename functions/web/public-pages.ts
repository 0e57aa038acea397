import type { PageActs } from '../../shared/http/page-request.ts'
import { accessibilityPage } from './about/accessibility.tsx'
import { serveAsset } from './assets.ts'
import { chooseLanguage } from './language.ts'
import { portfolioPage } from './portfolio/list.tsx'
import type { WebPorts } from './ports.ts'

/** Pages that are open to anybody, and people's own. */
export const publicPages = ({ ports, assets }: { readonly ports: WebPorts; readonly assets: string }): PageActs => ({
  'GET /portfolio': portfolioPage(ports),
  'GET /accessibility': accessibilityPage,
  'GET /language': chooseLanguage,
  'GET /assets/{file}': serveAsset(assets),
})
