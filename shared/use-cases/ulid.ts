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

/** The 128 bits of such a text; undefined when it is another, or holds none. */
export const bitsIn = (text: string): bigint | undefined =>
  /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text) && !/^0+$/.test(text)
    ? [...text].reduce((bits, letter) => (bits << 5n) | BigInt(alphabet.indexOf(letter)), 0n)
    : undefined
