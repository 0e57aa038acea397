import { createHmac } from 'node:crypto'

const prefix = 'whsec_'

/**
 * The key in a secret of Standard Webhooks 1.0: `whsec_` and base64 of 24 to 64 bytes.
 * @throws TypeError when it is not one
 */
export const keyOfSecret = (secret: string): Buffer => {
  const encoded = secret.startsWith(prefix) ? secret.slice(prefix.length) : undefined
  const key = Buffer.from(encoded ?? '', 'base64')
  if (key.length < 24 || key.length > 64) throw new TypeError('a webhook secret is whsec_ and base64 of 24 to 64 bytes')
  return key
}

export interface Message {
  readonly id: string
  /** Seconds since 1970, wall time. */
  readonly timestamp: number
  readonly body: string
}

/**
 * The three headers of Standard Webhooks 1.0, one signature per secret: while a secret is rotated, the receiver finds
 * the one it knows.
 */
export const signatureHeaders = ({ id, timestamp, body }: Message, secrets: readonly string[]) => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': secrets
    .map((secret) => createHmac('sha256', keyOfSecret(secret)).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' '),
})
