import * as z from 'zod/mini'
import { type ProjectRow, projectRow } from '../../../shared/api/row-views.ts'
import { projectStates } from '../../../shared/domain/project/state.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { alphabetical } from '../../../shared/i18n/alphabetical.ts'
import { surveyProjects } from '../../../shared/use-cases/public-projects.ts'
import { Select, TextField } from '../form/fields.tsx'
import type { FormState } from '../form/state.ts'
import { page } from '../layout.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { StateBadge } from '../parts/standing.tsx'
import { themeChoices } from '../parts/themes.ts'
import { type Reader, readerOf } from '../reader.ts'
import { Funnel } from './funnel.tsx'
import type { PortfolioPorts } from './ports.ts'
import { addressOf, type PortfolioQuery, portfolioQuery } from './query.ts'

const levels = [1, 2, 3] as const
/** Rows on one page: what stays under the weight that a page may have. */
const most = 60

/** `GET /portfolio`: what anybody may know of, from the board's decision on. */
export const portfolioPage =
  ({ projections, clock }: Pick<PortfolioPorts, 'projections' | 'clock'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const query = z.parse(portfolioQuery, request.query)
    const { projects, counts } = await surveyProjects(projections)
    const rows = projects.map((one) => projectRow(one, { actor: { kind: 'anonymous' }, now: clock() }))
    const found = rows.filter((row) => fits(row, query))
    const { portfolio: words } = reader.words
    return page({
      reader,
      title: words.title,
      at: 'portfolio',
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          <Funnel reader={reader} counts={counts} />
          <p>
            <a href="/portfolio/times">{words.times.link}</a>
          </p>
          <Filters reader={reader} query={query} rows={rows} />
          <Found reader={reader} query={query} found={found} isAll={found.length === rows.length} />
          <Feeds reader={reader} />
        </>
      ),
    })
  }

const fits = (row: ProjectRow, { state, level, authority, theme, q }: PortfolioQuery): boolean =>
  (state === undefined || row.state === state) &&
  (level === undefined || String(row.level) === level) &&
  (authority === undefined || [row.authority, ...row.authorities].includes(authority)) &&
  (theme === undefined || row.theme === theme) &&
  (q === undefined || `${row.title} ${row.purpose}`.toLowerCase().includes(q.toLowerCase()))

const Filters = ({
  reader,
  query,
  rows,
}: {
  readonly reader: Reader
  readonly query: PortfolioQuery
  readonly rows: readonly ProjectRow[]
}) => {
  const { portfolio: words, standing } = reader.words
  const { view = 'cards', ...asked } = query
  const typed = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  const form: FormState = { key: '', typed }
  const authorities = alphabetical(rows.flatMap((row) => [row.authority, ...row.authorities]))
  const states = projectStates.filter((state) => rows.some((row) => row.state === state))
  const themes = themeChoices(reader).filter(({ value }) => rows.some((row) => row.theme === value))
  const choice = { reader, form, plain: true }
  return (
    <search>
      <form method="get" action="/portfolio" class="trin-filters">
        <TextField {...choice} name="q" label={words.filters.search} type="search" />
        <Select
          {...choice}
          name="state"
          label={words.columns.state}
          none={words.filters.all}
          choices={states.map((state) => ({ value: state, label: reader.labels.states[state] }))}
        />
        <Select
          {...choice}
          name="level"
          label={words.columns.level}
          none={words.filters.all}
          choices={levels.map((level) => ({ value: String(level), label: standing.level(level) }))}
        />
        <Select
          {...choice}
          name="authority"
          label={words.columns.authority}
          none={words.filters.all}
          choices={authorities.map((one) => ({ value: one, label: one }))}
        />
        {themes.length > 0 && (
          <Select {...choice} name="theme" label={words.columns.theme} none={words.filters.all} choices={themes} />
        )}
        <input type="hidden" name="view" value={view} />
        <button type="submit" class="button button-secondary">
          {words.filters.show}
        </button>
      </form>
    </search>
  )
}

const Found = ({
  reader,
  query,
  found,
  isAll,
}: {
  readonly reader: Reader
  readonly query: PortfolioQuery
  readonly found: readonly ProjectRow[]
  readonly isAll: boolean
}) => {
  const { portfolio: words } = reader.words
  const other = query.view === 'table' ? 'cards' : 'table'
  if (found.length === 0)
    return (
      <p>
        {isAll ? words.empty : words.nothingFound} {!isAll && <a href="/portfolio">{words.filters.clear}</a>}
      </p>
    )
  const shown = found.slice(0, most)
  return (
    <section aria-labelledby="found">
      <h2 id="found" class="h3">
        {words.found(found.length)}
      </h2>
      <p>
        <a href={addressOf(query, { view: other })}>{words.views[other]}</a>
        {shown.length < found.length && <span class="trin-soft"> {words.cut(most)}</span>}
      </p>
      {query.view === 'table' ? <Table reader={reader} rows={shown} /> : <Cards reader={reader} rows={shown} />}
    </section>
  )
}

const Cards = ({ reader, rows }: { readonly reader: Reader; readonly rows: readonly ProjectRow[] }) => {
  const { standing } = reader.words
  return (
    <ul class="trin-cards no-max-width">
      {rows.map((row) => (
        <li key={row.id}>
          <h3 class="h5">
            <a href={`/portfolio/${row.id}`}>{row.title}</a>
          </h3>
          <p>
            <StateBadge reader={reader} state={row.state} />{' '}
            {row.level === undefined ? standing.noLevel : standing.level(row.level)}
          </p>
          <p>{shortened(row.purpose)}</p>
          {row.theme !== undefined && <p class="trin-soft">{reader.labels.themes[row.theme]}</p>}
          <p class="trin-soft">{[...new Set([row.authority, ...row.authorities])].join(', ')}</p>
        </li>
      ))}
    </ul>
  )
}

const longest = 180
const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`

const Table = ({ reader, rows }: { readonly reader: Reader; readonly rows: readonly ProjectRow[] }) => {
  const { portfolio: words, standing } = reader.words
  const { project, theme, authority, level, state, since } = words.columns
  return (
    <DataTable
      title={words.title}
      columns={[project, theme, authority, level, state, since]}
      rows={rows.map((row) => ({
        key: row.id,
        head: <a href={`/portfolio/${row.id}`}>{row.title}</a>,
        cells: [
          row.theme === undefined ? '' : reader.labels.themes[row.theme],
          row.authority,
          row.level === undefined ? standing.noLevel : standing.level(row.level),
          <StateBadge key="state" reader={reader} state={row.state} />,
          reader.dayOf(row.since),
        ],
      }))}
    />
  )
}

const Feeds = ({ reader }: { readonly reader: Reader }) => {
  const { feeds } = reader.words.portfolio
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds" class="h4">
        {feeds.title}
      </h2>
      <ul class="trin-links nobullet-list">
        {(['csv', 'json', 'rss'] as const).map((format) => (
          <li key={format}>
            <a href={`/portfolio.${format}`}>{feeds[format]}</a>
          </li>
        ))}
        <li>
          <a href="/meetings.ics">{feeds.meetings}</a>
        </li>
      </ul>
    </section>
  )
}
