import { pageEdge } from '../../../shared/http/page-edge.ts'
import { troublePage } from '../trouble-page.tsx'
import { entrance } from './container.ts'
import { entrancePages } from './pages.ts'

const parts = entrance(process.env)

export const handler = pageEdge({ ...parts, acts: entrancePages(parts), present: troublePage })
