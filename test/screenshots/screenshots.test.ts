import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import type { Visitor } from '../../shared/use-cases/people.ts'
import { launch } from '../browser/support/chromium.ts'
import { servePages } from '../browser/support/page-server.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { signedIn } from '../web/support/page-world.ts'
import { setScenes } from '../web/support/scenes.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
mkdirSync(folder, { recursive: true })

it('the main pages as people see them, into docs/screenshots; a project of each state is lived for it', async () => {
  const stack = memoryStack()
  const server = await servePages(stack)
  const browser = await launch()
  try {
    const { projects, meeting, as } = await setScenes(stack)
    const secretariat = signedIn(as('signe@os2.example', 'secretariat'))
    const chair = signedIn(as(people.birgitte.email, 'chair'), people.birgitte.name)
    const lead: Visitor = {
      actor: { ...as('lead@scenes.example', 'lead'), project: projects.implementation, link: true } as Visitor['actor'],
    }
    const shots: readonly (readonly [name: string, address: string, visitor: Visitor | undefined, width?: number])[] = [
      ['submit', '/', undefined],
      ['submit-phone', '/', undefined, 360],
      ['my-project', `/p/${projects.implementation}`, lead],
      ['report', `/p/${projects.implementation}/report`, lead],
      ['desk', '/desk', secretariat],
      ['case', `/desk/projects/${projects.shaping}`, secretariat],
      ['meeting', `/board/${meeting}`, chair, 820],
      ['vote', `/board/${meeting}/${projects.ready}`, chair, 820],
      ['portfolio', '/portfolio', undefined],
      ['product', `/portfolio/${projects.product}`, undefined],
    ]
    for (const [name, address, visitor, width = 1_100] of shots) {
      const context = await browser.newContext({ locale: 'da', viewport: { width, height: width < 500 ? 720 : 860 } })
      if (visitor !== undefined) {
        const [cookie = '', value = ''] = server.world.cookieOf(visitor).split('=')
        await context.addCookies([{ name: cookie, value, url: server.url }])
      }
      const page = await context.newPage()
      const answer = await page.goto(`${server.url}${address}`, { waitUntil: 'networkidle' })
      expect(answer?.status(), address).toBe(200)
      // By now the fonts are there, as for anybody who comes a second time.
      await page.reload({ waitUntil: 'networkidle' })
      writeFileSync(join(folder, `${name}.png`), await page.screenshot())
      await context.close()
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}, 120_000)
