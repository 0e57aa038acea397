import { describe, expect, it } from 'vitest'
import { parseEndpoints } from '../../shared/webhooks/endpoints.ts'
import { projectEventTypes } from '../../shared/webhooks/event-types.ts'
import { deliveryAttempts, longestDelay, retryDelay } from '../../shared/webhooks/retry-schedule.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const one = { id: 'esdh', url: 'https://esdh.aarhus.example/trin', secret }

describe('the endpoints of the settings', () => {
  it('given one secret or several, types and a role, when they are read, then they are as told', () => {
    expect(
      parseEndpoints(
        JSON.stringify([one, { ...one, id: 'bi', secret: [secret, secret], types: ['approved'], role: 'integrator' }]),
      ),
    ).toEqual([
      { id: 'esdh', url: one.url, secrets: [secret], role: 'public' },
      { id: 'bi', url: one.url, secrets: [secret, secret], types: ['approved'], role: 'integrator' },
    ])
    expect(parseEndpoints('[]')).toEqual([])
    expect(projectEventTypes).toContain('step-taken')
  })

  it.each([
    ['a secret that is none', [{ ...one, secret: 'hunter2' }]],
    ['a secret that is too short', [{ ...one, secret: 'whsec_c2hvcnQ=' }]],
    ['a type nobody knows', [{ ...one, types: ['aproved'] }]],
    ['a field nobody knows', [{ ...one, rôle: 'public' }]],
    ['a URL of another kind', [{ ...one, url: 'file:///etc/passwd' }]],
    ['the same id twice', [one, one]],
  ])('given %s, when they are read, then they are refused', (_, endpoints) => {
    expect(() => parseEndpoints(JSON.stringify(endpoints))).toThrow()
  })
})

describe('when to try again', () => {
  it('given no jitter, when every try fails, then there are twelve in about three days', () => {
    const delay = retryDelay({ random: () => 0.5 })
    const waits = Array.from({ length: deliveryAttempts }, (_, n) => delay(n + 1))
    expect(waits.slice(0, 4)).toEqual([5, 300, 1800, 7200])
    expect(waits.at(-1)).toBeUndefined()
    const days = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 86_400
    expect(days).toBeGreaterThan(3)
    expect(days).toBeLessThan(3.5)
  })

  it('given any jitter and any wish, when a delay is taken, then it fits the queue and is no shorter than asked', () => {
    for (const random of [0, 0.3, 0.999999])
      for (let attempt = 1; attempt < deliveryAttempts; attempt++)
        for (const asked of [undefined, 0, 90, 1e9]) {
          const delay = retryDelay({ random: () => random })(attempt, asked)
          expect(delay).toBeGreaterThanOrEqual(Math.min(asked ?? 1, longestDelay))
          expect(delay).toBeLessThanOrEqual(longestDelay)
        }
  })
})
