import { describe, expect, it } from 'vitest'
import { ForbiddenTarget, resolveByDns, vettedAddress } from '../../shared/webhooks/vetted-address.ts'

const vet = (url: string, addresses: readonly string[], loopback = false) =>
  vettedAddress(new URL(url), {
    loopback,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })

describe('where a webhook may go', () => {
  it('given a public address, when it is vetted, then it is the one to connect to', async () => {
    expect(await vet('https://a.example/', ['93.184.215.14', '2a00:1450::1'])).toEqual({
      address: '93.184.215.14',
      family: 4,
    })
    expect(await vet('https://93.184.215.14/', [])).toEqual({ address: '93.184.215.14', family: 4 })
    expect(await vet('https://[2a00:1450::1]/', [])).toEqual({ address: '2a00:1450::1', family: 6 })
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '168.63.129.16',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '::1',
    '::',
    '::127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '::ffff:168.63.129.16',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:4136:e378::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '::7f00:1',
    '100:0:0:1::1',
    '4000::1',
  ])('given a name that is also %s, when it is vetted, then the name is refused whole', async (address) => {
    await expect(vet('https://a.example/', ['93.184.215.14', address])).rejects.toThrow(ForbiddenTarget)
  })

  it.each([
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[::7f00:1]/',
    'https://0177.0.0.1/',
  ])('given %s, an address in disguise, when it is vetted, then it is refused', async (url) => {
    await expect(vet(url, [])).rejects.toThrow()
  })

  it('given plain http, when it is vetted in the cloud, then it is refused', async () => {
    await expect(vet('http://a.example/', ['93.184.215.14'])).rejects.toThrow('http: is not allowed')
  })

  it('given the local stack, when it is vetted, then loopback may, and nothing else inside', async () => {
    expect(await vet('http://localhost:9/', ['127.0.0.1'], true)).toEqual({ address: '127.0.0.1', family: 4 })
    expect(await vet('http://[::1]:9/', [], true)).toEqual({ address: '::1', family: 6 })
    await expect(vet('http://a.example/', ['93.184.215.14'], true)).rejects.toThrow('beyond this machine')
    await expect(vet('https://a.example/', ['10.0.0.1'], true)).rejects.toThrow('private')
    await expect(vet('ftp://localhost/', ['127.0.0.1'], true)).rejects.toThrow('ftp: is not allowed')
  })

  it('given a URL with a user in it, or a name without address, when it is vetted, then it is refused', async () => {
    await expect(vet('https://me:secret@a.example/', ['93.184.215.14'])).rejects.toThrow('user name')
    await expect(vet('https://:secret@a.example/', ['93.184.215.14'])).rejects.toThrow('user name')
    await expect(vet('https://a.example/', [])).rejects.toThrow('no address')
  })

  it('given the name of this machine, when the system is asked, then it is loopback', async () => {
    const found = await resolveByDns('localhost')
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ address }) => ['127.0.0.1', '::1'].includes(address))).toBe(true)
  })
})
