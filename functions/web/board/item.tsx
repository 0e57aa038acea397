import { paperOn } from '../../../shared/domain/board/paper.ts'
import { dateOf } from '../../../shared/domain/calendar/days.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { page } from '../layout.tsx'
import { Success } from '../parts/success.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { AllCriteria } from './analysis.tsx'
import { Closing } from './closing.tsx'
import { DecisionTaken } from './decision.tsx'
import { KeptText } from './kept-text.tsx'
import { meetingTitle } from './meeting.tsx'
import { PaperParts } from './paper.tsx'
import { missingVotes, type Table, type TableItem, takesVotes, votersFor } from './table.ts'
import type { Tried } from './tried.ts'
import { ConflictForm, VoteForm } from './vote-form.tsx'
import { TakingPart, VotesSoFar } from './votes.tsx'

interface ItemProps {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
}

interface BodyProps extends ItemProps {
  readonly request: PageRequest
  readonly tried: Tried | undefined
}

/** `GET /board/{id}/prj_…`: one item of the agenda: its paper, the votes so far, the reader's own, and its closing. */
export const itemPage = (
  request: PageRequest,
  table: Table,
  project: string | undefined,
  tried?: Tried,
): EdgeAnswer => {
  // Where it was shown again after a form, the address is the form's.
  const reader = { ...readerOf(request), address: `/board/${table.meeting.id}/${project}` }
  const item = table.items.find((one) => one.project.id === project)
  if (item === undefined) throw new InTrouble({ kind: 'not-found' })
  const { board } = reader.words
  const { title } = item.project.concept
  return page(
    {
      reader,
      title,
      at: 'board',
      above: [
        { label: board.title, href: '/board' },
        { label: meetingTitle(reader, table), href: `/board/${table.meeting.id}` },
      ],
      hasErrors: tried?.state.problem !== undefined,
      children: (
        <>
          <ItemHead reader={reader} table={table} item={item} />
          {request.query.done === 'vote' && <Voted reader={reader} table={table} />}
          {request.query.done === 'conflict' && <Success>{board.conflict.done}</Success>}
          {request.query.done === 'decide' && <Success>{reader.words.decisions.done}</Success>}
          <ItemBody reader={reader} request={request} table={table} item={item} tried={tried} />
        </>
      ),
    },
    tried?.status,
  )
}

const ItemHead = ({ reader, table, item }: ItemProps) => {
  const { board } = reader.words
  const { level, concept } = item.project
  const [before, after] = [table.items[item.number - 2], table.items[item.number]]
  const href = ({ project }: TableItem): string => `/board/${table.meeting.id}/${project.id}`
  return (
    <>
      <p class="trin-soft">
        {[
          board.item.number(item.number, table.items.length),
          board.kinds[item.item.kind],
          ...(level === undefined ? [] : [board.item.level(level)]),
          concept.authority,
        ].join(' · ')}
      </p>
      <nav class="trin-steps" aria-label={board.meeting.agenda}>
        {before !== undefined && (
          <a class="button button-secondary" href={href(before)}>
            {board.item.previous}
          </a>
        )}
        <a class="button button-secondary" href={`/board/${table.meeting.id}`}>
          {board.item.toAgenda}
        </a>
        {after !== undefined && (
          <a class="button button-secondary" href={href(after)}>
            {board.item.next}
          </a>
        )}
      </nav>
    </>
  )
}

const Voted = ({ reader, table }: Pick<ItemProps, 'reader' | 'table'>) => {
  const { board } = reader.words
  const [next] = missingVotes(table)
  return (
    <Success>
      {board.vote.done}{' '}
      {next !== undefined && (
        <a href={`/board/${table.meeting.id}/${next.project.id}`}>
          {board.vote.nextMissing}: {next.project.concept.title}
        </a>
      )}
    </Success>
  )
}

const ItemBody = ({ reader, request, table, item, tried }: BodyProps) => {
  const { board } = reader.words
  switch (item.standing) {
    case 'decided':
      return (
        <>
          {tried !== undefined && <KeptText reader={reader} tried={tried} />}
          <DecisionTaken reader={reader} table={table} item={item} />
        </>
      )
    case 'leaving':
      return (
        <>
          {tried !== undefined && <KeptText reader={reader} tried={tried} />}
          <p class="font-lead">{board.item.leaving}</p>
        </>
      )
    case 'information':
      return (
        <>
          <p class="font-lead">{board.item.information}</p>
          <PaperOfItem reader={reader} table={table} item={item} />
        </>
      )
    case 'open':
      return (
        <>
          {tried?.act === 'vote' && !takesVoteOf(item, table) && <KeptText reader={reader} tried={tried} />}
          <div class="row">
            <div class="col-12 col-lg-7">
              <PaperOfItem reader={reader} table={table} item={item} />
            </div>
            <div class="col-12 col-lg-5 trin-ballot">
              <OpenItem reader={reader} request={request} table={table} item={item} tried={tried} />
            </div>
          </div>
        </>
      )
  }
}

/** Whether the reader has a form to vote by. */
const takesVoteOf = (item: TableItem, table: Table): boolean =>
  takesVotes(item, table) && votersFor(item, table).length > 0

const PaperOfItem = ({ reader, table, item }: ItemProps) => {
  const paper = paperOn(item.project, item.item.kind, table.settings)
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">{reader.words.board.item.paper}</h2>
      <PaperParts reader={reader} paper={paper} today={dateOf(table.now)} />
      <AllCriteria reader={reader} paper={paper} />
    </section>
  )
}

const OpenItem = ({ reader, request, table, item, tried }: BodyProps) => {
  const { board } = reader.words
  const stateOf = (act: string) => (tried?.act === act ? tried.state : undefined)
  return (
    <>
      <section aria-labelledby="vote">
        <h2 id="vote">{board.vote.title}</h2>
        <VoteForm reader={reader} table={table} item={item} tried={stateOf('vote')} />
        <ConflictForm reader={reader} table={table} item={item} tried={stateOf('conflict')} />
      </section>
      <section aria-labelledby="votes">
        <h2 id="votes">{board.votes.title}</h2>
        <TakingPart reader={reader} table={table} item={item} />
        <VotesSoFar reader={reader} table={table} item={item} />
        <p>
          <a href={`/board/${table.meeting.id}/${item.project.id}#votes`} data-reload>
            {board.meeting.reload}
          </a>
        </p>
      </section>
      <Closing reader={reader} request={request} table={table} item={item} tried={tried} />
    </>
  )
}
