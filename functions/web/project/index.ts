import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { webProject } from './container.ts'
import { projectPages } from './pages.ts'

const parts = webProject(process.env)

export const handler = pageEdge({ ...parts, acts: projectPages(parts), present: troublePage })
