import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webDesk } from './container.ts'
import { deskPages } from './pages.ts'

const parts = webDesk(process.env)

export const handler = pageEdge({ ...parts, acts: deskPages(parts), present: troublePage })
