import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { Project } from '../domain/project/state.ts'
import { decisionOf } from './project-view.ts'

type Names = ReadonlyMap<ContactId, { readonly name: string }>

/** The minutes follow by themselves: who sits on the board, and for each item the decision with its count, reason and next step. */
export const minutesView = (meeting: Meeting, people: Names, projects: ReadonlyMap<ProjectId, Project>) => {
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
    items: agenda.map(({ project: projectId, kind, outcome }) => {
      const project = projects.get(projectId)
      const decided = project?.decisions.findLast((decision) => decision.meeting === id)
      return {
        project: projectId,
        kind,
        ...(project === undefined ? {} : { title: project.concept.title, level: project.level }),
        outcome: outcome ?? decided?.outcome ?? null,
        decision: decided === undefined ? null : { at: decided.at, ...decisionOf(decided) },
      }
    }),
  }
}
