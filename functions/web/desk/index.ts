import { pageEdge } from '../../../shared/http/page-edge.ts'
import { webDesk } from './container.ts'
import { deskTrouble } from './failures-away.tsx'
import { deskPages } from './pages.ts'

const parts = webDesk(process.env)

export const handler = pageEdge({ ...parts, acts: deskPages(parts), present: deskTrouble })
