import type { ProjectAct } from '../api/project-act.ts'
import { actsAsSecretariat } from '../domain/actor.ts'
import type { ProjectId } from '../domain/identifiers.ts'
import { actOnProject, type ProcessPorts } from '../use-cases/act-on-project.ts'
import { gatherContacts } from '../use-cases/gather-contacts.ts'
import type { Contacts } from '../use-cases/ports.ts'
import { mayName, type NamingThrottle } from '../use-cases/throttle.ts'
import { commandOf } from './command-of.ts'
import type { Act, Acts, EdgeAnswer, EdgeRequest } from './exchange.ts'
import { parse } from './parse.ts'
import { projectAnswer } from './project-answers.ts'
import { unlessTooMany } from './too-many.ts'
import { InTrouble } from './trouble.ts'

export interface ActingPorts extends ProcessPorts {
  readonly contacts: Pick<Contacts, 'idOf' | 'stage' | 'discard'>
  /** Absent where nobody but the secretariat and the chair names people. */
  readonly naming?: NamingThrottle
}

/** What an act sees of the body where it differs from what was sent, such as a plain form. */
export type BodyOf = (request: EdgeRequest) => unknown

/** The acts of routes whose body is one command on the project in the path. */
export const projectActs = (
  ports: ActingPorts,
  acts: Readonly<Record<string, ProjectAct>>,
  bodyOf: BodyOf = ({ body }) => body,
): Acts =>
  Object.fromEntries(
    Object.entries(acts).map(([route, act]): [string, Act] => [
      route,
      (request) => actOnProjectOf(ports, act, request, { body: bodyOf(request) }),
    ]),
  )

/** One act on the project in the path. @param sent the body as JSON would have it, and the `{n}` of the path where another stands for it */
export const actOnProjectOf = async (
  ports: ActingPorts,
  { command }: ProjectAct,
  request: EdgeRequest,
  { body, number = numberIn(request) }: { readonly body: unknown; readonly number?: number },
): Promise<EdgeAnswer> => {
  const project = projectIn(request)
  const people = gatherContacts(ports.contacts, request.actor)
  const given = { person: people.of, contact: ports.contacts.idOf, number }
  const commanded = command((schema) => parse(schema, body), given)
  const contacts = people.all()
  await throttle(ports, request, contacts.length)
  const context = commandOf(request, { command: commanded, contacts })
  const result = await actOnProject(ports, { project, command: commanded, context, contacts })
  return projectAnswer(result, request.actor)
}

/** @throws `InTrouble` when somebody names more people than a person would; the secretariat may */
const throttle = async ({ naming }: ActingPorts, { actor }: EdgeRequest, people: number): Promise<void> => {
  if (naming === undefined || people === 0 || actor.kind !== 'person' || actsAsSecretariat(actor)) return
  await unlessTooMany((now) => mayName(naming, { by: actor.id, people }, now))
}

const isProject = (id: string): id is ProjectId => /^prj_[0-9A-HJKMNP-TV-Z]{26}$/.test(id)

/** The project in the path. What cannot be a project's id is not found, like what is no project's. */
export const projectIn = ({ params }: EdgeRequest): ProjectId => {
  const { id = '' } = params
  if (!isProject(id)) throw new InTrouble({ kind: 'not-found' })
  return id
}

/** The `{n}` in the path; 0 where the route has none. */
const numberIn = ({ params }: EdgeRequest): number => {
  const { n = '0' } = params
  if (!/^\d{1,6}$/.test(n)) throw new InTrouble({ kind: 'not-found' })
  return Number(n)
}
