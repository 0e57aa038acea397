import { createHmac, hkdfSync } from 'node:crypto'

/**
 * What a sender is counted under: a keyed hash (HMAC-SHA256) of a network or mail address, so that the count tells nobody
 * whose it is. The key is derived from the signing key for this use alone.
 */
export const senderHash = (signingKey: string): ((address: string) => string) => {
  const key = Buffer.from(hkdfSync('sha256', signingKey, 'trin', 'senders, version 1', 32))
  return (address) => createHmac('sha256', key).update(address.trim().toLowerCase()).digest('base64url').slice(0, 22)
}
