import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webPortfolio } from './container.ts'
import { portfolioPages } from './pages.ts'

const parts = webPortfolio(process.env)

export const handler = pageEdge({ ...parts, acts: portfolioPages(parts), present: troublePage })
