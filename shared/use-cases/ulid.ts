import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of wall time in milliseconds, then 80 random bits, in 26 characters of Crockford's base 32. */
export const ulid = (): string => {
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
  return crockford((BigInt(Date.now()) << 80n) | random)
}

/** 128 bits in 26 characters, as a ULID writes them. */
export const crockford = (bits: bigint): string => {
  let text = ''
  for (let shift = 125n; shift >= 0n; shift -= 5n) text += alphabet[Number((bits >> shift) & 31n)]
  return text
}
