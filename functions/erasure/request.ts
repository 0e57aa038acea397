import { type ErasureBody, erasureBody } from '../../shared/api/erasure.ts'
import type { ContactId, ProjectId } from '../../shared/domain/identifiers.ts'
import { commandOf, createdBy } from '../../shared/http/command-of.ts'
import type { Acts, EdgeRequest } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'
import type { Contacts } from '../../shared/use-cases/ports.ts'
import { type RequestErasurePorts, requestErasure } from '../../shared/use-cases/request-erasure.ts'

export interface RequestPorts extends RequestErasurePorts {
  readonly contacts: Pick<Contacts, 'idOf' | 'stage' | 'discard'>
}

/** Somebody wants to be forgotten: by their personal link or signed in, or the secretariat for them. */
export const requestHandlers = (ports: RequestPorts): Acts => ({
  'POST /api/erasures': async (request) => {
    const sent = parse(erasureBody, request.body)
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
  },
})

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
