import { linkLetter } from '../domain/correspondence/link-letter.ts'
import { fold } from '../domain/project/evolve.ts'
import type { LinkRequest } from './link-requests.ts'
import { type SendPorts, sendLetter } from './notify.ts'
import type { CommitLog } from './ports.ts'
import { addressesOf } from './post.ts'

/**
 * What became of a request, for the log; never told to who asked. `nobody`: no such project, or no part in it that a
 * link could carry.
 */
export type Resent = 'sent' | 'already-sent' | 'nobody'

/** Milliseconds. Anybody may ask for anybody's link: in this time one mail comes of it, however often it is asked for. */
const pauseBetween = 600_000

/**
 * Sends somebody the link to a project anew, only to the address that the project knows, and not again and again.
 * @param askedAt wall time of the request, in milliseconds since 1970: the same however often it is delivered
 */
export const resendLink = async (
  ports: SendPorts & { readonly log: Pick<CommitLog, 'load'> },
  askedAt: number,
  { project: asked, contact, correlationId }: LinkRequest,
): Promise<Resent> => {
  const project = fold(await ports.log.load(asked))
  const letter = project === undefined ? undefined : linkLetter(project, contact)
  if (letter === undefined) return 'nobody'
  const slot = Math.floor(askedAt / pauseBetween)
  const address = (await addressesOf(ports, [letter.to])).get(contact)
  return address === undefined
    ? 'nobody'
    : sendLetter(ports, { id: `link/${asked}/${slot}`, correlationId }, letter, address)
}
