import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a host name; injected in tests, so that a name can change its mind. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>

/** A target that a webhook must not reach; the message says why, for the log. */
export class ForbiddenTarget extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'ForbiddenTarget'
  }
}

export const resolveByDns: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, order: 'verbatim' })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }))

/** Unicast by its range, but a metadata service of a cloud all the same. */
const metadata = ['168.63.129.16']

/** All of IPv6 that is handed out to the public internet (RFC 4291, 2.4): elsewhere lies `::7f00:1`, the oldest of IPv4's clothes. */
const handedOut = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * The range of an address: `unicast` is the public internet. An IPv4 address in IPv6 clothes counts as what it is;
 * translated ones (NAT64, 6to4, Teredo) have ranges of their own, and are refused with them.
 */
const rangeOf = (address: string): string => {
  const plain = ipaddr.process(address)
  if (metadata.includes(plain.toString())) return 'linkLocal'
  const range = plain.range()
  return range === 'unicast' && plain instanceof ipaddr.IPv6 && !plain.match(handedOut) ? 'reserved' : range
}

export interface VettingOptions {
  readonly resolve: Resolve
  /** Lets loopback through, over plain http too: the local stack only. */
  readonly loopback: boolean
}

/**
 * Resolves the URL's host once and vets every address of it: a name that also points inside is refused whole. Connect to
 * the address that is returned, and to no other: resolved again, the name may say something else (DNS rebinding).
 * @throws ForbiddenTarget when the URL or an address of its host is not allowed
 */
export const vettedAddress = async (url: URL, { resolve, loopback }: VettingOptions): Promise<Address> => {
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:'))
    throw new ForbiddenTarget(`${url.protocol} is not allowed`)
  if (url.username !== '' || url.password !== '') throw new ForbiddenTarget('a URL with a user name in it')
  const found = await addressesOf(url.hostname, resolve)
  for (const { address } of found) {
    const range = rangeOf(address)
    if (range === 'loopback' ? !loopback : range !== 'unicast')
      throw new ForbiddenTarget(`${url.hostname} is ${address}: ${range}`)
    if (url.protocol === 'http:' && range !== 'loopback') throw new ForbiddenTarget('http: beyond this machine')
  }
  const [first] = found
  if (first === undefined) throw new ForbiddenTarget(`${url.hostname} has no address`)
  return first
}

/** A host that is an address is never looked up. The URL parser has made `0x7f.1` and its kin plain already. */
const addressesOf = async (hostname: string, resolve: Resolve): Promise<readonly Address[]> => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  try {
    return [{ address: bare, family: ipaddr.parse(bare).kind() === 'ipv6' ? 6 : 4 }]
  } catch {
    return await resolve(bare)
  }
}
