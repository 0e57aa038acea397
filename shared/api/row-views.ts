import type { Actor } from '../domain/actor.ts'
import type { Money } from '../domain/economy/money.ts'
import type { MeetingId } from '../domain/identifiers.ts'
import { seesAll } from '../use-cases/list-projects.ts'
import type { MeetingSummary, ProjectSummary } from '../use-cases/ports.ts'

/** A project in a list. What of it is on an agenda, whether it is public, and levels not published are for those who see the whole. */
export interface ProjectRow
  extends Omit<
    ProjectSummary,
    'kind' | 'budget' | 'meeting' | 'boardInformedAt' | 'disputed' | 'public' | 'publishedLevel'
  > {
  readonly budget?: Money
  readonly public?: boolean
  readonly meeting?: MeetingId
}

const assessed = (level: ProjectSummary['assessedLevel']) => (level === undefined ? {} : { assessedLevel: level })

export const projectRow = (
  {
    kind: _,
    budget,
    meeting,
    boardInformedAt: __,
    disputed: ___,
    public: isPublic,
    assessedLevel,
    publishedLevel,
    ...row
  }: ProjectSummary,
  actor: Actor,
): ProjectRow => ({
  ...row,
  ...assessed(seesAll(actor) ? assessedLevel : publishedLevel),
  ...(budget === undefined ? {} : { budget: { amount: budget, currency: 'DKK' } }),
  ...(seesAll(actor) ? { public: isPublic, ...(meeting === undefined ? {} : { meeting }) } : {}),
})

/** A meeting in a list: when, in which form and how many items, for everyone; where, for the association. */
export interface MeetingRow extends Pick<MeetingSummary, 'id' | 'form' | 'meetsAt' | 'items'> {
  readonly papersDueAt?: MeetingSummary['papersDueAt']
  readonly place?: string
}

export const meetingRow = (
  { id, form, meetsAt, items, papersDueAt, place }: MeetingSummary,
  actor: Actor,
): MeetingRow => {
  const within = { papersDueAt, ...(place === undefined ? {} : { place }) }
  return { id, form, meetsAt, items, ...(seesAll(actor) ? within : {}) }
}
