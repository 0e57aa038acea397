import { Timeline } from '../parts/timeline.tsx'
import type { Reader } from '../reader.ts'
import type { Case } from './load.ts'

/** What happened since the reader looked: what somebody else did meanwhile. @param after the version that they saw */
export const News = ({
  reader,
  history,
  after,
}: {
  readonly reader: Reader
  readonly history: Case['history']
  readonly after: number
}) => {
  const news = history.filter(({ version }) => version > after)
  if (news.length === 0) return null
  return (
    <section class="trin-news" aria-labelledby="news">
      <h2 id="news">{reader.words.case.news}</h2>
      <Timeline reader={reader} told={news} />
    </section>
  )
}
