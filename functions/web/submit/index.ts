import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webIdea } from './container.ts'
import { ideaPages } from './pages.ts'

const parts = webIdea(process.env)

export const handler = pageEdge({ ...parts, acts: ideaPages(parts), present: troublePage })
