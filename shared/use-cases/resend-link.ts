import { linkLetter } from '../domain/correspondence/link-letter.ts'
import { fold } from '../domain/project/evolve.ts'
import type { LinkRequest } from './link-requests.ts'
import { type SendPorts, sendLetter } from './notify.ts'
import type { CommitLog } from './ports.ts'
import { addressesOf } from './post.ts'

/**
 * What became of a request, for the log; never told to who asked. `nobody`: no such project, or no part in it that a
 * link could carry. `no-project`: nobody keeps whom a person's projects are, so the request has to name one.
 */
export type Resent = 'sent' | 'already-sent' | 'nobody' | 'no-project'

/**
 * Sends somebody the link to a project anew, only to the address that the project knows.
 * @param id of the request: one mail for each, however often it is delivered
 */
export const resendLink = async (
  ports: SendPorts & { readonly log: Pick<CommitLog, 'load'> },
  id: string,
  { project: asked, contact, correlationId }: LinkRequest,
): Promise<Resent> => {
  if (asked === undefined) return 'no-project'
  const project = fold(await ports.log.load(asked))
  const letter = project === undefined ? undefined : linkLetter(project, contact)
  if (letter === undefined) return 'nobody'
  const address = (await addressesOf(ports, [letter.to])).get(contact)
  return address === undefined ? 'nobody' : sendLetter(ports, { id: `link/${id}`, correlationId }, letter, address)
}
