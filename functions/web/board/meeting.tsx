import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { page } from '../layout.tsx'
import { Success } from '../parts/success.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { Agenda } from './agenda.tsx'
import type { Candidate } from './candidates.ts'
import { Leading } from './leading.tsx'
import { Members } from './members.tsx'
import { Ranking } from './ranking.tsx'
import type { Table } from './table.ts'
import type { Tried } from './tried.ts'

/** What a meeting is called: its form and day. */
export const meetingTitle = (
  { words: { board }, dayOf }: Reader,
  { meeting: { form, meetsAt } }: Pick<Table, 'meeting'>,
): string => board.meeting.title(form, dayOf(meetsAt))

/** `GET /board/{id}`: a meeting: when and where, its agenda, who sits at it. */
export const meetingPage = (
  request: PageRequest,
  table: Table,
  { candidates, tried }: { readonly candidates: readonly Candidate[] | undefined; readonly tried: Tried | undefined },
): EdgeAnswer => {
  // Where it was shown again after a form, the address is the form's.
  const reader = { ...readerOf(request), address: `/board/${table.meeting.id}` }
  const { board } = reader.words
  const stateOf = (act: string) => (tried?.act === act ? tried.state : undefined)
  return page(
    {
      reader,
      title: meetingTitle(reader, table),
      at: 'board',
      above: [{ label: board.title, href: '/board' }],
      hasErrors: tried?.state.problem !== undefined,
      children: (
        <>
          <Done reader={reader} done={request.query.done} />
          <MeetingFacts reader={reader} table={table} />
          <section aria-labelledby="agenda">
            <h2 id="agenda">{board.meeting.agenda}</h2>
            <Agenda reader={reader} table={table} />
            <p>
              <a href={`/board/${table.meeting.id}#agenda`} data-reload>
                {board.meeting.reload}
              </a>
            </p>
            <p class="trin-steps">
              <a class="button button-secondary" href={`/board/${table.meeting.id}/papers`}>
                {board.meeting.readPapers}
              </a>
              <a class="button button-secondary" href={`/board/${table.meeting.id}/minutes`}>
                {board.meeting.minutes}
              </a>
            </p>
          </section>
          <Ranking reader={reader} table={table} tried={stateOf('rank')} />
          <section aria-labelledby="members">
            <h2 id="members">{board.meeting.members}</h2>
            <Members reader={reader} table={table} tried={stateOf('proxy')} />
          </section>
          <Leading reader={reader} table={table} candidates={candidates} tried={tried} />
        </>
      ),
    },
    tried?.status,
  )
}

/** What was just done here, in words. */
const Done = ({ reader, done }: { readonly reader: Reader; readonly done: string | undefined }) => {
  const { board, meetings } = reader.words
  const said = new Map([
    ['proxy', board.proxy.done],
    ['rank', board.ranking.done],
    ['call', meetings.call.done],
    ['agenda', meetings.run.agenda.done],
    ['conclude', meetings.run.conclude.done],
    ['cancel', meetings.run.cancel.done],
  ]).get(done ?? '')
  return said === undefined ? null : <Success>{said}</Success>
}

/** When, where, and what state it is in. */
const MeetingFacts = ({ reader, table }: { readonly reader: Reader; readonly table: Table }) => {
  const { meeting: words } = reader.words.board
  const { form, state, meetsAt, place, papersDueAt, papersSentAt, budget, quorate } = table.meeting
  return (
    <>
      <dl class="trin-standing">
        <div>
          <dt>{words.when[form]}</dt>
          <dd>{reader.moment(meetsAt)}</dd>
        </div>
        {place !== undefined && (
          <div>
            <dt>{words.place}</dt>
            <dd>{place}</dd>
          </div>
        )}
        <div>
          <dt>{words.papers}</dt>
          <dd>
            {papersSentAt === undefined
              ? words.papersComing(reader.dayOf(papersDueAt))
              : words.papersSent(reader.dayOf(papersSentAt))}
          </dd>
        </div>
        {budget !== undefined && (
          <div>
            <dt>{words.budget}</dt>
            <dd>{reader.kroner(budget.amount)}</dd>
          </div>
        )}
      </dl>
      {state === 'cancelled' && <p class="font-lead">{words.cancelled}</p>}
      {state === 'concluded' && <p class="font-lead">{quorate === false ? words.inquorate : words.concluded}</p>}
    </>
  )
}
