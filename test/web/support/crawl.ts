import type { Visitor } from '../../../shared/use-cases/people.ts'
import type { PageAnswer, PageWorld } from './page-world.ts'

/** Addresses of pages that a page links to: ours, without a place on the page, nothing that is no page. */
export const linksIn = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)]
      .map(([, address = '']) => address.replaceAll('&amp;', '&'))
      .filter((address) => !/^\/(assets|language|sign-in|local|openapi)/.test(address)),
  ),
]

/** Pages that look alike: `/p/prj_…/report` of two projects in the same state are two, a filter's addresses are one. */
const withoutQuery = (address: string): string => address.replace(/\?.*$/, '')

/** Every page that a visitor comes to by following links from where they begin, by the address that led there; each once, whatever its query. */
export const crawl = async (
  world: PageWorld,
  from: readonly string[],
  as: Visitor | undefined,
  most = 1_500,
): Promise<ReadonlyMap<string, PageAnswer>> => {
  const seen = new Set<string>()
  const answers = new Map<string, PageAnswer>()
  const queue = [...from]
  while (queue.length > 0 && answers.size < most) {
    const address = queue.shift() ?? '/'
    const key = withoutQuery(address)
    if (seen.has(key)) continue
    seen.add(key)
    const answer = await world.get(address, as === undefined ? {} : { as })
    answers.set(address, answer)
    if (answer.headers['content-type']?.startsWith('text/html') === true) queue.push(...linksIn(answer.text))
  }
  return answers
}
