import type { Tally } from './board/votes.ts'
import type { Decision, NewCondition, ProjectEvent } from './project/events.ts'

/** A decision with its count, but not which members were excluded from it: only why. */
export interface ImpersonalDecision extends Omit<Decision, 'tally'> {
  readonly tally?: Omit<Tally, 'excluded'> & { readonly excluded: readonly Pick<Tally['excluded'][number], 'why'>[] }
}

/** Where events name people. */
type People = 'proposer' | 'contact' | 'lead' | 'members' | 'chair' | 'person' | 'successor'

type Impersonal<E> = Omit<E, People | 'decision' | 'conditions'> &
  (E extends { readonly members: readonly unknown[] } ? { readonly count: number } : unknown) &
  (E extends { readonly decision: Decision }
    ? { readonly decision: ImpersonalDecision }
    : 'decision' extends keyof E
      ? { readonly decision?: ImpersonalDecision }
      : unknown) &
  (E extends { readonly conditions: readonly NewCondition[] }
    ? { readonly conditions: readonly Omit<NewCondition, 'owner'>[] }
    : unknown)
type EachImpersonal<E> = E extends ProjectEvent ? Impersonal<E> : never

/** An event without the people in it. */
export type ImpersonalEvent = EachImpersonal<ProjectEvent>

export const impersonalDecision = ({ tally, ...decision }: Decision): ImpersonalDecision =>
  tally === undefined ? decision : { ...decision, tally: impersonalTally(tally) }

const impersonalTally = ({ excluded, ...tally }: Tally) => ({
  ...tally,
  excluded: excluded.map(({ why }) => ({ why })),
})

/** The event as whoever sees the whole project reads it. Roles say who acted; contacts stay where names are allowed. */
export const impersonalEvent = (event: ProjectEvent): ImpersonalEvent => {
  switch (event.type) {
    case 'submitted':
    case 'proposer-transferred': {
      const { proposer: _, ...rest } = event
      return rest
    }
    case 'joined-by': {
      const { contact: _, ...rest } = event
      return rest
    }
    case 'lead-appointed': {
      const { lead: _, ...rest } = event
      return rest
    }
    case 'steering-group-named':
      return { type: event.type, count: event.members.length }
    case 'coordination-group-named':
      return { type: event.type, count: event.members.length }
    case 'person-erased':
      return { type: event.type }
    case 'approved':
      return {
        ...event,
        decision: impersonalDecision(event.decision),
        conditions: event.conditions.map(({ owner: _, ...condition }) => condition),
      }
    case 'returned': {
      const { decision, ...rest } = event
      return decision === undefined ? rest : { ...rest, decision: impersonalDecision(decision) }
    }
    case 'rejected':
    case 'continued':
    case 'rescoped':
    case 'stopped':
    case 'dispute-decided':
      return { ...event, decision: impersonalDecision(event.decision) }
    case 'level-proposed':
    case 'placed':
    case 'level-changed':
    case 'commented':
    case 'revised':
    case 'assessed':
    case 'marked-ready':
    case 'resubmitted':
    case 'merged':
    case 'withdrawn':
    case 'put-on-agenda':
    case 'postponed':
    case 'authority-joined':
    case 'authority-left':
    case 'started':
    case 'board-informed':
    case 'reported':
    case 'report-accepted':
    case 'report-returned':
    case 'reconsideration-opened':
    case 'paused':
    case 'resumed':
    case 'reopened':
    case 'frame-withheld':
    case 'frame-released':
    case 'condition-fulfilled':
    case 'condition-waived':
    case 'step-taken':
    case 'went-live':
    case 'graduation-checked':
    case 'graduated':
    case 'completed':
    case 'change-requested':
    case 'change-assessed':
    case 'change-decided':
    case 'change-done':
    case 'sla-set':
    case 'sla-result-recorded':
    case 'adaptation-recorded':
    case 'self-evaluated':
    case 'evaluated':
    case 'level-disputed':
    case 'retired':
    case 'content-erased':
      return event
  }
}
