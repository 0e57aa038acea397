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
      title: `${inSection(title)}: ${labels[language].states[state]}`,
      id: `${id}/${state}/${since}`,
      link: `${baseUrl}/portfolio/${id}`,
      description: asHtml(purpose),
      ...(theme === undefined ? {} : { category: [{ name: labels[language].themes[theme] }] }),
      date: new Date(since),
    })
  return feed.rss2()
}

/**
 * Titles stand in a section of text (CDATA), of whose ends the library parts the first alone: a second one would make what
 * follows it elements of the feed. Of no use in a title.
 */
const inSection = (text: string): string => withoutForbidden(text).replaceAll(']]>', ']] >')

/** What describes a piece of news is read as HTML (RSS 2.0): text that somebody typed must stay text there. */
const asHtml = (text: string): string =>
  withoutForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** No document of XML may hold these two (XML 1.0, 2.2): with one of them nobody could read the feed. */
const withoutForbidden = (text: string): string => text.replaceAll(/[\ufffe\uffff]/g, '')
