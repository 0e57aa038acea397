import type { DraftLinkRequests, Drafts } from '../../../shared/use-cases/drafts.ts'
import type { FormTokens } from '../../../shared/use-cases/people.ts'
import type { ProofOfWork } from '../../../shared/use-cases/proof-of-work.ts'
import type { Seal } from '../../../shared/use-cases/seal.ts'
import type { IdeaThrottle } from '../../../shared/use-cases/throttle.ts'
import type { WebPorts } from '../ports.ts'

/** What the form for ideas needs. */
export interface IdeaPorts extends WebPorts, IdeaThrottle {
  /** Says how long ago a page was first shown. */
  readonly tokens: FormTokens
  /** Closes what a receipt shows into its address. */
  readonly receipts: Seal
  /** A sum that browsers do before an idea is sent, where the settings ask for it. */
  readonly proofOfWork?: ProofOfWork
  /** Ideas that are not sent yet, the key of their links, and who mails those. */
  readonly drafts: Drafts
  readonly draftSeal: Seal
  readonly draftLinks: DraftLinkRequests
}
