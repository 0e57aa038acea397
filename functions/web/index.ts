import { pageEdge } from '../../shared/http/page-edge.ts'
import { erasing, proving, web } from './container.ts'
import { publicPages } from './public-pages.ts'
import { troublePage } from './trouble-page.tsx'

const parts = web(process.env)
const ports = { ...parts.ports, ...proving(process.env), erasing: erasing(process.env) }

export const handler = pageEdge({ ...parts, acts: publicPages({ ...parts, ports }), present: troublePage })
