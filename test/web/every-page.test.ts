import { beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { languages } from '../../shared/i18n/language.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { crawl } from './support/crawl.ts'
import { enterTroubles } from './support/enter-key.ts'
import { type PageAnswer, type PageWorld, pageWorld, signedIn } from './support/page-world.ts'
import { type Scenes, setScenes } from './support/scenes.ts'
import { troublesOfHtml } from './support/valid-html.ts'

/** What attackers write into fields; a field's own words stand before it. */
const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>'\`--><svg/onload=alert(3)> javascript:alert(4) {{7*7}} ]]> &lt;b&gt;`
const entrances = ['/', '/portfolio', '/accessibility', '/links']

let world: PageWorld
let scenes: Scenes
let stack: ReturnType<typeof memoryStack>
const begin = async (mark?: (field: string) => string): Promise<void> => {
  stack = memoryStack()
  world = pageWorld(stack)
  scenes = await setScenes(stack, mark)
}

const secretariat = (): Visitor => signedIn(scenes.as('signe@os2.example', 'secretariat'))
const chair = (): Visitor => signedIn(scenes.as(people.birgitte.email, 'chair'), people.birgitte.name)
const member = (): Visitor => signedIn(scenes.as(people.anja.email, 'board'), people.anja.name)
const linked = (email: string, role: 'proposer' | 'lead' | 'coordination', project: string): Visitor => ({
  actor: {
    ...scenes.as(email, role),
    kind: 'person',
    project: project as `prj_${string}`,
    link: true,
  } as Visitor['actor'],
})

/** Every page there is, found by whoever sees the most: the secretariat, the chair, and people on each project. */
const everyAddress = async (): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  const walk = async (from: readonly string[], as: Visitor | undefined): Promise<void> => {
    for (const address of (await crawl(world, from, as)).keys()) found.add(address)
  }
  await walk(entrances, undefined)
  await walk([...entrances, '/desk', '/board', '/signed-in'], secretariat())
  await walk(['/board'], chair())
  for (const id of Object.values(scenes.projects)) {
    await walk([`/p/${id}`], linked('proposer@scenes.example', 'proposer', id))
    await walk([`/p/${id}`], linked('lead@scenes.example', 'lead', id))
    await walk([`/p/${id}`], linked('group@scenes.example', 'coordination', id))
  }
  return found
}

const isPage = ({ headers }: PageAnswer): boolean => headers['content-type']?.startsWith('text/html') === true

describe('given every field of every project filled in by an attacker', () => {
  let addresses: readonly string[] = []
  beforeAll(async () => {
    await begin((field) => `${field} ${attack}`)
    addresses = [...(await everyAddress())]
  }, 120_000)

  it('then there are pages to look at', () => {
    expect(addresses.length).toBeGreaterThan(60)
  })

  it('when the secretariat, the chair and people of projects look at every page, then it is text everywhere', async () => {
    const lookers = [secretariat(), chair(), linked('lead@scenes.example', 'lead', scenes.projects.implementation)]
    const broken: string[] = []
    let showing = 0
    for (const as of lookers)
      for (const address of addresses) {
        const answer = await world.get(address, { as })
        if (answer.status >= 500) broken.push(`${address}: ${answer.status}`)
        if (!isPage(answer)) continue
        if (answer.text.includes('onerror=alert(1)')) showing += 1
        const elements = answer.text.match(/<[a-z][^>]*>/gi) ?? []
        for (const element of elements)
          if (
            /\son[a-z]+\s*=|javascript:|^<img|^<script(?! src="\/assets\/[\w.]+" defer)|\sstyle=/i.test(
              withoutText(element),
            )
          )
            broken.push(`${address}: ${element.slice(0, 200)}`)
      }
    expect(broken).toEqual([])
    expect(showing).toBeGreaterThan(20)
  }, 300_000)

  it('when feeds and lists are read, then it is text there, too', async () => {
    const { text } = await world.get('/portfolio')
    expect(text).toContain('&lt;script')
    expect(text).not.toContain('<script>alert')
  })
})

/** An element without what stands in its attributes' values, where text from people may stand. */
const withoutText = (element: string): string =>
  element.replaceAll(/\s(value|title|aria-label|content|data-[\w-]+|id|for|name|alt|placeholder)="[^"]*"/g, '')

