import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webBoard } from './container.ts'
import { boardPages } from './pages.ts'

const parts = webBoard(process.env)

export const handler = pageEdge({ ...parts, acts: boardPages(parts), present: troublePage })
