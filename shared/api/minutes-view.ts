import type { ExclusionReason, Outcome } from '../domain/board/votes.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { type ImpersonalDecision, impersonalDecision } from '../domain/impersonal-event.ts'
import type { Level } from '../domain/level.ts'
import type { ItemKind, Member } from '../domain/meeting/events.ts'
import { decidedAt } from '../domain/meeting/outcome.ts'
import type { Settled } from '../domain/meeting/settled.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { NewCondition } from '../domain/project/events.ts'
import type { Project } from '../domain/project/state.ts'
import type { Instant } from '../domain/time.ts'

type Names = ReadonlyMap<ContactId, { readonly name: string }>

/** What a decision settled, with the names of those who answer for its conditions, for whoever may see them; none of one who has been erased. */
export type SettledView = Omit<Settled, 'conditions'> & {
  readonly conditions?: readonly (Pick<NewCondition, 'text' | 'dueOn'> & { readonly owner?: string })[]
}

export interface MinutesView extends Pick<Meeting, 'id' | 'state' | 'form' | 'meetsAt' | 'place' | 'quorate'> {
  /** Nobody's name is kept once they have been erased. */
  readonly members: readonly (Pick<Member, 'authority' | 'seat'> & { readonly name: string | null })[]
  readonly items: readonly {
    readonly project: ProjectId
    readonly kind: ItemKind
    readonly title?: string
    readonly level?: Level
    readonly outcome: Outcome | null
    readonly decision: (ImpersonalDecision & { readonly at: Instant }) | null
    readonly settled?: SettledView
    /** Members who took no part in it, since they were not impartial. */
    readonly excluded: readonly {
      readonly name: string | null
      readonly authority: string
      readonly why: ExclusionReason
    }[]
  }[]
}

/**
 * The minutes follow by themselves: who sits on the board, and for each item the decision with what it settled, its count,
 * reason and next step, and who was not impartial.
 */
export const minutesView = (
  meeting: Meeting,
  people: Names,
  projects: ReadonlyMap<ProjectId, Project>,
  settled: ReadonlyMap<ProjectId, Settled>,
): MinutesView => {
  const { id, state, form, meetsAt, place, quorate, members, agenda } = meeting
  return {
    id,
    state,
    form,
    meetsAt,
    ...(place === undefined ? {} : { place }),
    ...(quorate === undefined ? {} : { quorate }),
    members: members.map(({ contact, authority, seat }) => ({
      name: people.get(contact)?.name ?? null,
      authority,
      seat,
    })),
    items: agenda.map((item) => {
      const { project: projectId, kind, outcome } = item
      const project = projects.get(projectId)
      const decided = project === undefined ? undefined : decidedAt(meeting, item, project)
      const came = decided === undefined ? undefined : settled.get(projectId)
      return {
        project: projectId,
        kind,
        ...(project === undefined ? {} : { title: project.concept.title }),
        ...(project?.level === undefined ? {} : { level: project.level }),
        outcome: outcome ?? decided?.outcome ?? null,
        decision: decided === undefined ? null : { at: decided.at, ...impersonalDecision(decided) },
        ...(came === undefined ? {} : { settled: settledView(came, people) }),
        excluded: (decided?.tally?.excluded ?? item.excluded).map(({ member, why }) => ({
          name: people.get(member)?.name ?? null,
          authority: members.find(({ contact }) => contact === member)?.authority ?? '',
          why,
        })),
      }
    }),
  }
}

export const settledView = ({ conditions, ...settled }: Settled, people: Names): SettledView => ({
  ...settled,
  ...(conditions === undefined
    ? {}
    : {
        conditions: conditions.map(({ text, dueOn, owner }) => {
          const name = people.get(owner)?.name
          return { text, dueOn, ...(name === undefined ? {} : { owner: name }) }
        }),
      }),
})
