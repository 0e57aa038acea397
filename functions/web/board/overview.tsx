import { dateOf } from '../../../shared/domain/calendar/days.ts'
import { boardRolesOf, callers } from '../../../shared/domain/meeting/acts.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import type { MeetingSummary, ProjectSummary } from '../../../shared/use-cases/ports.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { Agenda } from './agenda.tsx'
import { awaitingMeeting } from './candidates.ts'
import { meetingRows } from './meetings.ts'
import type { BoardPorts } from './ports.ts'
import { type Table, tableAt } from './table.ts'

/** How many past meetings are shown; the decision log knows them all. */
const mostPast = 20

/** `GET /board`: the next meeting first, those to come, and those that have been. */
export const overviewPage =
  (ports: BoardPorts): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const now = ports.clock()
    const rows = (await meetingRows(ports)).toSorted((a, b) => (a.meetsAt < b.meetsAt ? -1 : 1))
    const called = rows.filter(({ state }) => state === 'called')
    const isOver = ({ form, meetsAt }: MeetingSummary): boolean =>
      form === 'meeting' ? dateOf(meetsAt) < dateOf(now) : meetsAt < now
    const [next, ...coming] = called.filter((row) => !isOver(row))
    const table = next === undefined ? undefined : await tableAt(ports, next.id, request.actor)
    const past = rows.filter(({ state }) => state !== 'called').toReversed()
    const awaiting = await awaitingMeeting(request.actor, ports)
    const { board, meetings } = reader.words
    const mayCall = boardRolesOf(request.actor).some((role) => callers.meeting.some((caller) => caller === role))
    return page({
      reader,
      title: board.title,
      at: 'board',
      children: (
        <>
          {table === undefined ? (
            <>
              <p class="font-lead">{meetings.none}</p>
              <p>{meetings.noneNext}</p>
            </>
          ) : (
            <NextMeeting reader={reader} table={table} />
          )}
          <Awaiting
            reader={reader}
            rows={awaiting}
            now={now}
            isDesk={boardRolesOf(request.actor).includes('secretariat')}
          />
          <Unfinished reader={reader} rows={called.filter(isOver)} />
          {coming.length > 0 && (
            <section aria-labelledby="coming">
              <h2 id="coming">{meetings.coming}</h2>
              <MeetingList reader={reader} rows={coming} />
            </section>
          )}
          <p class="trin-steps">
            {mayCall && (
              <a class="button button-secondary" href="/board/call">
                {meetings.call.title}
              </a>
            )}
            <a class="button button-secondary" href="/board/decisions">
              {meetings.log}
            </a>
            <a class="button button-secondary" href="/meetings.ics">
              {meetings.calendar}
            </a>
          </p>
          <section aria-labelledby="past">
            <h2 id="past">{meetings.past}</h2>
            {past.length === 0 ? (
              <p>{meetings.noPast}</p>
            ) : (
              <MeetingList reader={reader} rows={past.slice(0, mostPast)} />
            )}
          </section>
        </>
      ),
    })
  }

const NextMeeting = ({ reader, table }: { readonly reader: Reader; readonly table: Table }) => {
  const { board, meetings } = reader.words
  const { id, form, meetsAt, place } = table.meeting
  return (
    <section aria-labelledby="next">
      <h2 id="next">
        {meetings.next[form]}: {reader.moment(meetsAt)}
      </h2>
      {place !== undefined && (
        <p>
          {board.meeting.place}: {place}
        </p>
      )}
      <Agenda reader={reader} table={table} />
      <p>
        <a class="button button-primary" href={`/board/${id}`}>
          {form === 'meeting' ? meetings.open : meetings.openVote}
        </a>
      </p>
    </section>
  )
}

/** What no meeting has on its agenda: why one is to be called. */
const Awaiting = ({
  reader,
  rows,
  now,
  isDesk,
}: {
  readonly reader: Reader
  readonly rows: readonly ProjectSummary[]
  readonly now: Instant
  /** Whether the reader can open cases at the desk. */
  readonly isDesk: boolean
}) => {
  const { board, meetings, standing } = reader.words
  return rows.length === 0 ? null : (
    <section aria-labelledby="awaiting">
      <h2 id="awaiting">{meetings.awaiting(rows.length)}</h2>
      <ul class="trin-agenda no-max-width">
        {rows.map(({ id, title, state, level, authority, disputed, dueAt }) => (
          <li key={id}>
            {isDesk ? <a href={`/desk/projects/${id}`}>{title}</a> : title}
            <p class="trin-soft">
              {[
                disputed === true ? board.kinds.level : reader.labels.states[state],
                ...(level === undefined ? [] : [board.item.level(level)]),
                authority,
                ...(dueAt === undefined || disputed === true
                  ? []
                  : [(dueAt < now ? standing.overdue : standing.until)(reader.dayOf(dueAt))]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Unfinished = ({ reader, rows }: { readonly reader: Reader; readonly rows: readonly MeetingSummary[] }) => {
  const { meetings } = reader.words
  return rows.length === 0 ? null : (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">{meetings.unfinished}</h2>
      <p>{meetings.unfinishedText}</p>
      <MeetingList reader={reader} rows={rows} />
    </section>
  )
}

const MeetingList = ({ reader, rows }: { readonly reader: Reader; readonly rows: readonly MeetingSummary[] }) => {
  const { board, meetings } = reader.words
  return (
    <ul class="trin-votes no-max-width">
      {rows.map(({ id, form, meetsAt, place, items, state }) => (
        <li key={id}>
          <span class="trin-voter">
            <a href={`/board/${id}`}>{board.meeting.title(form, reader.dayOf(meetsAt))}</a>
          </span>
          <span class="trin-choice">
            {[
              ...(place === undefined ? [] : [place]),
              meetings.items(items),
              ...(state === 'called' ? [] : [reader.labels.states[state]]),
            ].join(' · ')}
            {state === 'concluded' && (
              <>
                {' · '}
                <a href={`/board/${id}/minutes`}>{meetings.minutes}</a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
