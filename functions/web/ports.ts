import type { ActingPorts } from '../../shared/http/project-acts.ts'
import type { DraftLinkRequests, Drafts } from '../../shared/use-cases/drafts.ts'
import type { FormTokens } from '../../shared/use-cases/people.ts'
import type { Contacts, Projections } from '../../shared/use-cases/ports.ts'
import type { ProofOfWork } from '../../shared/use-cases/proof-of-work.ts'
import type { RequestErasurePorts } from '../../shared/use-cases/request-erasure.ts'
import type { Seal } from '../../shared/use-cases/seal.ts'
import type { SenderCounts } from '../../shared/use-cases/throttle.ts'

/** What the pages need: to read, and to act as the API does. */
export interface WebPorts extends ActingPorts {
  readonly projections: Pick<Projections, 'byState'>
  /** Says how long ago a page was first shown. */
  readonly tokens: FormTokens
  /** Closes what a receipt shows into its address. */
  readonly receipts: Seal
  /** How often somebody has sent something lately, and what they are counted under. */
  readonly senders: SenderCounts
  readonly senderOf: (address: string) => string
  /** A sum that browsers do before an idea is sent, where the settings ask for it. */
  readonly proofOfWork?: ProofOfWork
  /** Ideas that are not sent yet, the key of their links, and who mails those. */
  readonly drafts: Drafts
  readonly draftSeal: Seal
  readonly draftLinks: DraftLinkRequests
  /** The mail address that people write to. */
  readonly secretariat: string
  readonly contacts: ActingPorts['contacts'] & Pick<Contacts, 'find'>
}

/** What people's own pages need beside: whoever has one may ask to be erased. */
export interface OwnPorts extends WebPorts {
  readonly erasing: Pick<RequestErasurePorts, 'ledger' | 'orders' | 'wallClock'>
}
