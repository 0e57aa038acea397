import { Feed } from 'feed'
import type { ProjectRow } from '../../shared/api/row-views.ts'
import { feedWords } from '../../shared/i18n/feed-words.ts'
import { labels } from '../../shared/i18n/labels.ts'
import type { Language } from '../../shared/i18n/language.ts'

const most = 50

/** What is new in the portfolio, as RSS 2.0: each time that a project comes to another party or state is a piece of news. */
export const portfolioNews = (rows: readonly ProjectRow[], language: Language, baseUrl: string): string => {
  const words = feedWords[language]
  const newest = rows.toSorted((a, b) => (a.since < b.since ? 1 : -1)).slice(0, most)
  const feed = new Feed({
    title: words.newsTitle,
    description: words.newsDescription,
    id: `${baseUrl}/portfolio`,
    link: `${baseUrl}/portfolio`,
    language,
    copyright: '',
    feedLinks: { rss: `${baseUrl}/portfolio.rss` },
    ...(newest[0] === undefined ? {} : { updated: new Date(newest[0].since) }),
  })
  for (const { id, title, purpose, theme, state, since } of newest)
    feed.addItem({
      title: `${title}: ${labels[language].states[state]}`,
      id: `${id}/${state}/${since}`,
      link: `${baseUrl}/portfolio/${id}`,
      description: purpose,
      ...(theme === undefined ? {} : { category: [{ name: labels[language].themes[theme] }] }),
      date: new Date(since),
    })
  return feed.rss2()
}
