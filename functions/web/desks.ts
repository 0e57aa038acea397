import { pageEdge } from '../../shared/http/page-edge.ts'
import { web } from './container.ts'
import { deskPages } from './desk-pages.ts'
import { troublePage } from './trouble-page.tsx'

const parts = web(process.env)

export const handler = pageEdge({ ...parts, acts: deskPages(parts), present: troublePage })
