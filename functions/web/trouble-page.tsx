import type { PresentTrouble } from '../../shared/http/page-edge.ts'
import { problemOf } from '../../shared/http/problem.ts'
import { page, seeOther } from './layout.tsx'
import { readerOf } from './reader.ts'

/** What went wrong, on a page of its own: what it is, and where to go from here. Whoever is not signed in comes by there. */
export const troublePage: PresentTrouble = (trouble, about) => {
  const reader = readerOf(about)
  const { shell } = reader.words
  const isLinkExpired = about.visitor.expired === 'link'
  if (trouble.kind === 'unauthenticated' && !isLinkExpired && !about.path.startsWith('/p/'))
    return seeOther(`/sign-in?to=${encodeURIComponent(about.path)}`)
  const { status, problem, headers } = problemOf(trouble, about.language, about.correlationId)
  const { 'retry-after': retryAfter } = headers
  const answer = page(
    {
      reader,
      title: problem.title,
      children: (
        <>
          <p class="font-lead">{isLinkExpired ? shell.trouble.expiredLink : problem.detail}</p>
          <ul class="unstyled-list">
            {isLinkExpired && (
              <li>
                <a href="/links">{shell.trouble.newLink}</a>
              </li>
            )}
            <li>
              <a href="/">{shell.trouble.toFront}</a>
            </li>
          </ul>
          {status >= 500 && <p class="trin-soft">{shell.trouble.reference(about.correlationId)}</p>}
        </>
      ),
    },
    status,
  )
  return retryAfter === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } }
}
