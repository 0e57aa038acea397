import type { Reader } from '../../reader.ts'
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
  const { case: words } = reader.words
  const news = history.filter(({ version }) => version > after)
  if (news.length === 0) return null
  return (
    <section class="trin-news" aria-labelledby="news">
      <h2 id="news">{words.news}</h2>
      <ul>
        {news.map(({ version, index, at, by }) => (
          <li key={`${version}-${index}`}>
            {reader.moment(at)} ({by.map((one) => roleLabel(reader, one)).join(', ')})
          </li>
        ))}
      </ul>
    </section>
  )
}

const roleLabel = ({ labels }: Reader, role: string): string =>
  Object.entries(labels.roles).find(([name]) => name === role)?.[1] ?? role
