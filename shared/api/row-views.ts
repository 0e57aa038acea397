import type { Actor } from '../domain/actor.ts'
import type { Money } from '../domain/economy/money.ts'
import type { MeetingId } from '../domain/identifiers.ts'
import { withheldUntil } from '../domain/publication.ts'
import type { Instant } from '../domain/time.ts'
import { isTheirs, seesAll } from '../use-cases/list-projects.ts'
import type { MeetingSummary, ProjectSummary } from '../use-cases/ports.ts'

/**
 * A project in a list. What of it is on an agenda, whether it is public, levels not published, and a budget that is
 * withheld are for those who see the whole.
 */
export interface ProjectRow
  extends Omit<
    ProjectSummary,
    'kind' | 'budget' | 'task' | 'doing' | 'meeting' | 'boardInformedAt' | 'disputed' | 'public' | 'publishedLevel'
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
    frameWithheldUntil,
    task: ____,
    doing: _____,
    meeting,
    boardInformedAt: __,
    disputed: ___,
    public: isPublic,
    assessedLevel,
    publishedLevel,
    ...row
  }: ProjectSummary,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): ProjectRow => {
  const withheld = withheldUntil(frameWithheldUntil === undefined ? {} : { frameWithheldUntil }, now)
  const seesFrame = withheld === undefined || seesAll(actor) || isTheirs(row, actor)
  return {
    ...row,
    ...assessed(seesAll(actor) ? assessedLevel : publishedLevel),
    ...(budget === undefined || !seesFrame ? {} : { budget: { amount: budget, currency: 'DKK' } }),
    ...(withheld === undefined ? {} : { frameWithheldUntil: withheld }),
    ...(seesAll(actor) ? { public: isPublic, ...(meeting === undefined ? {} : { meeting }) } : {}),
  }
}

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
