import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webCase } from './container.ts'
import { casePages } from './pages.ts'

const parts = webCase(process.env)

export const handler = pageEdge({ ...parts, acts: casePages(parts), present: troublePage })
