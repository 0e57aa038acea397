import type { Actor } from '../domain/actor.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { impersonalDecision } from '../domain/impersonal-event.ts'
import { allowedActs } from '../domain/project/acts.ts'
import type { Ground } from '../domain/project/events.ts'
import type { Project, ProjectStateName } from '../domain/project/state.ts'
import { type MoveParty, whoseMove } from '../domain/project/whose-move.ts'
import { type PublicFields, publicFieldsOf, sightOf, withheldUntil } from '../domain/publication.ts'
import type { Instant } from '../domain/time.ts'
import { stewardshipOf } from './product-view.ts'

/** Who a contact is, looked up by the caller of the view. */
export interface KnownPerson {
  readonly name: string
  readonly email: string
  readonly authority?: string
}

export interface Viewer {
  readonly actor: Actor
  /** The moment of the reading: a frame may be withheld until a day. */
  readonly now: Instant
  /** The people on the project; shown only to those who may see them. Nobody's name is known when left out. */
  readonly people?: ReadonlyMap<ContactId, KnownPerson>
}

/** The strong validator of a project's version (RFC 9110): what `ETag` says and `If-Match` repeats. */
export const etagOf = (version: number): string => `"${version}"`

/** What `ETag` says to a reader: without a frame that is withheld it is another answer than on its day, of the same version. */
export const etagFor = (project: Project, { actor, now }: Pick<Viewer, 'actor' | 'now'>): string =>
  sightOf(project, actor) === 'public' && withheldUntil(project, now) !== undefined
    ? `"${project.version}-withheld"`
    : etagOf(project.version)

/** What this caller may do now. */
interface Allowing {
  readonly allowed: readonly string[]
}
/** What the answer to every write says of the project. */
export interface StandingView extends Pick<Project, 'id' | 'state' | 'level' | 'version'>, Allowing {
  readonly whoseMove: MoveParty
  readonly since: Instant
  readonly dueAt?: Instant
  /** Of the report, change, result or evaluation that was written about, or came into being. */
  readonly number?: number
}
export type PublicView = PublicFields & { readonly version: number } & Allowing
export type WholeView = ReturnType<typeof wholeOf> & Allowing
export type NamedView = Omit<WholeView, 'conditions'> & ReturnType<typeof namesOf>

/** The project as the actor may see it; undefined when they may not know that it exists (answer 404). */
export const projectView = (project: Project, viewer: Viewer): PublicView | WholeView | NamedView | undefined => {
  const sight = sightOf(project, viewer.actor)
  if (sight === 'nothing') return undefined
  const allowed = allowedActs(project, viewer.actor)
    .filter(({ refusal }) => refusal === undefined)
    .map(({ act }) => act)
  if (sight === 'public') {
    const fields = publicFieldsOf(project, withheldUntil(project, viewer.now))
    return fields === undefined ? undefined : { ...fields, version: project.version, allowed }
  }
  const whole = { ...wholeOf(project), allowed }
  return sight === 'people' ? { ...whole, ...namesOf(project, knownIn(viewer.people)) } : whole
}

/** Ids of everybody whose name the view can show: what its caller looks up first. Empty for who may not see names. */
export const peopleToLookUp = (project: Project, actor: Actor): readonly ContactId[] =>
  sightOf(project, actor) === 'people'
    ? [
        ...new Set([
          project.proposer,
          ...project.contacts,
          ...(project.lead === undefined ? [] : [project.lead]),
          ...project.steering,
          ...(project.coordination?.members ?? []),
          ...project.conditions.map(({ owner }) => owner),
          ...project.changes.flatMap(({ requester }) => (requester === undefined ? [] : [requester.contact])),
        ]),
      ]
    : []

/** The matter itself, for whoever sees the whole: no contact's id, no name. */
const wholeOf = (project: Project) => {
  const { party, since, dueAt } = whoseMove(project)
  return {
    id: project.id,
    version: project.version,
    kind: project.kind,
    state: project.state,
    title: project.concept.title,
    purpose: project.concept.purpose,
    ...pick(project.concept, ['theme']),
    authority: project.concept.authority,
    authorities: project.authorities.map(({ authority }) => authority),
    ...pick(project, ['level', 'levelFrom', 'proposal', 'revisedAt', 'approvedAt', 'startedAt', 'meeting']),
    ...pick(project, ['baseline', 'frameWithheldUntil']),
    submittedAt: project.submittedAt,
    consentToPublish: project.consentToPublish,
    concept: project.concept,
    answers: project.answers,
    evaluations: project.evaluations,
    participations: project.authorities,
    returns: project.returns,
    decisions: project.decisions.map(({ at, ...decision }) => ({ at, ...impersonalDecision(decision) })),
    conditions: project.conditions.map(({ owner: _, ...condition }) => condition),
    reports: project.reports,
    ...stewardshipOf(project),
    ...stateOf(project),
    due: project.due.map(({ kind, key, about, since, dueAt }) => ({
      kind,
      key,
      ...(about === undefined ? {} : { about }),
      since,
      dueAt,
    })),
    whoseMove: party,
    since,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}

/** What only some states have. */
interface StateFields {
  readonly from?: ProjectStateName
  readonly grounds?: readonly Ground[]
  readonly pause?: { readonly reason: string; readonly pausedAt: Instant; readonly lookAgainAt: Instant }
  readonly into?: ProjectId
  readonly closedAt?: Instant
}

const stateOf = (project: Project): StateFields => {
  switch (project.state) {
    case 'reconsideration':
      return { from: project.from, grounds: project.grounds }
    case 'paused':
      return { from: project.from, pause: pick(project, ['reason', 'pausedAt', 'lookAgainAt']) }
    case 'merged':
      return pick(project, ['into', 'closedAt', 'from'])
    case 'rejected':
    case 'stopped':
    case 'withdrawn':
    case 'completed':
    case 'retired':
      return pick(project, ['closedAt', 'from'])
    case 'idea':
    case 'shaping':
    case 'ready':
    case 'returned':
    case 'approved':
    case 'implementation':
    case 'product':
      return {}
  }
}

type PersonOf = (id: ContactId) => KnownPerson | null

/** A person who has been erased is `null`. */
const knownIn =
  (people: ReadonlyMap<ContactId, KnownPerson> = new Map()): PersonOf =>
  (id) => {
    const known = people.get(id)
    if (known === undefined) return null
    const { name, email, authority } = known
    return { name, email, ...(authority === undefined ? {} : { authority }) }
  }

const namesOf = (project: Project, personOf: PersonOf) => ({
  people: {
    proposer: personOf(project.proposer),
    ...(project.lead === undefined ? {} : { lead: personOf(project.lead) }),
    steering: project.steering.map(personOf),
    ...(project.coordination === undefined
      ? {}
      : {
          coordination: {
            members: project.coordination.members.map(personOf),
            chair: personOf(project.coordination.chair),
          },
        }),
    contacts: project.contacts.map(personOf),
    requesters: project.changes.flatMap(({ number, requester }) =>
      requester === undefined ? [] : [{ change: number, person: personOf(requester.contact) }],
    ),
  },
  conditions: project.conditions.map(({ owner, ...condition }) => ({ ...condition, owner: personOf(owner) })),
})

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]])) as Pick<T, K>
