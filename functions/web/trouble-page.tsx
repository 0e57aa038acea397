import type { EdgeAnswer } from '../../shared/http/exchange.ts'
import type { PresentTrouble } from '../../shared/http/page-edge.ts'
import { problemOf } from '../../shared/http/problem.ts'
import type { Trouble } from '../../shared/http/trouble.ts'
import { keptFormPage } from './entrance/kept-form.tsx'
import { linkNeeded, projectOfPath } from './entrance/link-needed.tsx'
import { page, seeOther } from './layout.tsx'
import { type Reader, readerOf } from './reader.ts'

/**
 * What went wrong, on a page of its own: what it is, and where to go from here. Whoever has not come in is shown how: by a
 * personal link where the page is a project's own, else by signing in. A form that can be sent again is kept.
 */
export const troublePage: PresentTrouble = (trouble, about) => {
  const reader = readerOf(about)
  const { shell } = reader.words
  const { status, problem, headers } = problemOf(trouble, about.language, about.correlationId)
  const { kept } = about
  const said = { title: problem.title, detail: detailOf(trouble, shell) ?? problem.detail }
  if (kept !== undefined)
    return retriedAfter(keptFormPage({ reader, path: about.path, kept, trouble: said, status }), headers)
  if (trouble.kind === 'unauthenticated') {
    const project = projectOfPath(about.path)
    return project === undefined
      ? seeOther(`/sign-in?to=${encodeURIComponent(reader.address)}`)
      : linkNeeded(reader, project, about.visitor.expired === 'link' ? 'expired' : 'none')
  }
  const answer = page(
    {
      reader,
      title: said.title,
      children: (
        <>
          <p class="font-lead">{said.detail}</p>
          <p>
            <a href="/">{shell.trouble.toFront}</a>
          </p>
          {status >= 500 && <p class="trin-soft">{shell.trouble.reference(about.correlationId)}</p>}
        </>
      ),
    },
    status,
  )
  return retriedAfter(answer, headers)
}

/** What went wrong with us, to somebody who looks at a page: a problem's words are for who writes a program. */
const detailOf = ({ kind }: Trouble, { trouble }: Reader['words']['shell']): string | undefined =>
  kind === 'internal' || kind === 'unavailable' ? trouble[kind] : undefined

const retriedAfter = (answer: EdgeAnswer, { 'retry-after': seconds }: Readonly<Record<string, string>>): EdgeAnswer =>
  seconds === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': seconds } }
