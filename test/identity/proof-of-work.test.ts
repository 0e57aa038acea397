import { beforeAll, describe, expect, it } from 'vitest'
import { proofOfWork } from '../../shared/identity/proof-of-work.ts'
import { signingKey } from '../fakes/memory-stack.ts'
import { type Proof, proofText, solved } from './support/solved.ts'

const hour = 3_600_000
const ours = proofOfWork(signingKey)

let proof: Proof
beforeAll(async () => {
  proof = await solved(await ours.challenge())
})

describe('given a sum that we gave out', () => {
  it('when it comes back solved, then it counts, under a number of its own and until it is too old', async () => {
    const { nonce, expiresAt } = proof.challenge.parameters
    expect(await ours.check(proofText(proof))).toEqual({ id: nonce, expiresAt })
    expect(expiresAt * 1_000 - Date.now()).toBeGreaterThan(1.9 * hour)
  })

  it('when it comes back unsolved, then it does not count', async () => {
    const { solution } = await solved(await ours.challenge())
    for (const wrong of [
      { ...proof, solution },
      { ...proof, solution: { ...proof.solution, derivedKey: '00'.repeat(32) } },
      { challenge: proof.challenge },
    ])
      expect(await ours.check(proofText(wrong))).toBeUndefined()
  })

  it('when it was made easier or longer-lived, then it does not count', async () => {
    const { challenge } = proof
    for (const change of [{ cost: 1 }, { keyPrefix: '' }, { expiresAt: challenge.parameters.expiresAt + 60 }])
      expect(
        await ours.check(
          proofText({ ...proof, challenge: { ...challenge, parameters: { ...challenge.parameters, ...change } } }),
        ),
      ).toBeUndefined()
  })
})

it('given a sum of yesterday, when it comes back solved, then it does not count', async () => {
  const old = await solved(await proofOfWork(signingKey, () => Date.now() - 3 * hour).challenge())
  expect(await ours.check(proofText(old))).toBeUndefined()
})

it('given a sum of somebody else, when it comes back solved, then it does not count', async () => {
  expect(await proofOfWork('another key that is long enough, too').check(proofText(proof))).toBeUndefined()
})

it.each([
  ['nothing', ''],
  ['no JSON', 'bm90IGpzb24='],
  ['no base64', '%%%'],
  ['JSON of something else', proofText([])],
])('given %s, then it does not count', async (_, sent) => {
  expect(await ours.check(sent)).toBeUndefined()
})
