import type { PresentTrouble } from '../../shared/http/page-edge.ts'
import { problemOf } from '../../shared/http/problem.ts'
import { linkNeeded, projectOfPath } from './entrance/link-needed.tsx'
import { page, seeOther } from './layout.tsx'
import { readerOf } from './reader.ts'

/**
 * What went wrong, on a page of its own: what it is, and where to go from here. Whoever has not come in is shown how: by a
 * personal link where the page is a project's own, else by signing in.
 */
export const troublePage: PresentTrouble = (trouble, about) => {
  const reader = readerOf(about)
  const { shell } = reader.words
  if (trouble.kind === 'unauthenticated') {
    const project = projectOfPath(about.path)
    return project === undefined
      ? seeOther(`/sign-in?to=${encodeURIComponent(about.path)}`)
      : linkNeeded(reader, project, about.visitor.expired === 'link' ? 'expired' : 'none')
  }
  const { status, problem, headers } = problemOf(trouble, about.language, about.correlationId)
  const { 'retry-after': retryAfter } = headers
  const answer = page(
    {
      reader,
      title: problem.title,
      children: (
        <>
          <p class="font-lead">{problem.detail}</p>
          <p>
            <a href="/">{shell.trouble.toFront}</a>
          </p>
          {status >= 500 && <p class="trin-soft">{shell.trouble.reference(about.correlationId)}</p>}
        </>
      ),
    },
    status,
  )
  return retryAfter === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } }
}
