import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { email } from '../../../shared/api/fields.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { type FormObject, formFields } from '../../../shared/http/form-fields.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { closeDraft, openDraft } from '../../../shared/use-cases/drafts.ts'
import { mayPass } from '../../../shared/use-cases/throttle.ts'
import type { IdeaPorts } from './ports.ts'
import { carriedBeside, isStepName, type StepName } from './steps.ts'

export type DraftPorts = Pick<IdeaPorts, 'drafts' | 'draftSeal' | 'draftLinks' | 'contacts' | 'senders' | 'senderOf'>

/** What came of saving a draft, for its page to say. */
export type DraftSaved =
  | { readonly hindrance: 'mailMissing' | 'tooManyDrafts'; readonly status: number }
  | { readonly saved: { readonly until: Instant; readonly mailedTo?: string }; readonly draft: string }

const keptMillis = 30 * 24 * 3_600_000
/** Links an hour; anybody can have one sent to anybody. */
const mostOf = { person: 3, network: 30 } as const

/**
 * Keeps what was written, and has its link mailed to the address that was given with it. One that was opened by its link is
 * kept in its place, and its link stays good: no mail is needed.
 */
export const saveDraft = async (ports: DraftPorts, request: PageRequest): Promise<DraftSaved> => {
  const { typed, own } = request.form
  const now = Date.now()
  const until = new Date(now + keptMillis).toISOString()
  const written = {
    language: request.language,
    step: own._step ?? 'idea',
    fields: new URLSearchParams(carriedBeside([], typed).map(([name, value]) => [name, value])).toString(),
    keepUntil: until,
  }
  const opened = openDraft(ports.draftSeal, own._draft ?? '')
  const before = opened && (await ports.drafts.find(opened, new Date(now).toISOString()))
  if (before !== undefined) {
    await ports.drafts.put({ ...before, ...written })
    return { saved: { until }, draft: closeDraft(ports.draftSeal, before) }
  }
  const address = z.safeParse(email, own._mail?.trim())
  if (!address.success) return { hindrance: 'mailMissing', status: 422 }
  const senders = [
    { sender: ports.senderOf(`draft person ${address.data}`), most: mostOf.person },
    { sender: ports.senderOf(`draft network ${request.networkAddress}`), most: mostOf.network },
  ]
  if (!(await mayPass(ports.senders, senders, now / 1_000))) return { hindrance: 'tooManyDrafts', status: 429 }
  const draft = { id: randomUUID(), person: ports.contacts.idOf(address.data), email: address.data, ...written }
  await ports.drafts.put(draft)
  await ports.draftLinks.send({ person: draft.person, id: draft.id, correlationId: request.correlationId })
  return { saved: { until, mailedTo: draft.email }, draft: closeDraft(ports.draftSeal, draft) }
}

/** Takes the draft away that the form was opened from, if it was. */
export const dropDraft = async (ports: DraftPorts, { form }: PageRequest): Promise<void> => {
  const opened = openDraft(ports.draftSeal, form.own._draft ?? '')
  if (opened !== undefined) await ports.drafts.remove(opened)
}

/** The draft that a link leads to; undefined where it is gone, or no link of ours. Opening it changes nothing. */
export const draftByLink = async (
  ports: DraftPorts,
  sealed: string,
): Promise<{ readonly typed: FormObject; readonly step: StepName } | undefined> => {
  const opened = openDraft(ports.draftSeal, sealed)
  const draft = opened && (await ports.drafts.find(opened, new Date().toISOString()))
  return draft && { typed: formFields(draft.fields), step: isStepName(draft.step) ? draft.step : 'idea' }
}