describe('given every page there is', () => {
  let addresses: readonly string[] = []
  beforeAll(async () => {
    await begin((field) => `${field}.`)
    addresses = [...(await everyAddress())]
  }, 120_000)

  it.each(languages)(
    'when the secretariat looks, in %s, then every page is valid HTML, weighs less than 60 KB, and Enter sends its forms',
    async (language) => {
      const troubles: string[] = []
      for (const address of addresses) {
        const answer = await world.get(address, { as: secretariat(), language })
        if (!isPage(answer)) continue
        if (answer.text.length > 60_000) troubles.push(`${address}: ${answer.text.length} bytes`)
        for (const one of enterTroubles(answer.text)) troubles.push(`${address}: ${one}`)
        for (const one of await troublesOfHtml(answer.text)) troubles.push(`${address}: ${one}`)
      }
      expect(troubles).toEqual([])
    },
    300_000,
  )
})

/** Who wrote what, so that it can be told who reads it. */
const names = /@scenes\.example|signe@os2\.example/
const inner = /indefra/
describe('given what not everybody may see', () => {
  let addresses: readonly string[] = []
  beforeAll(async () => {
    await begin((field) => (/^(proposer|lead|owner|group)$/.test(field) ? `Navn-${field}` : `${field} indefra`))
    addresses = [...(await everyAddress())]
  }, 120_000)
  const read = async (as: Visitor | undefined) => {
    const answers: (readonly [string, PageAnswer])[] = []
    for (const address of addresses) answers.push([address, await world.get(address, as === undefined ? {} : { as })])
    return answers
  }
  /** Fields that are public once the project is. */
  const publicWords = [
    'Affaldskalenderen',
    'Borgere skal',
    'Fælles lag',
    'Plejehjem',
    'Omfang',
    'Løser et fælles',
    'Udpeg en',
    'Det går ikke',
    'Luk det',
    'Skovby Kommune',
    'Fjordby Kommune',
  ]
  const innerWords = [
    'Baggrund indefra',
    'Værdi indefra',
    'spildevand',
    'Uklart',
    'Fordi',
    'arkitekturen?',
    'Hvem får gavn',
    'To cases',
    'Kun én leverandør',
    'Lukkede snitflader',
    'En kommune mere',
    'Klagesag',
    'gået konkurs',
    'Aftaler underskrevet',
    'Underskrevet indefra',
    'Flere sensorer',
    'svar R1',
    'Odense',
  ]

  it('when nobody in particular looks at every page, then they read what is public, and never a person or an inner word', async () => {
    const answers = await read(undefined)
    const all = answers.filter(([, answer]) => isPage(answer) && answer.status === 200)
    expect(all.filter(([, { text }]) => names.test(text) || /Navn-/.test(text)).map(([address]) => address)).toEqual([])
    for (const word of innerWords)
      expect(all.filter(([, { text }]) => text.includes(word)).map(([address]) => `${word}: ${address}`)).toEqual([])
    expect(all.some(([, { text }]) => inner.test(text) && publicWords.some((word) => text.includes(word)))).toBe(true)
    // Desks and people's own pages send them to sign in, or say that there is nothing.
    for (const [address, { status }] of answers)
      if (/^\/(desk|board)/.test(address)) expect(`${address} ${status}`).toMatch(/ (303|404)$/)
  }, 300_000)

  it('when the board looks, then it reads the matter, but not who wrote it', async () => {
    const answers = (await read(member())).filter(([, answer]) => isPage(answer) && answer.status === 200)
    expect(answers.filter(([, { text }]) => /Navn-|@scenes\.example/.test(text)).map(([address]) => address)).toEqual(
      [],
    )
    expect(answers.some(([, { text }]) => text.includes('Fælles lag'))).toBe(true)
  }, 300_000)

  it('when somebody comes by a link to one project, then nothing inner of another is on any page', async () => {
    const mine = scenes.projects.shaping
    const as = linked('proposer@scenes.example', 'proposer', mine)
    const answers = (await read(as)).filter(([, answer]) => isPage(answer) && answer.status === 200)
    const others = answers.filter(([address]) => !address.includes(mine))
    expect(others.filter(([, { text }]) => /Navn-|@scenes\.example/.test(text)).map(([address]) => address)).toEqual([])
    for (const word of innerWords)
      expect(others.filter(([, { text }]) => text.includes(word)).map(([address]) => `${word}: ${address}`)).toEqual([])
    expect(answers.some(([address, { text }]) => address.includes(mine) && text.includes('spildevand'))).toBe(true)
  }, 300_000)
})
