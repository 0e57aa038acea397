import { projectStates } from '../../../../shared/domain/project/state.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { PageAct } from '../../../../shared/http/page-request.ts'
import { listWork } from '../../../../shared/use-cases/list-work.ts'
import type { Choice } from '../../form/fields.tsx'
import { page } from '../../layout.tsx'
import { Due, StateBadge } from '../../parts/standing.tsx'
import { type Reader, readerOf } from '../../reader.ts'
import type { DeskPorts } from '../ports.ts'
import {
  addressOf,
  parties,
  statesOf,
  type Work,
  type Worklist,
  type WorkQuery,
  worklistOf,
  workQuery,
} from './view.ts'

/** `GET /desk`: what is under way, by what is overdue and due; what waits for the secretariat first. */
export const worklistPage =
  ({ projections, clock }: Pick<DeskPorts, 'projections' | 'clock'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const query = workQuery(request.query)
    const now = clock()
    const list = worklistOf(await listWork(statesOf(query), projections), query, now)
    const { desk: words } = reader.words
    return page({
      reader,
      title: words.title,
      at: 'desk',
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          <Views reader={reader} query={query} list={list} />
          <Filter reader={reader} query={query} authorities={list.authorities} />
          <Groups reader={reader} query={query} list={list} now={now} />
          <Pages reader={reader} query={query} list={list} />
          <Elsewhere reader={reader} />
        </>
      ),
    })
  }

interface ListProps {
  readonly reader: Reader
  readonly query: WorkQuery
  readonly list: Worklist
}

