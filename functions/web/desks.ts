import { pageEdge } from '../../shared/http/page-edge.ts'
import { webDesk } from './desk-container.ts'
import { deskPages } from './desk-pages.ts'
import { troublePage } from './trouble-page.tsx'

const parts = webDesk(process.env)

export const handler = pageEdge({ ...parts, acts: deskPages(parts), present: troublePage })
