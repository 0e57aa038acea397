import { page } from '../layout.tsx'
import type { Reader } from '../reader.ts'

/** Where messages that did not get through are shown, and tried again. */
export const failuresPath = '/desk/failures'

/** The queues do not answer, or stopped answering while messages were brought back: nothing is lost by that. */
export const failuresAway = (reader: Reader, status: number, correlationId: string) => {
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
