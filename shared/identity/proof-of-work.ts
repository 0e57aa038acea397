import { hkdfSync, randomInt } from 'node:crypto'
import * as z from 'zod/mini'
import { jsonText } from '../json-text.ts'
import type { ProofOfWork } from '../use-cases/proof-of-work.ts'

const algorithm = 'PBKDF2/SHA-256'
/** Iterations for one try, and how many tries it takes: some tenths of a second for a laptop, a few seconds for an old phone. */
const cost = 2_000
const tries = { least: 300, most: 900 } as const
/** A page may lie open as long before its form is sent. */
const goodForSeconds = 2 * 3_600

const proof = z.object({
  challenge: z.object({
    // Every name that the signature covers; nothing of it is used before that is checked.
    parameters: z.object({
      algorithm: z.literal(algorithm),
      cost: z.number(),
      expiresAt: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/**
 * Proof of work by ALTCHA, signed with keys derived from the signing key for this use alone. Its part is loaded with the
 * first sum: where the setting is off a function carries it and never reads it.
 * @param signingKey at least 32 characters
 * @param now milliseconds since 1970
 */
export const proofOfWork = (signingKey: string, now: () => number = Date.now): ProofOfWork => {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', signingKey, 'trin', `proof of work, ${use}, version 1`, 32)).toString('hex')
  const secrets = () => ({ hmacSignatureSecret: keyFor('sum'), hmacKeySignatureSecret: keyFor('solution') })
  return {
    challenge: async () => {
      const { createChallenge, deriveKey } = await import('./altcha.ts')
      const challenge = await createChallenge({
        algorithm,
        cost,
        counter: randomInt(tries.least, tries.most),
        deriveKey,
        expiresAt: Math.floor(now() / 1_000) + goodForSeconds,
        ...secrets(),
      })
      return JSON.stringify(challenge)
    },
    check: async (sent) => {
      const read = z.safeParse(z.pipe(jsonText, proof), Buffer.from(sent, 'base64').toString('utf8'))
      if (!read.success) return undefined
      const { verifySolution, deriveKey } = await import('./altcha.ts')
      const { verified } = await verifySolution({ ...read.data, deriveKey, ...secrets() })
      const { nonce: id, expiresAt } = read.data.challenge.parameters
      return verified ? { id, expiresAt } : undefined
    },
  }
}
