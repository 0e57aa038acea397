import { stringify } from 'csv-stringify/sync'
import type { ProjectRow } from '../../shared/api/row-views.ts'
import { feedWords } from '../../shared/i18n/feed-words.ts'
import { labels } from '../../shared/i18n/labels.ts'
import type { Language } from '../../shared/i18n/language.ts'

/** Danish spreadsheets expect semicolons, since the comma is their decimal mark. */
const delimiters: Readonly<Record<Language, string>> = { da: ';', en: ',' }

/**
 * The portfolio as CSV (RFC 4180), with a byte order mark, so that spreadsheets read it as UTF-8. What a spreadsheet would
 * take for a formula gets an apostrophe before it: titles are what anybody wrote.
 */
export const portfolioCsv = (rows: readonly ProjectRow[], language: Language, baseUrl: string): string => {
  const { columns } = feedWords[language]
  return stringify(
    rows.map((row) => ({
      id: row.id,
      title: row.title,
      authority: row.authority,
      authorities: row.authorities.join(', '),
      theme: row.theme === undefined ? '' : labels[language].themes[row.theme],
      level: row.level ?? '',
      state: labels[language].states[row.state],
      since: row.since.slice(0, 10),
      submitted: row.submittedAt.slice(0, 10),
      budget: row.budget === undefined ? '' : row.budget.amount / 100,
      live: row.live ?? 0,
      assessed: row.assessedLevel ?? '',
      link: `${baseUrl}/portfolio/${row.id}`,
      purpose: row.purpose,
    })),
    {
      bom: true,
      header: true,
      columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
      delimiter: delimiters[language],
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
}
