import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { people } from '../../../../infra/local/demo/material.ts'
import type { Role } from '../../../../shared/domain/actor.ts'
import type { ProjectId } from '../../../../shared/domain/identifiers.ts'
import type { LinkPurpose, Visitor } from '../../../../shared/use-cases/people.ts'
import type { MemoryStack } from '../../../fakes/memory-stack.ts'
import { signedIn } from '../../../web/support/page-world.ts'
import type { Fields, Hands } from '../hands.ts'
import type { PageServer } from '../page-server.ts'

/** Somebody at a browser of their own. */
export interface Seat {
  readonly page: Page
  readonly write: (fields: Fields) => Promise<void>
  /** Presses a button of the page's content, and sees no errors after. */
  readonly press: (name: string | RegExp) => Promise<void>
  /** Follows a link of the page's content. */
  readonly follow: (name: string | RegExp) => Promise<void>
  /** Unfolds what stands behind a summary. */
  readonly unfold: (name: string | RegExp) => Promise<void>
  /** Expects words in the page's content. */
  readonly reads: (...words: readonly string[]) => Promise<void>
}

export interface Cast {
  readonly stack: MemoryStack
  /** Somebody at their browser, who opens an address: a link from a mail, a bookmark. */
  readonly at: (visitor: Visitor | undefined, address: string) => Promise<Seat>
  readonly secretariat: () => Visitor
  readonly member: (who: { readonly email: string; readonly name: string }, role?: 'board' | 'chair') => Visitor
  /** Whoever holds a personal link. */
  readonly holder: (who: { readonly email: string }, purpose: LinkPurpose, project: ProjectId) => Visitor
  readonly leave: () => Promise<void>
}

/** The people of a life, each at a browser of their own. @param hands how they work it */
export const castOf = (browser: Browser, server: PageServer, stack: MemoryStack, hands: Hands): Cast => {
  const pages = new Map<string, Page>()
  const as = (email: string, ...roles: Role[]) => ({ kind: 'person', id: stack.contacts.idOf(email), roles }) as const

  const pageOf = async (visitor: Visitor | undefined): Promise<Page> => {
    const who = JSON.stringify(visitor ?? 'anybody')
    const known = pages.get(who)
    if (known !== undefined) return known
    const context = await browser.newContext({
      locale: 'da',
      javaScriptEnabled: hands.scripts,
      viewport: { width: 1_000, height: 900 },
    })
    if (visitor !== undefined) {
      const [name = '', value = ''] = server.world.cookieOf(visitor).split('=')
      await context.addCookies([{ name, value, url: server.url }])
    }
    const page = await context.newPage()
    pages.set(who, page)
    return page
  }

  const seatOf = (page: Page): Seat => {
    const main = page.locator('main')
    const going = async (act: Promise<void>): Promise<void> => {
      await Promise.all([page.waitForEvent('domcontentloaded'), act])
      await stack.settle()
    }
    return {
      page,
      write: (fields) => hands.write(page, fields),
      press: async (name) => {
        await going(hands.use(page, main.getByRole('button', { name }).first()))
        expect(await page.locator('#error-summary').allTextContents()).toEqual([])
      },
      follow: (name) => going(hands.use(page, main.getByRole('link', { name }).first())),
      unfold: (name) => hands.use(page, main.locator('summary', { hasText: name }).first()),
      reads: async (...words) => {
        const told = (await main.textContent()) ?? ''
        for (const word of words) expect(told).toContain(word)
      },
    }
  }

  return {
    stack,
    at: async (visitor, address) => {
      const page = await pageOf(visitor)
      await page.goto(`${server.url}${address}`)
      return seatOf(page)
    },
    secretariat: () => signedIn(as('signe@os2.example', 'secretariat')),
    member: ({ email, name }, role = 'board') => signedIn(as(email, role), name),
    holder: ({ email }, purpose, project) => ({ actor: { ...as(email, purpose), project, link: true } }),
    leave: async () => {
      for (const page of pages.values()) await page.context().close()
    },
  }
}

export const { helle, amir, kirsten, birgitte, anja } = people
