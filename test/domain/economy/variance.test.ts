import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dkk } from '../../../shared/domain/economy/money.ts'
import { exceeds, twoRedInARow, varianceOf } from '../../../shared/domain/economy/variance.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { aBaseline, aReport, kr } from '../support/material.ts'

fc.configureGlobal({ seed: 43 })

const variance = (forecast: number, endsOn = '2027-06-30', budget = 1_000_000) =>
  varianceOf(aReport({ forecast: kr(forecast), endsOn }), aBaseline({ budget: kr(budget) }), defaultSettings)

describe('how far a forecast is from its frame', () => {
  it('given a forecast on the frame, when measured, then there is no variance', () => {
    expect(variance(1_000_000)).toEqual({
      overrun: 0,
      overrunBasisPoints: 0,
      delay: 0,
      exceeds: { economy: false, schedule: false },
    })
  })

  it('given ten per cent above, when measured, then it is tolerated; one øre more is not', () => {
    expect(variance(1_100_000)).toMatchObject({ overrunBasisPoints: 1_000, exceeds: { economy: false } })
    const more = varianceOf(aReport({ forecast: dkk(110_000_001) }), aBaseline(), defaultSettings)
    expect(more).toMatchObject({ overrun: 10_000_001, overrunBasisPoints: 1_000, exceeds: { economy: true } })
  })

  it('given sixty days later, when measured, then it is tolerated; one day more is not', () => {
    expect(variance(1_000_000, '2027-08-29')).toMatchObject({ delay: 60, exceeds: { schedule: false } })
    expect(variance(1_000_000, '2027-08-30')).toMatchObject({ delay: 61, exceeds: { schedule: true } })
  })

  it('given less money and an earlier end, when measured, then both are negative and nothing is exceeded', () => {
    expect(variance(850_000, '2027-06-20')).toEqual({
      overrun: -15_000_000,
      overrunBasisPoints: -1_500,
      delay: -10,
      exceeds: { economy: false, schedule: false },
    })
  })

  it('given a half basis point, when rounded, then it goes away from zero, above and below', () => {
    const of = (forecast: number) =>
      varianceOf(aReport({ forecast: dkk(forecast) }), aBaseline({ budget: dkk(20_000) }), defaultSettings)
    expect(of(20_001).overrunBasisPoints).toBe(1)
    expect(of(19_999).overrunBasisPoints).toBe(-1)
  })

  it('given a frame of nothing, when anything is forecast, then it is exceeded by the whole', () => {
    expect(variance(1, '2027-06-30', 0)).toMatchObject({ overrunBasisPoints: 10_000, exceeds: { economy: true } })
    expect(variance(0, '2027-06-30', 0)).toMatchObject({ overrunBasisPoints: 0, exceeds: { economy: false } })
  })

  it('given the largest amounts there can be, when measured, then the comparison is exact and the answer a safe integer', () => {
    const of = (forecast: number, budget: number) =>
      varianceOf(aReport({ forecast: dkk(forecast) }), aBaseline({ budget: dkk(budget) }), defaultSettings)
    const budget = 8_000_000_000_000_000
    expect(of(budget + budget / 10, budget).exceeds.economy).toBe(false)
    expect(of(budget + budget / 10 + 1, budget).exceeds.economy).toBe(true)
    expect(of(Number.MAX_SAFE_INTEGER, 1).overrunBasisPoints).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('given any forecast and frame, when measured, then basis points are within half of one of the truth', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000_000 })
    fc.assert(
      fc.property(amount, amount, (forecast, budget) => {
        const { overrunBasisPoints } = varianceOf(
          { forecast: dkk(forecast), endsOn: '2027-06-30' },
          aBaseline({ budget: dkk(budget) }),
          defaultSettings,
        )
        const distance = 2n * (BigInt(overrunBasisPoints) * BigInt(budget) - BigInt(forecast - budget) * 10_000n)
        expect((distance < 0n ? -distance : distance) <= BigInt(budget)).toBe(true)
      }),
    )
  })
})

describe('what the board has waived', () => {
  it('given nothing waived, when either tolerance is exceeded, then it counts', () => {
    expect(exceeds(variance(1_200_000))).toBe(true)
    expect(exceeds(variance(1_000_000, '2027-12-31'))).toBe(true)
    expect(exceeds(variance(1_050_000, '2027-07-31'))).toBe(false)
  })

  it('given a waived overrun and delay, when the forecast stays there, then it does not count again', () => {
    const waived = { overrun: 20_000_000, delay: 184 }
    expect(exceeds(variance(1_200_000, '2027-12-31'), waived)).toBe(false)
  })

  it('given a waived overrun and delay, when one of them grows, then it counts', () => {
    const waived = { overrun: 20_000_000, delay: 184 }
    expect(exceeds(variance(1_200_001, '2027-12-31'), waived)).toBe(true)
    expect(exceeds(variance(1_200_000, '2028-01-01'), waived)).toBe(true)
  })
})

describe('two red reports in a row', () => {
  const inColours = (...colours: ('green' | 'yellow' | 'red')[]) =>
    twoRedInARow(colours.map((overall) => aReport({ overall })))

  it('given the two latest are red, when asked, then they are', () => {
    expect(inColours('red', 'red')).toBe(true)
    expect(inColours('green', 'red', 'red')).toBe(true)
  })

  it('given only one, one long ago, or none, when asked, then they are not', () => {
    expect(inColours()).toBe(false)
    expect(inColours('red')).toBe(false)
    expect(inColours('red', 'yellow', 'red')).toBe(false)
    expect(inColours('red', 'red', 'green')).toBe(false)
  })
})
