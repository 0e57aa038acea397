import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import type { Part } from '../domain/project/parts.ts'
import { type ProjectStateName, projectStates } from '../domain/project/state.ts'
import type { Instant } from '../domain/time.ts'
import { listWork } from './list-work.ts'
import type { Contact, Contacts, PeopleOfProject, Projections, ProjectSummary } from './ports.ts'

/** A project that somebody is on, and as what. */
export interface CaseOfPerson {
  readonly id: ProjectId
  readonly title: string
  readonly state: ProjectStateName
  readonly since: Instant
  readonly parts: readonly Part[]
}

export interface FoundPerson extends Contact {
  readonly cases: readonly CaseOfPerson[]
}

export interface FoundPeople {
  /** By name. */
  readonly people: readonly FoundPerson[]
  /** Not everybody was looked through: who is on older cases only is found by their whole address. */
  readonly isPartial: boolean
}

/** So many people are looked up by name: ten batches of the table. Those on the cases that moved last. */
export const mostLookedThrough = 1_000

/**
 * Everybody on a project, open or closed, whose name, address or authority has these words in it, with what they are on; a
 * moment behind the log. An address that is written in full is looked up by itself.
 */
export const findPeople = async (
  {
    projections,
    contacts,
  }: { readonly projections: Pick<Projections, 'byState' | 'people'>; readonly contacts: Finding },
  sought: string,
): Promise<FoundPeople> => {
  const [rows, on] = await Promise.all([listWork(projectStates, projections), whoIsOn(projections)])
  const cases = casesByPerson(rows, on)
  const byAddress = sought.includes('@') ? contacts.idOf(sought) : undefined
  const asked = [...cases.keys()].slice(0, mostLookedThrough)
  const known = await contacts.find(
    byAddress === undefined || !cases.has(byAddress) ? asked : [...new Set([byAddress, ...asked])],
  )
  const words = sought.toLowerCase()
  const people = [...known.values()]
    .filter((one) => one.id === byAddress || saidOf(one).includes(words))
    .map((one) => ({ ...one, cases: cases.get(one.id) ?? [] }))
    .sort((one, other) => one.name.localeCompare(other.name, 'da') || one.email.localeCompare(other.email))
  return { people, isPartial: cases.size > asked.length }
}

type Finding = Pick<Contacts, 'find' | 'idOf'>

const saidOf = ({ name, email, authority = '' }: Contact): string => `${name} ${email} ${authority}`.toLowerCase()

type OnProjects = ReadonlyMap<ProjectId, PeopleOfProject['people']>

const whoIsOn = async (projections: Pick<Projections, 'people'>): Promise<OnProjects> => {
  const on = new Map<ProjectId, PeopleOfProject['people']>()
  for await (const { project, people } of projections.people()) on.set(project, people)
  return on
}

/** What each is on, the case that moved last first, and so are they. */
const casesByPerson = (
  rows: readonly ProjectSummary[],
  on: OnProjects,
): ReadonlyMap<ContactId, readonly CaseOfPerson[]> => {
  const cases = new Map<ContactId, CaseOfPerson[]>()
  for (const { id, title, state, since } of rows.toSorted((a, b) => b.since.localeCompare(a.since)))
    for (const { contact, parts } of on.get(id) ?? []) {
      const theirs = cases.get(contact) ?? []
      theirs.push({ id, title, state, since, parts })
      cases.set(contact, theirs)
    }
  return cases
}
