import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Seal } from '../use-cases/seal.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** What is sealed; each use has a key of its own, so that what was closed for one opens nothing of another. */
export type SealUse = 'cursors' | 'unsubscribe' | 'form' | 'session' | 'receipt' | 'draft' | 'sign-in'

/** Seals by AES-256-GCM under a key derived from the signing key for this use alone; base64url. */
export const sealBy = (signingKey: string, use: SealUse): Seal => {
  const key = Buffer.from(hkdfSync('sha256', signingKey, 'trin', `seal of ${use}, version 1`, 32))
  return {
    close: (text) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, key, iv)
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < ivBytes + tagBytes) return undefined
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
