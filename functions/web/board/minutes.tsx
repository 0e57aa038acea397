import { type MinutesView, minutesView } from '../../../shared/api/minutes-view.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import { meetingIn } from '../../../shared/http/meeting-answers.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readMeeting } from '../../../shared/use-cases/read-meeting.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { DecisionFacts } from './decision-facts.tsx'
import type { BoardPorts } from './ports.ts'

type Item = MinutesView['items'][number]

/** `GET /board/{id}/minutes`: what was decided on each item, by which count, and what happens next. */
export const minutesPage = async (ports: BoardPorts, request: PageRequest): Promise<EdgeAnswer> => {
  const found = await readMeeting(ports, meetingIn(request), request.actor)
  if (found === undefined) throw new InTrouble({ kind: 'not-found' })
  const reader = readerOf(request)
  const { board, decisions } = reader.words
  const { minutes: words } = decisions
  const { id, state, form, meetsAt, place, quorate, members, items } = minutesView(
    found.meeting,
    found.people,
    found.projects,
    found.settled,
  )
  const title = board.meeting.title(form, reader.dayOf(meetsAt))
  return page({
    reader,
    title: words.of(title),
    at: 'board',
    above: [
      { label: board.title, href: '/board' },
      { label: title, href: `/board/${id}` },
    ],
    children: (
      <div class="trin-minutes">
        <p class="trin-on-screen">{words.print}</p>
        <p>
          {reader.moment(meetsAt)}
          {place !== undefined && ` · ${place}`}
        </p>
        {state === 'called' && <p>{words.notYet}</p>}
        {state === 'cancelled' && <p>{board.meeting.cancelled}</p>}
        {quorate !== undefined && <p>{quorate ? words.quorate : words.inquorate}</p>}
        <h2>{words.attendance}</h2>
        <ul>
          {members.map(({ name, authority, seat }) => (
            <li key={`${authority}-${name}`}>
              {name ?? board.meeting.unnamed}, {authority}
              {seat !== 'member' && ` (${board.seats[seat].toLowerCase()})`}
            </li>
          ))}
        </ul>
        {items.map((item, place) => (
          <MinuteItem
            key={item.project}
            reader={reader}
            item={item}
            number={place + 1}
            isHeld={state === 'concluded' && quorate !== false}
          />
        ))}
      </div>
    ),
  })
}

const MinuteItem = ({
  reader,
  item,
  number,
  isHeld,
}: {
  readonly reader: Reader
  readonly item: Item
  readonly number: number
  /** Only a board that met has heard of what it was to be told. */
  readonly isHeld: boolean
}) => {
  const { board, decisions } = reader.words
  const { kind, title, level, outcome, decision, settled, excluded } = item
  const { minutes: words } = decisions
  const notDecided = kind !== 'information' ? words.undecided : isHeld ? words.seen : undefined
  const said = outcome === null ? notDecided : board.outcomes[outcome]
  return (
    <section class="trin-minute">
      <h2>
        {number}. {title}
      </h2>
      <p class="trin-soft">
        {[board.kinds[kind], ...(level === undefined ? [] : [board.item.level(level)])].join(' · ')}
      </p>
      {said !== undefined && (
        <p>
          <strong>{said}</strong>
          {decision !== null && `. ${board.item.decided(board.decidedBy[decision.by], reader.dayOf(decision.at))}`}
        </p>
      )}
      {decision !== null && <DecisionFacts reader={reader} decision={decision} settled={settled} />}
      {excluded.length > 0 && (
        <p>
          {words.excluded}:{' '}
          {excluded
            .map(
              ({ name, authority, why }) => `${name ?? board.meeting.erased}, ${authority} (${board.exclusions[why]})`,
            )
            .join('; ')}
        </p>
      )}
    </section>
  )
}
