import type { PresentTrouble } from '../../../shared/http/page-edge.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { troublePage } from '../trouble-page.tsx'

/** Where messages that did not get through are shown, and tried again. */
export const failuresPath = '/desk/failures'

/** The queues do not answer, or stopped answering while messages were brought back: nothing is lost by that. */
const failuresAway = (reader: Reader, status: number, correlationId: string) => {
  const { failures, desk, shell } = reader.words
  return page(
    {
      reader,
      title: failures.away.title,
      at: 'desk',
      above: [{ label: desk.title, href: '/desk' }],
      children: (
        <>
          <p class="font-lead">{failures.away.lead}</p>
          <p>{failures.away.next}</p>
          <p>
            <a href={failuresPath}>{failures.away.look}</a>
          </p>
          <p class="trin-soft">{shell.trouble.reference(correlationId)}</p>
        </>
      ),
    },
    status,
  )
}

/** What went wrong at the desk: where the queues are looked into, it is they that are away. */
export const deskTrouble: PresentTrouble = (trouble, about) => {
  const told = troublePage(trouble, about)
  if (told.status < 500 || about.path !== failuresPath) return told
  return { ...failuresAway(readerOf(about), told.status, about.correlationId), headers: told.headers ?? {} }
}
