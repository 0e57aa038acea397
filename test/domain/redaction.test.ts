import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  redactAll,
  redactionMark,
  redactPerson,
  soughtElsewhere,
  withoutPerson,
} from '../../shared/domain/redaction.ts'

const sought = { names: ['Ida Skov Åbenrå'], addresses: ['ida.skov+trin@skovby.example'] }
const left = (text: string) => withoutPerson(text, sought)

describe('given a text about somebody', () => {
  it.each([
    ['Spørg Ida Skov Åbenrå.', `Spørg ${redactionMark}.`],
    ['IDA  SKOV\nåbenrå ringer', `${redactionMark} ringer`],
    ['Ida Skov Åbenrås forslag', `${redactionMark}s forslag`],
    ["Ida Skov Åbenrå's idea", `${redactionMark}'s idea`],
    ['Ida Skov Åbenrå'.normalize('NFD'), redactionMark],
    ['Ida Skov Åbenrå og Ida Skov Åbenrå', `${redactionMark} og ${redactionMark}`],
    ['Skriv til Ida.Skov+Trin@skovby.example i dag', `Skriv til ${redactionMark} i dag`],
  ])('when %j is redacted, then name and address are gone and the rest stands', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    'Ida Skov Åbenråsen',
    'Frida Skov Åbenrå',
    'Skovby Kommune',
    'idaXskov+trin@skovby.example',
    'Frida.skov+trin@skovby.example',
    '',
  ])('when %j is looked at, then it is somebody or something else and stays as it was written', (text) => {
    expect(left(text)).toBe(text)
  })

  it('when the name is one word that is also a word of the language, then it is looked for as it is written', () => {
    expect(withoutPerson('Sten lagde en sten', { names: ['Sten'], addresses: [] })).toBe(
      `${redactionMark} lagde en sten`,
    )
  })

  it('when nothing is known of the person, then nothing is taken for theirs', () => {
    expect(withoutPerson('Hvem?', { names: ['  '], addresses: [' '] })).toBe('Hvem?')
    expect(withoutPerson('Hvem?', { names: [], addresses: [] })).toBe('Hvem?')
  })

  it('when it is decomposed and names nobody, then it stays byte for byte', () => {
    const text = 'Åben proces'.normalize('NFD')
    expect(left(text)).toBe(text)
  })

  it('when name and address stand in any text, whatever they are made of, then neither is left', () => {
    const word = fc.stringMatching(/^[\p{L}()*+.?|[\]\\^${}/-]{2,8}$/u)
    fc.assert(
      fc.property(word, word, fc.string(), (first, last, around) => {
        const name = `${first} ${last}`
        const address = `${first}@${last}`
        const redacted = withoutPerson(`${around} ${name} ${around} ${address}`, {
          names: [name],
          addresses: [address],
        })
        expect(redacted.normalize('NFC')).not.toContain(name.normalize('NFC'))
        expect(redacted.normalize('NFC')).not.toContain(address.normalize('NFC'))
      }),
      { seed: 3 },
    )
  })
})

describe('given a text on a project that somebody has no part in', () => {
  const elsewhere = (text: string, name: string) =>
    withoutPerson(text, soughtElsewhere({ names: [name], addresses: ['ida@skovby.example'] }))

  it.each([
    ['Ida Skov', 'Ida Skovs kort viste os vej, siger IDA SKOV på Ida@skovby.example.'],
    ['Ludwig van der Beck', 'Ludwig van der Becks kort viste os vej, siger LUDWIG VAN DER BECK på ida@skovby.example.'],
  ])('when they are called %s, then name and address are gone', (name, text) => {
    expect(elsewhere(text, name)).toBe(
      `${redactionMark}s kort viste os vej, siger ${redactionMark} på ${redactionMark}.`,
    )
  })

  it.each([
    'og',
    'Kommune',
    'Skovby Kommune',
    'Legepladser på kortet',
    'Legepladser På Kortet',
    'Region Midt',
    'af den',
    'OS2 Trin',
  ])('when they are called %j, then the words of others stay', (name) => {
    const text = 'Skovby Kommune og Region Midt vil have legepladser på kortet af den grund, med OS2 Trin.'
    expect(elsewhere(text, name)).toBe(text)
  })
})

describe('given the words of one commit', () => {
  const texts = {
    '0.concept.title': 'Kortet efter Ida Skov Åbenrå',
    '0.note': 'Jeg har rettet det',
    '1.decision.reason': 'Enige',
    '1.reasons.0.text': 'Spørg ida.skov+trin@skovby.example',
  }

  it('when the person made it, then their own words are gone, and the matter stays without them', () => {
    expect(redactPerson(texts, { wrote: true, sought })).toEqual({
      '0.concept.title': `Kortet efter ${redactionMark}`,
      '0.note': redactionMark,
      '1.decision.reason': 'Enige',
      '1.reasons.0.text': `Spørg ${redactionMark}`,
    })
  })

  it('when somebody else made it, then only the name and the address are gone', () => {
    expect(redactPerson(texts, { wrote: false, sought })).toMatchObject({ '0.note': 'Jeg har rettet det' })
  })

  it('when the matter itself is erased, then no word is left', () => {
    expect(new Set(Object.values(redactAll(texts)))).toEqual(new Set([redactionMark]))
    expect(Object.keys(redactAll(texts))).toEqual(Object.keys(texts))
  })
})
