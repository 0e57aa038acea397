import type { PageActs } from '../../../shared/http/page-request.ts'
import { beginIdea, carryIdeaOn } from './act.ts'
import type { IdeaPorts } from './ports.ts'
import { previewPiece } from './preview.tsx'
import { receiptPage } from './receipt.tsx'

/** The form for ideas, and its receipt. */
export const ideaPages = ({ ports }: { readonly ports: IdeaPorts }): PageActs => ({
  'GET /': beginIdea(ports),
  'POST /': carryIdeaOn(ports),
  'POST /preview': previewPiece(ports),
  'GET /sent': receiptPage(ports),
})
