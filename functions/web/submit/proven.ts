import type { PageRequest } from '../../../shared/http/page-request.ts'
import { mayPass } from '../../../shared/use-cases/throttle.ts'
import type { IdeaPorts } from './ports.ts'

type ProofPorts = Pick<IdeaPorts, 'proofOfWork' | 'senders' | 'senderOf'>

/** How long a proof is remembered after it is too old to be used, in seconds: clocks differ a little. */
const rememberedSeconds = 3_600

/**
 * Whether the browser has done its sum, where the settings ask for it. A solution counts once: it is counted by its own
 * number over all the time in which it is good. What is unsolved, too old, used or another's is no trouble of its own.
 */
export const isProven = async (
  { proofOfWork, senders, senderOf }: ProofPorts,
  { form }: PageRequest,
): Promise<boolean> => {
  if (proofOfWork === undefined) return true
  const solved = await proofOfWork.check(form.own._proof ?? '')
  if (solved === undefined) return false
  const { id, expiresAt } = solved
  return (await senders.count(senderOf(`proof ${id}`), expiresAt, expiresAt + rememberedSeconds)) === 1
}

/** Ideas an hour without a proof, such as from a browser without scripts: of one person, one network, and of everybody. */
const mostOf = { person: 2, network: 5, everybody: 20 } as const

/** The narrow way in, for whoever brings no proof. */
export const mayPassUnproven = (
  { senders, senderOf }: ProofPorts,
  { networkAddress }: PageRequest,
  email: string,
): Promise<boolean> =>
  mayPass(
    senders,
    [
      { sender: senderOf(`unproven person ${email}`), most: mostOf.person },
      { sender: senderOf(`unproven network ${networkAddress}`), most: mostOf.network },
      { sender: senderOf('unproven everybody'), most: mostOf.everybody },
    ],
    Date.now() / 1_000,
  )
