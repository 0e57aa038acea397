import { createHmac, hkdfSync } from 'node:crypto'
import type { ContactId } from '../domain/identifiers.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Ids of people: `con_` and a keyed hash (HMAC-SHA256) of the mail address, trimmed and in lower case. The key is derived
 * from the signing key for this use alone, so that an id tells nothing to whoever lacks it.
 */
export const contactIds = (signingKey: string): ((email: string) => ContactId) => {
  const key = Buffer.from(hkdfSync('sha256', signingKey, '', 'trin contact id', 32))
  return (email) => `con_${base32(createHmac('sha256', key).update(email.trim().toLowerCase()).digest())}`
}

/** Crockford's base 32 in lower case: 52 characters for 32 bytes. */
const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31]
}
