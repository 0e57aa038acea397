import { linkLetter } from '../domain/correspondence/link-letter.ts'
import { fold } from '../domain/project/evolve.ts'
import type { LinkRequest } from './mail-ports.ts'
import { type SendPorts, sendLetter } from './notify.ts'
import type { CommitLog } from './ports.ts'
import { addressesOf } from './post.ts'

/** What became of a request: `nobody`: no such project, or no part in it that a link could carry. Never told to who asked. */
export type Resent = 'sent' | 'already-sent' | 'nobody'

/** Sends somebody the link to a project anew, once per request, and only to the address that the project knows. */
export const resendLink = async (
  ports: SendPorts & { readonly log: Pick<CommitLog, 'load'> },
  { id, project: asked, contact, correlationId }: LinkRequest,
): Promise<Resent> => {
  const project = fold(await ports.log.load(asked))
  const letter = project === undefined ? undefined : linkLetter(project, contact)
  if (letter === undefined) return 'nobody'
  const address = (await addressesOf(ports, [letter.to])).get(contact)
  return address === undefined ? 'nobody' : sendLetter(ports, { id: `link/${id}`, correlationId }, letter, address)
}
