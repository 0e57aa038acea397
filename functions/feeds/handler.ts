import { type ProjectRow, projectRow } from '../../shared/api/row-views.ts'
import type { Act, Acts, EdgeAnswer } from '../../shared/http/exchange.ts'
import type { Clock, Projections } from '../../shared/use-cases/ports.ts'
import { surveyProjects } from '../../shared/use-cases/public-projects.ts'
import { calledMeetings, meetingsCalendar } from './calendar.ts'
import { portfolioCsv } from './csv.ts'
import { portfolioNews } from './news.ts'

export interface FeedPorts {
  readonly projections: Pick<Projections, 'byState'>
  readonly clock: Clock
  /** Where people reach Trin, without a slash at the end. */
  readonly baseUrl: string
}

/**
 * Public as it is, and for everybody of one language the same: programs that ask often need not ask us. For minutes only,
 * and never beyond: what was erased or withheld since is not to be shown for longer.
 */
const kept = {
  'cache-control': 'public, max-age=300, must-revalidate',
  'access-control-allow-origin': '*',
  vary: 'accept-language',
} as const
const fileOf = (type: string, text: string, name?: string): EdgeAnswer => ({
  status: 200,
  headers: {
    ...kept,
    'content-type': `${type}; charset=utf-8`,
    ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
  },
  text,
})

/** What anybody may know of, for other programs: the portfolio for spreadsheets, sites and readers of news, meetings for calendars. */
export const feedActs = ({ projections, baseUrl, clock }: FeedPorts): Acts => {
  const rows = async (): Promise<readonly ProjectRow[]> =>
    (await surveyProjects(projections)).projects.map((one) =>
      projectRow(one, { actor: { kind: 'anonymous' }, now: clock() }),
    )
  const csv: Act = async ({ language }) =>
    fileOf('text/csv', portfolioCsv(await rows(), language, baseUrl), 'os2-portfolio.csv')
  return {
    'GET /portfolio.csv': csv,
    'GET /portfolio.json': async () => ({ status: 200, headers: kept, json: { items: await rows() } }),
    'GET /portfolio.rss': async ({ language }) =>
      fileOf('application/rss+xml', portfolioNews(await rows(), language, baseUrl)),
    'GET /meetings.ics': async ({ language }) =>
      fileOf('text/calendar', meetingsCalendar(await calledMeetings(projections), language, baseUrl), 'os2-moeder.ics'),
  }
}
