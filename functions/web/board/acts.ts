import { boardActs } from '../../../shared/http/board/acts.ts'
import type { Act, EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageAct, PageActs, PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { attempt } from '../form/act.ts'
import { seeOther } from '../layout.tsx'
import type { WebPorts } from '../ports.ts'
import { itemPage } from './item.tsx'
import { meetingPage } from './meeting.tsx'
import { type Table, tableOf } from './table.ts'
import type { Tried } from './tried.ts'

/** What a form of a meeting does: an act of the API, on the meeting or on one item of it. */
interface TableAct {
  readonly act: Act
  readonly about: 'meeting' | 'item'
}

/** The pages of a meeting, and what their forms send. What cannot be done is said on the page it was sent from. */
export const meetingPages = (ports: WebPorts): PageActs => {
  const acts = tableActs(ports)
  return {
    'GET /board/{id}': async (request) => meetingPage(request, await tableOf(ports, request)),
    'GET /board/{id}/{page}': async (request) => {
      const { page } = request.params
      return itemPage(request, await tableOf(ports, request), page)
    },
    'POST /board/{id}/{act}': doAct(ports, acts),
  }
}

const tableActs = (ports: WebPorts): ReadonlyMap<string, TableAct> => {
  const acts = boardActs(ports)
  return new Map<string, TableAct>([
    ['vote', { act: acts['POST /api/meetings/{id}/votes'], about: 'item' }],
    ['conflict', { act: acts['POST /api/meetings/{id}/conflicts'], about: 'item' }],
    ['proxy', { act: acts['POST /api/meetings/{id}/proxies'], about: 'meeting' }],
  ])
}

const doAct =
  (ports: WebPorts, acts: ReadonlyMap<string, TableAct>): PageAct =>
  async (request) => {
    const { id = '', act: name = '' } = request.params
    const wanted = acts.get(name)
    if (wanted === undefined) throw new InTrouble({ kind: 'not-found' })
    const { project } = request.form.typed
    const item = wanted.about === 'item' && typeof project === 'string' ? project : undefined
    const outcome = await attempt(request, () => wanted.act(request))
    const at = `/board/${id}${item === undefined ? '' : `/${item}`}`
    if ('answer' in outcome) return seeOther(`${at}?done=${name}`)
    const tried: Tried = { act: name, state: outcome.state, status: outcome.status }
    return shownAgain(request, await tableOf(ports, request), item, tried)
  }

const shownAgain = (request: PageRequest, table: Table, item: string | undefined, tried: Tried): EdgeAnswer =>
  item === undefined ? meetingPage(request, table, tried) : itemPage(request, table, item, tried)
