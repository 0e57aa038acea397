import { type Challenge, type Solution, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod'

const sum = z.object({
  parameters: z.looseObject({ nonce: z.string(), expiresAt: z.number() }),
  signature: z.string(),
})

export interface Proof {
  readonly challenge: z.output<typeof sum>
  readonly solution: Solution
}

/** Does the sum, as a browser would. */
export const solved = async (challenge: string): Promise<Proof> => {
  const read = sum.parse(JSON.parse(challenge))
  const solution = await solveChallenge({ challenge: read as unknown as Challenge, deriveKey })
  if (solution === null) throw new Error('not solved')
  return { challenge: read, solution }
}

/** As the browser's part sends it. */
export const proofText = (proof: unknown): string => Buffer.from(JSON.stringify(proof)).toString('base64')
