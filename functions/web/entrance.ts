import { pageEdge } from '../../shared/http/page-edge.ts'
import { entrance } from './entrance/container.ts'
import { entrancePages } from './entrance-pages.ts'
import { troublePage } from './trouble-page.tsx'

const parts = entrance(process.env)

export const handler = pageEdge({ ...parts, acts: entrancePages(parts), present: troublePage })
