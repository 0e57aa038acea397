import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { languages } from '../../shared/i18n/language.ts'
import { pageWords } from '../../shared/i18n/page-words.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { type MemoryStack, memoryStack, signingKey } from '../fakes/memory-stack.ts'
import { type PageAnswer, type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { typedIdea } from './support/typed-idea.ts'
import { troublesOfHtml } from './support/valid-html.ts'

const hour = 3_600_000
const anonymous: Actor = { kind: 'anonymous' }
const signe: Actor = { kind: 'person', id: 'con_signe', roles: ['secretariat'] }
const tokenOf = (actor: Actor, hoursAgo: number): string =>
  formTokens(signingKey, () => Date.now() - hoursAgo * hour).issue(actor)

let stack: MemoryStack
let world: PageWorld
beforeEach(() => {
  stack = memoryStack()
  world = pageWorld(stack)
})
const projects = async () => (await stack.projections.byState('project', 'idea', { limit: 9 })).items
const tokenIn = ({ text }: PageAnswer): string =>
  / name="_token" value="([^"]+)"/.exec(text.slice(text.indexOf('trin-form')))?.[1] ?? ''

describe('given the form for an idea that lay open overnight', () => {
  const old = () => ({
    ...typedIdea,
    _step: 'send',
    _key: 'k-1',
    _token: tokenOf(anonymous, 13),
    _begun: tokenOf(anonymous, 14),
  })

  it.each(languages)(
    'when it is sent in %s, then it is shown again as typed, says so kindly, and goes through once more',
    async (language) => {
      const page = await world.post('/', { ...old(), _do: 'send' }, { language })
      expect(page.status).toBe(403)
      expect(page.text).toContain(pageWords[language].shell.stale.title)
      expect(page.text).toContain(pageWords[language].shell.stale.text)
      for (const value of Object.values(typedIdea)) expect(page.text).toContain(value)
      expect(await troublesOfHtml(page.text)).toEqual([])
      expect(await projects()).toEqual([])

      const again = await world.post('/', { ...old(), _do: 'send', _token: tokenIn(page) }, { language })
      expect(again.status).toBe(303)
      expect(await projects()).toHaveLength(1)
    },
  )

  it('when a draft is asked for, then nobody gets mail before it is asked for again', async () => {
    const page = await world.post('/', { ...old(), _do: 'save', _mail: 'ida.skov@skovby.example' })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Siden har stået åben længe')
    expect(stack.draftsAsked).toEqual([])
  })

  it('when they go to another step, then nobody notices', async () => {
    const page = await world.post('/', { ...old(), _do: 'step:reach' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('value="Skovby Kommune"')
    expect(formTokens(signingKey).open(tokenIn(page), anonymous)).toMatchObject({ isStale: false })
  })
})

describe('given a form of a case that lay open overnight', () => {
  let id: string
  beforeEach(async () => {
    await world.post('/', { ...typedIdea, _key: 'k-1', _do: 'send', _step: 'send', _begun: tokenOf(anonymous, 1) })
    id = (await projects())[0]?.stream ?? ''
  })

  it('when it is sent, then nothing is done, and it comes back as typed with a token of now', async () => {
    const as = signedIn(signe)
    const { length } = await stack.eventsOf(id as ProjectId)
    const fields = { reason: 'Det er en fejl', _key: 'k-2', _version: '1', _token: tokenOf(signe, 13) }
    const page = await world.post(`/p/${id}/withdraw`, fields, { as })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Siden har stået åben længe')
    expect(page.text).toContain('Det er en fejl')
    expect(page.text).toContain('name="_version" value="1"')
    expect(await troublesOfHtml(page.text)).toEqual([])
    expect(await stack.eventsOf(id as ProjectId)).toHaveLength(length)
    expect(formTokens(signingKey).open(tokenIn(page), signe)).toMatchObject({ isStale: false })
  })
})

it('given an old token of another key, then the form is not ours', async () => {
  const token = formTokens('another key that is long enough', () => Date.now() - 13 * hour).issue(anonymous)
  const page = await world.post('/', { ...typedIdea, _do: 'step:reach', _token: token })
  expect(page.status).toBe(403)
  expect(page.text).not.toContain('Skovby Kommune')
})

it('given an old form of an act that is not shown again, then it is refused', async () => {
  const page = await world.post(
    '/desk/failures',
    { queue: 'mail', _token: tokenOf(signe, 13) },
    { as: signedIn(signe) },
  )
  expect(page.status).toBe(403)
  expect(page.text).toContain('Formularen gælder ikke længere')
})
