import type { PageActs } from '../../shared/http/page-request.ts'
import { type LinkRequestPorts, linksPage, requestLink } from './entrance/request-link.tsx'

/** The ways in. */
export const entrancePages = ({ ports }: { readonly ports: LinkRequestPorts }): PageActs => ({
  'GET /links': linksPage,
  'POST /links': requestLink(ports),
})
