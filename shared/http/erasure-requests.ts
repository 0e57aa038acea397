import { type ErasureBody, erasureBody } from '../api/erasure.ts'
import type { ContactId, ProjectId } from '../domain/identifiers.ts'
import { gatherContacts } from '../use-cases/gather-contacts.ts'
import type { Contacts } from '../use-cases/ports.ts'
import { type RequestErasurePorts, requestErasure } from '../use-cases/request-erasure.ts'
import { commandOf, createdBy } from './command-of.ts'
import type { EdgeAnswer, EdgeRequest } from './exchange.ts'
import { parse } from './parse.ts'
import { InTrouble } from './trouble.ts'

export interface RequestPorts extends RequestErasurePorts {
  readonly contacts: Pick<Contacts, 'idOf' | 'stage' | 'discard'>
}

/** Somebody wants to be forgotten: by their personal link or signed in, or the secretariat for them. @param body as JSON would have it */
export const askForErasure = async (ports: RequestPorts, request: EdgeRequest, body: unknown): Promise<EdgeAnswer> => {
  const sent = parse(erasureBody, body)
  const { person, by } = whom(request, sent, ports)
  const { commandId, correlationId } = commandOf(request, sent)
  const id = createdBy('era', commandId)
  const refusal = await requestErasure(ports, {
    id,
    person,
    by,
    successors: heirs(request, sent, ports),
    correlationId,
  })
  if (refusal !== undefined) throw new InTrouble({ kind: 'refused', refusal })
  return { status: 202, json: { id, accepted: true } }
}

const isSecretariat = ({ actor }: EdgeRequest): boolean =>
  actor.kind === 'person' && actor.link !== true && actor.roles.includes('secretariat')

/** Others are named by the secretariat only, and it names somebody always: its own people are erased by name as well. */
const whom = (
  request: EdgeRequest,
  { email, contact, successors }: ErasureBody,
  { contacts }: RequestPorts,
): { readonly person: ContactId; readonly by: 'person' | 'secretariat' } => {
  const { actor } = request
  if (actor.kind !== 'person') throw new InTrouble({ kind: 'unauthenticated', why: 'unauthenticated' })
  if (isSecretariat(request)) {
    const named = contact ?? (email === undefined ? undefined : contacts.idOf(email))
    if (named !== undefined && (contact === undefined || email === undefined))
      return { person: named, by: 'secretariat' }
    throw new InTrouble({ kind: 'fields', fields: [{ pointer: '/email', code: 'missing', facts: {} }] })
  }
  if (email !== undefined || contact !== undefined || successors !== undefined)
    throw new InTrouble({ kind: 'forbidden', roles: ['secretariat'] })
  return { person: actor.id, by: 'person' }
}

const heirs = ({ actor }: EdgeRequest, { successors = {} }: ErasureBody, { contacts }: RequestPorts) =>
  Object.entries(successors).map(([project, named]) => {
    const people = gatherContacts(contacts, actor)
    people.of(named)
    const [contact] = people.all()
    if (contact === undefined) throw new Error('a person who was named is nobody')
    return { project: project as ProjectId, contact }
  })