const Views = ({ reader, query, list }: ListProps) => {
  const { desk: words } = reader.words
  return (
    <nav aria-label={words.views}>
      <ul class="trin-tabs nobullet-list no-max-width">
        {(['all', 'ours'] as const).map((view) => (
          <li key={view}>
            <a href={addressOf(query, { view })} aria-current={view === query.view ? 'true' : undefined}>
              {words.view[view](list[view])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const isNarrowed = ({ state, level, party, authority, search }: WorkQuery): boolean =>
  [state, level, party, authority, search].some((one) => one !== undefined)

/** Asks by the address, so that a list can be kept, sent and gone back to. */
const Filter = ({
  reader,
  query,
  authorities,
}: {
  readonly reader: Reader
  readonly query: WorkQuery
  readonly authorities: readonly string[]
}) => {
  const { desk, standing } = reader.words
  const { filter: words } = desk
  const states = projectStates.map((value) => ({ value, label: reader.labels.states[value] }))
  const levels = (['1', '2', '3', 'none'] as const).map((value) => ({ value, label: words.levels[value] }))
  const who = parties.map((value) => ({ value, label: standing.parties[value] }))
  const level = query.level === undefined ? undefined : String(query.level)
  return (
    <details class="trin-filter" open={isNarrowed(query)}>
      <summary>{words.title}</summary>
      <form method="get" action="/desk" class="trin-fields">
        {query.view === 'ours' && <input type="hidden" name="view" value="ours" />}
        <div class="form-group">
          <label class="form-label" for="search">
            {words.search}
          </label>
          <input class="form-input" type="search" id="search" name="search" value={query.search} maxlength={200} />
        </div>
        <Narrow name="state" label={words.state} any={words.anyState} choices={states} chosen={query.state} />
        <Narrow name="level" label={words.level} any={words.any} choices={levels} chosen={level} />
        <Narrow name="party" label={words.party} any={words.any} choices={who} chosen={query.party} />
        <Narrow
          name="authority"
          label={words.authority}
          any={words.any}
          choices={authorities.map((value) => ({ value, label: value }))}
          chosen={query.authority}
        />
        <p class="trin-buttons">
          <button type="submit" class="button button-secondary">
            {words.apply}
          </button>
          <a href={query.view === 'ours' ? '/desk?view=ours' : '/desk'}>{words.reset}</a>
        </p>
      </form>
    </details>
  )
}

const Narrow = ({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
}) => (
  <div class="form-group">
    <label class="form-label" for={name}>
      {label}
    </label>
    <select class="form-select" id={name} name={name}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
)

const Groups = ({ reader, query, list, now }: ListProps & { readonly now: Instant }) => {
  const { desk: words } = reader.words
  const filled = list.groups.filter(({ count }) => count > 0)
  if (filled.length === 0)
    return isNarrowed(query) || query.view === 'ours' ? (
      <>
        <p>{words.nothingFits}</p>
        <p>
          <a href="/desk">{words.showAll}</a>
        </p>
      </>
    ) : (
      <p>{words.empty}</p>
    )
  return (
    <>
      {filled.map(({ name, count, works }) => (
        <section key={name} aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`}>{words.groups[name](count)}</h2>
          {works.length === 0 ? (
            <p class="trin-soft">{words.elsewhere}</p>
          ) : (
            <ul class="trin-work nobullet-list no-max-width">
              {works.map((work) => (
                <Item key={work.row.id} reader={reader} work={work} now={now} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}

const Item = ({ reader, work, now }: { readonly reader: Reader; readonly work: Work; readonly now: Instant }) => {
  const { desk: words, standing } = reader.words
  const { row, ours, dueAt } = work
  const isLate = dueAt !== undefined && dueAt < now
  return (
    <li class={ours ? 'trin-ours' : undefined}>
      <h3>
        <a href={`/desk/projects/${row.id}`}>{row.title}</a>
      </h3>
      <p>
        {ours && <strong class="badge badge-info">{words.ours}</strong>}
        <StateBadge reader={reader} state={row.state} />
        <span>{row.level === undefined ? standing.noLevel : standing.level(row.level)}</span>
        <span>{row.authority}</span>
      </p>
      <p>
        {row.whoseMove === undefined ? standing.closed : toDo(reader, work, row.whoseMove, isLate)}{' '}
        {isLate && <Due reader={reader} dueAt={dueAt} now={now} />}
        {work.task === undefined && row.whoseMove !== undefined && (
          <span class="trin-soft">
            {standing.parties[row.whoseMove]} {standing.since(reader.dayOf(row.since))}
          </span>
        )}
      </p>
    </li>
  )
}

const tasks = {
  revision: 'look-at-revision',
  review: 'review',
  graduation: 'check-graduation',
  change: 'answer-escalated-change',
  condition: 'fulfil',
  evaluation: 'evaluate',
} as const

/** What is to be done, by whom, and by when where that is still ahead. */
const toDo = (
  { words: { moves, standing }, dayOf }: Reader,
  { row, ours, task, dueAt }: Work,
  who: NonNullable<Work['row']['whoseMove']>,
  isLate: boolean,
): string => {
  const doing = task === undefined ? row.doing : tasks[task.kind]
  const day = dueAt === undefined || isLate ? undefined : dayOf(dueAt)
  if (doing === undefined) return day === undefined ? '' : standing.until(day)
  const by = day === undefined ? '' : moves.by(day)
  return ours ? moves.tasks[doing].yours(by) : moves.tasks[doing].theirs(by, moves.parties[who])
}

const Pages = ({ reader, query, list: { page: here, pages } }: ListProps) => {
  const { desk: words } = reader.words
  if (pages === 1) return null
  return (
    <nav class="trin-pages" aria-label={words.pages}>
      {here > 1 && (
        <a rel="prev" href={addressOf(query, { page: here - 1 })}>
          {words.previous}
        </a>
      )}
      <span>{words.page(here, pages)}</span>
      {here < pages && (
        <a rel="next" href={addressOf(query, { page: here + 1 })}>
          {words.next}
        </a>
      )}
    </nav>
  )
}

const Elsewhere = ({ reader }: { readonly reader: Reader }) => {
  const { desk: words } = reader.words
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{words.elsewhereOnDesk}</h2>
      <ul class="unstyled-list">
        <li>
          <a href="/board">{words.toBoard}</a>
        </li>
        <li>
          <a href="/desk/people">{words.toPeople}</a>
        </li>
        <li>
          <a href="/desk/failures">{words.toFailures}</a>
        </li>
      </ul>
    </section>
  )
}
