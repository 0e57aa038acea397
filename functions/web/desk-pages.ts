import type { PageActs } from '../../shared/http/page-request.ts'
import type { WebPorts } from './ports.ts'

/** Pages of those who work with all projects: the secretariat and the board. */
export const deskPages = (_: { readonly ports: WebPorts }): PageActs => ({})
