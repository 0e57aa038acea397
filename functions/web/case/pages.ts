import type { PageActs } from '../../../shared/http/page-request.ts'
import { doAct, showAct } from './act/act-pages.tsx'
import { showCase } from './page.tsx'
import type { CasePorts } from './ports.ts'

/** The pages of one case, as the secretariat has it before it. */
export const casePages = ({ ports }: { readonly ports: CasePorts }): PageActs => ({
  'GET /desk/projects/{id}': showCase(ports),
  'GET /desk/projects/{id}/{page}': showAct(ports),
  'POST /desk/projects/{id}/{act}': doAct(ports),
})
