import { meetingBody } from '../../../shared/api/board-decision.ts'
import { boardActs } from '../../../shared/http/board/acts.ts'
import type { Act, EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageAct, PageActs, PageRequest } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { attempt, freshForm } from '../form/act.ts'
import type { FormState } from '../form/state.ts'
import { seeOther } from '../layout.tsx'
import { callingPage, lastMembers, memberFields } from './calling.tsx'
import { candidatesFor } from './candidates.ts'
import { itemPage } from './item.tsx'
import { logPage } from './log.tsx'
import { meetingPage } from './meeting.tsx'
import { minutesPage } from './minutes.tsx'
import { overviewPage } from './overview.tsx'
import { papersPage } from './papers.tsx'
import type { BoardPorts } from './ports.ts'
import { orderIn } from './ranking.tsx'
import { withoutEmptyRows } from './rows.ts'
import { tableOf } from './table.ts'
import type { Tried } from './tried.ts'
import { isMeant, unusualIn } from './unusual.tsx'

/** What a form of a meeting does: an act of the API, on the meeting or on one item of it. */
interface TableAct {
  readonly act: Act
  readonly about: 'meeting' | 'item'
  /** What was sent, as the API would have it, where a page asks otherwise. */
  readonly sent?: (request: PageRequest) => Promise<unknown> | unknown
}

/** The board's table: its meetings, and what their forms send. What cannot be done is said on the page it was sent from. */
export const boardPages = ({ ports }: { readonly ports: BoardPorts }): PageActs => {
  const acts = tableActs(ports)
  return {
    'GET /board': overviewPage(ports),
    'GET /board/call': async (request) => callingPage(ports, request, freshForm(await lastMembers(ports, request))),
    'POST /board/call': call(ports),
    'GET /board/decisions': logPage(ports),
    'GET /board/{id}': (request) => meetingShown(ports, request),
    'GET /board/{id}/{page}': async (request) => {
      const { page } = request.params
      if (page === 'minutes') return minutesPage(ports, request)
      const table = await tableOf(ports, request)
      return page === 'papers' ? papersPage(request, table) : itemPage(request, table, page)
    },
    'POST /board/{id}/{act}': doAct(ports, acts),
  }
}

const tableActs = (ports: BoardPorts): ReadonlyMap<string, TableAct> => {
  const acts = boardActs(ports)
  return new Map<string, TableAct>([
    ['vote', { act: acts['POST /api/meetings/{id}/votes'], about: 'item' }],
    ['conflict', { act: acts['POST /api/meetings/{id}/conflicts'], about: 'item' }],
    ['decide', { act: acts['POST /api/meetings/{id}/decisions'], about: 'item' }],
    ['proxy', { act: acts['POST /api/meetings/{id}/proxies'], about: 'meeting' }],
    ['rank', { act: acts['POST /api/meetings/{id}/rankings'], about: 'meeting', sent: orderIn }],
    ['agenda', { act: acts['POST /api/meetings/{id}/agenda'], about: 'meeting', sent: entryIn(ports) }],
    ['cancel', { act: acts['POST /api/meetings/{id}/cancellation'], about: 'meeting' }],
    ['conclude', { act: acts['POST /api/meetings/{id}/conclusion'], about: 'meeting', sent: conclusionIn }],
  ])
}

type Sent = Readonly<Record<string, unknown>>

/** Whether something is put on for decision or for information is known of it. */
const entryIn =
  (ports: BoardPorts) =>
  async (request: PageRequest): Promise<unknown> => {
    const values = request.form.values as Sent
    const { meeting } = await tableOf(ports, request)
    const wanted = (await candidatesFor(meeting, request.actor, ports)).find(
      ({ project }) => project === values.project,
    )
    return wanted === undefined ? values : { ...values, kind: wanted.kind }
  }

/** Quorate is what the votes say, unless somebody says that it was not. */
const conclusionIn = ({ form }: PageRequest): unknown => {
  const { inquorate, ...rest } = form.values as Sent
  return inquorate === true ? { ...rest, quorate: false } : rest
}

const doAct =
  (ports: BoardPorts, acts: ReadonlyMap<string, TableAct>): PageAct =>
  async (request) => {
    const { id = '', act: name = '' } = request.params
    const wanted = acts.get(name)
    if (wanted === undefined) throw new InTrouble({ kind: 'not-found' })
    const { project } = request.form.typed
    const item = wanted.about === 'item' && typeof project === 'string' ? project : undefined
    if (asksForRows(request)) return shownAgain(ports, request, item, moreRows(request, name))
    const body = await (wanted.sent?.(request) ?? request.form.values)
    const outcome = await attempt(request, () => wanted.act({ ...request, body }))
    const at = `/board/${id}${item === undefined ? '' : `/${item}`}`
    if ('answer' in outcome) return seeOther(`${at}?done=${name}`)
    return shownAgain(ports, request, item, { act: name, state: outcome.state, status: outcome.status })
  }

/** A form with rows was sent for more of them, and nothing else. */
const asksForRows = ({ form }: PageRequest): boolean => form.own._do === 'more'
const moreRows = ({ form }: PageRequest, act: string): Tried => ({
  act,
  state: {
    ...freshForm(form.typed, form.own._version === undefined ? undefined : Number(form.own._version)),
    wasSent: true,
  },
  status: 200,
})

const shownAgain = async (
  ports: BoardPorts,
  request: PageRequest,
  item: string | undefined,
  tried: Tried,
): Promise<EdgeAnswer> =>
  item === undefined
    ? meetingShown(ports, request, tried)
    : itemPage(request, await tableOf(ports, request), item, tried)

const meetingShown = async (ports: BoardPorts, request: PageRequest, tried?: Tried): Promise<EdgeAnswer> => {
  const table = await tableOf(ports, request)
  const { actor } = request
  const fills = actor.kind === 'person' && actor.roles.includes('secretariat') && table.meeting.state === 'called'
  const candidates = fills ? await candidatesFor(table.meeting, actor, ports) : undefined
  return meetingPage(request, table, { candidates, tried })
}

const call = (ports: BoardPorts): PageAct => {
  const { 'POST /api/meetings': act } = boardActs(ports)
  return async (request) => {
    const sent = withoutEmptyRows(request, 'members', memberFields)
    const shown = (state: FormState, status?: number) => callingPage(ports, sent, state, status)
    if (asksForRows(sent)) return shown(freshForm(sent.form.typed))
    const unusual = unusualIn(sent.form.typed, { now: ports.clock(), settings: ports.settings })
    const outcome = await attempt(sent, async () => {
      if (unusual.length === 0 || isMeant(sent.form)) return act(sent)
      parse(meetingBody, sent.form.values)
      return shown({ ...freshForm(sent.form.typed), wasSent: true })
    })
    if (!('answer' in outcome)) return shown(outcome.state, outcome.status)
    const { location } = outcome.answer.headers ?? {}
    if (location === undefined) return outcome.answer
    return seeOther(`${location.replace('/api/meetings/', '/board/')}?done=call`)
  }
}
