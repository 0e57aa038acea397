import type { ContactId } from '../identifiers.ts'
import type { Project } from '../project/state.ts'
import { everybody, ownersOfOpenConditions } from './addressees.ts'
import type { Letter } from './letter.ts'
import { moveFor, moveOf } from './next-move.ts'

/**
 * The letter that carries somebody's link to a project anew; undefined when they have no part in it that a link carries.
 * With more than one part, it is the one whose move it is.
 */
export const linkLetter = (project: Project, contact: ContactId): Letter | undefined => {
  const parts = [...everybody(project), ...ownersOfOpenConditions(project)].filter(
    ({ to }) => 'contact' in to && to.contact === contact,
  )
  const move = moveOf(project)
  const part = parts.find(({ as }) => as === move.party) ?? parts[0]
  if (part === undefined) return undefined
  return {
    ...part,
    body: { template: 'link-resent' },
    about: { stream: project.id, title: project.concept.title },
    move: moveFor(move, project, part),
    reminder: false,
    delivery: { when: 'now' },
  }
}
