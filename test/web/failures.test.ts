import { beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/language.ts'
import { Unavailable } from '../../shared/use-cases/unavailable.ts'
import { as, begin, joint, secretariat, stack, submitted } from '../functions/support/cast.ts'
import { type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})
const signe = () => ({ as: signedIn(secretariat()) })
const sentAt = '2026-11-01T08:00:00.000Z'

describe.each(languages)('given messages that did not get through, and a reader of %s', (language) => {
  it('when the page is opened, then it says of each what it is about, and is valid', async () => {
    const id = await submitted(joint())
    const { deadLetters } = world
    deadLetters.put('mail', { id: 'm1', sentAt, about: { kind: 'event', stream: id, version: 1, type: 'submitted' } })
    deadLetters.put('mail', { id: 'm2', sentAt, about: { kind: 'digest' } })
    deadLetters.put('webhooks', {
      id: 'm3',
      sentAt,
      about: { kind: 'delivery', endpoint: 'portal', stream: id, version: 1 },
    })
    deadLetters.put('commits', { id: 'm4', sentAt, about: { kind: 'event', stream: 'mtg_1', version: 2 } })
    deadLetters.put('agenda', { id: 'm5', sentAt, about: { kind: 'unknown' } })
    const { status, text } = await world.get('/desk/failures', { ...signe(), language })
    expect(status).toBe(200)
    expect(text).toContain(`href="/desk/projects/${id}"`)
    expect(text).toContain(language === 'da' ? 'Idéen er sendt ind' : 'portal')
    expect(text.match(/name="queue"/g)).toHaveLength(4)
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it('when there are none, then it says that everything got through', async () => {
    const { text } = await world.get('/desk/failures', { ...signe(), language })
    expect(text).not.toContain('name="queue"')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given mails that did not get through', () => {
  beforeEach(() => {
    world.deadLetters.put('mail', { id: 'm1', sentAt, about: { kind: 'digest' } })
  })

  it('when they are to be tried again, then they are, and the page says how many', async () => {
    const { status, headers } = await world.post('/desk/failures', { queue: 'mail' }, signe())
    expect({ status, to: headers.location }).toEqual({ status: 303, to: '/desk/failures?done=mail&count=1' })
    expect(world.deadLetters.redriven).toHaveLength(1)
    expect((await world.get(headers.location ?? '', signe())).text).toContain('Mails: 1 er sendt tilbage')
  })

  it('when another did so meanwhile, then there was nothing to try', async () => {
    await world.post('/desk/failures', { queue: 'mail' }, signe())
    const { headers } = await world.post('/desk/failures', { queue: 'mail' }, signe())
    expect((await world.get(headers.location ?? '', signe())).text).toContain('der var intet at prøve igen')
  })

  it.each(languages)(
    'when the queues do not answer, then the page says in %s that nothing is lost, and where to look',
    async (language) => {
      world = pageWorld(stack, {
        acts: {
          'POST /desk/failures': async () => {
            throw new Unavailable('sqs at 10.0.0.7 is away')
          },
        },
      })
      const { status, text, headers } = await world.post('/desk/failures', { queue: 'mail' }, { ...signe(), language })
      expect(status).toBe(503)
      expect(headers['retry-after']).toBe('5')
      expect(text).toContain(language === 'da' ? 'intet er gået tabt' : 'nothing is lost')
      expect(text).toContain('<a href="/desk/failures">')
      expect(text).not.toContain('10.0.0.7')
      expect(await troublesOfHtml(text)).toEqual([])
    },
  )

  it('when the queue is none, or the caller is not of the secretariat, then nothing is tried', async () => {
    expect((await world.post('/desk/failures', { queue: 'other' }, signe())).status).toBe(422)
    const looking = { as: signedIn(as('kaj@os2.example', 'board')) }
    expect((await world.post('/desk/failures', { queue: 'mail' }, looking)).status).toBe(403)
    expect((await world.get('/desk/failures', looking)).status).toBe(403)
    expect(world.deadLetters.redriven).toEqual([])
  })
})
