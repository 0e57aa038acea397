import * as z from 'zod/mini'
import type { Submission } from '../../../shared/api/submission.ts'
import { isProjectId, type ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { whoseMove } from '../../../shared/domain/project/whose-move.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import type { Seal } from '../../../shared/use-cases/seal.ts'
import { Icon } from '../icon.tsx'
import { page } from '../layout.tsx'
import { StandingLine } from '../parts/standing.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { IdeaPorts } from './ports.ts'

const shownMillis = 24 * 3_600_000

const content = z.object({
  project: z.string().check(z.refine(isProjectId)),
  kind: z.enum(['new', 'takeover']),
  address: z.string(),
  since: z.string(),
  dueAt: z.optional(z.string()),
  until: z.number(),
})
type Receipt = z.output<typeof content>

export interface Sent {
  readonly project: ProjectId
  readonly submission: Submission
  /** As the project stood when the idea was in. */
  readonly state: Project | undefined
}

/**
 * The address of the receipt. What it shows stands in it, sealed, for a day: a project's number alone shows nobody
 * anything, and a receipt that lies in a browser's history tells the next one at that machine nothing.
 */
export const receiptAddress = (
  receipts: Seal,
  { project, submission, state, now }: Sent & { readonly now: Instant },
  wallNow: number = Date.now(),
): string => {
  const { since, dueAt } = state === undefined ? { since: now, dueAt: undefined } : whoseMove(state)
  const receipt: Receipt = {
    project,
    kind: submission.kind,
    address: submission.contact.email,
    since,
    dueAt,
    until: wallNow + shownMillis,
  }
  return `/sent?receipt=${receipts.close(JSON.stringify(receipt))}`
}

/** `GET /sent?receipt=`: the case number, what happens next, whose move it is and until when. */
export const receiptPage =
  ({ receipts, clock }: Pick<IdeaPorts, 'receipts' | 'clock'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { receipt: words } = reader.words.submit
    const receipt = opened(receipts, request.query.receipt ?? '')
    if (receipt === undefined) return page({ reader, title: words.gone, children: <p>{words.goneText}</p> }, 404)
    const title = receipt.kind === 'new' ? words.title : words.takeoverTitle
    return page({ reader, title, children: <ReceiptShown reader={reader} receipt={receipt} now={clock()} /> })
  }

const opened = (receipts: Seal, sealed: string, wallNow: number = Date.now()): Receipt | undefined => {
  const text = receipts.open(sealed)
  const receipt = text === undefined ? undefined : z.parse(content, JSON.parse(text))
  return receipt === undefined || receipt.until < wallNow ? undefined : receipt
}

const ReceiptShown = ({
  reader,
  receipt,
  now,
}: {
  readonly reader: Reader
  readonly receipt: Receipt
  readonly now: Instant
}) => {
  const { receipt: words } = reader.words.submit
  const { project, address, since, dueAt } = receipt
  const whose = { state: 'idea', whoseMove: 'secretariat', since } as const
  return (
    <>
      <div class="alert alert-success" data-draft-done>
        <Icon name="success" alert />
        <div class="alert-body">
          <p class="alert-text">
            {words.caseNumber}: <strong class="trin-number">{project}</strong>
          </p>
          <p class="alert-text">{words.mail(address)}</p>
        </div>
      </div>
      <StandingLine reader={reader} standing={dueAt === undefined ? whose : { ...whose, dueAt }} now={now} />
      <h2>{words.next}</h2>
      <ol>
        {words.steps(reader.dayOf(dueAt ?? since)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        {words.noMail} <a href="/links">{words.newLink}</a>.
      </p>
      <p>
        <a href="/">{words.another}</a>
      </p>
    </>
  )
}
