import { beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/language.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { proofOfWork } from '../../shared/identity/proof-of-work.ts'
import { type MemoryStack, memoryStack, signingKey } from '../fakes/memory-stack.ts'
import { proofText, solved } from '../identity/support/solved.ts'
import { type PageAnswer, type PageWorld, pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

type Fields = Readonly<Record<string, string>>

const idea = {
  kind: 'new',
  'concept.title': 'Legepladser på kortet',
  'concept.purpose': 'Borgere skal kunne finde legepladser.',
  'concept.authority': 'Skovby Kommune',
  'concept.businessCritical': 'no',
  'contact.name': 'Ida Skov',
  'contact.language': 'da',
}
let sent = 0
/** Each a new idea of somebody else. */
const sendable = (): Fields => {
  sent += 1
  return {
    ...idea,
    'contact.email': `ida.${sent}@skovby.example`,
    _do: 'send',
    _step: 'send',
    _key: `idea-${sent}`,
    _begun: formTokens(signingKey, () => Date.now() - 60_000).issue({ kind: 'anonymous' }),
  }
}

let stack: MemoryStack
let world: PageWorld
const projects = async () => (await stack.projections.byState('project', 'idea', { limit: 99 })).items.length
const challengeIn = ({ text }: PageAnswer): string =>
  (/ data-proof="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"')

describe('given that no proof of work is asked for', () => {
  beforeEach(() => {
    stack = memoryStack()
    world = pageWorld(stack)
  })

  it('then the last step carries no sum and no script for one, and an idea goes through', async () => {
    const page = await world.post('/', { ...idea, _do: 'step:send' })
    expect(page.text).not.toContain('data-proof')
    expect(page.text).not.toContain('proof.js')
    expect((await world.post('/', sendable())).status).toBe(303)
  })
})

describe('given that a proof of work is asked for', () => {
  beforeEach(() => {
    stack = Object.assign(memoryStack(), { proofOfWork: proofOfWork(signingKey) })
    world = pageWorld(stack)
  })
  const lastStep = () => world.post('/', { ...idea, _do: 'step:send' })
  const proof = async () => proofText(await solved(challengeIn(await lastStep())))
  /** Until the narrow way is full for this network. */
  const fillNarrowWay = async () => {
    for (let time = 0; time < 5; time += 1) expect((await world.post('/', sendable())).status).toBe(303)
  }

  it.each(languages)(
    'when somebody reads it in %s, then only the last step has a sum, and is valid HTML',
    async (language) => {
      const first = await world.get('/', { language })
      expect(first.text).not.toContain('data-proof')
      const last = await world.post('/', { ...idea, _do: 'step:send' }, { language })
      expect(last.text).toContain('proof.js')
      expect(JSON.parse(challengeIn(last))).toMatchObject({ parameters: { algorithm: 'PBKDF2/SHA-256' } })
      expect(await troublesOfHtml(last.text)).toEqual([])
    },
  )

  it('when the sum is solved, then the idea goes through, however narrow the other way is', async () => {
    await fillNarrowWay()
    expect((await world.post('/', { ...sendable(), _proof: await proof() })).status).toBe(303)
    expect(await projects()).toBe(6)
  })

  it('when nothing is solved, then a few go through, and the rest keep what they typed and get a new sum', async () => {
    await fillNarrowWay()
    const page = await world.post('/', sendable())
    expect(page.status).toBe(429)
    expect(page.text).toContain('Vi tager kun imod få idéer på den måde lige nu')
    expect(page.text).toContain('value="Legepladser på kortet"')
    expect(challengeIn(page)).not.toBe('')
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect(await projects()).toBe(5)
  })

  it('when one solution is sent with many ideas, then it counts for the first', async () => {
    await fillNarrowWay()
    const once = await proof()
    expect((await world.post('/', { ...sendable(), _proof: once })).status).toBe(303)
    expect((await world.post('/', { ...sendable(), _proof: once })).status).toBe(429)
  })

  it.each([
    ['stale', () => proofOfWork(signingKey, () => Date.now() - 3 * 3_600_000)],
    ['foreign', () => proofOfWork('another key that is long enough, too')],
  ])('when the sum is %s, then it counts for nothing', async (_, another) => {
    await fillNarrowWay()
    const wrong = proofText(await solved(await another().challenge()))
    expect((await world.post('/', { ...sendable(), _proof: wrong })).status).toBe(429)
  })

  it('when sending is pressed twice without a proof, then the second leads to the same receipt', async () => {
    const twice = sendable()
    expect((await world.post('/', twice)).status).toBe(303)
    expect((await world.post('/', twice)).status).toBe(303)
    expect(await projects()).toBe(1)
  })

  it('when a program submits by the API, then nobody asks it for a sum', async () => {
    const { status } = await stack.act('POST /api/projects', {
      body: {
        kind: 'new',
        concept: { title: 'A', purpose: 'B', authority: 'C', businessCritical: 'no' },
        contact: { name: 'Ida', email: 'ida@skovby.example', language: 'da' },
      },
    })
    expect(status).toBe(201)
  })
})
