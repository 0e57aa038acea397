import type { Instant } from '../domain/time.ts'
import { type ErasePorts, erasePeople } from './erase-people.ts'
import type { Erasure, ErasureLedger, ErasureOrder, ErasureOrders } from './erasure-ports.ts'
import type { Clock } from './ports.ts'

export interface CarryOutPorts extends ErasePorts {
  readonly ledger: Pick<ErasureLedger, 'find' | 'finish' | 'all'>
  readonly orders: ErasureOrders
  /** Wall time: backups are made by it. */
  readonly wallClock: Clock
}

/**
 * `erased`: now, or by an earlier call or another one's walk. `goes-on`: the time of one call was not enough, and the order
 * that is left was sent. `waits`: another one of the same person goes first, and the order was sent for later.
 */
export interface CarriedOut {
  readonly result: 'erased' | 'goes-on' | 'waits'
  readonly erasure: Erasure
}

/** Seconds until an order that waits is looked at again: the longest that SQS delays a message. */
const lookAgainAfter = 900
/** Milliseconds. One that was asked for longer ago and is not done yet is not waited for: its order may have been lost. */
const longestWait = 3_600_000
/** So many more at most are done by one walk: the order that is left names them, and has to fit in a message. */
const mostAlong = 100

/**
 * Carries out one erasure that somebody asked for, as far as the time of one call goes. Of several of one person only the
 * eldest walks, and does for all that were asked for before it began: what was written since then is for the next.
 * @returns what became of each
 * @throws Unavailable, and when nobody asked for it: the ledger is written before the order is sent
 */
export const carryOutErasure = async (
  ports: CarryOutPorts,
  order: ErasureOrder,
  goesOn: () => boolean,
): Promise<readonly CarriedOut[]> => {
  const erasure = await ports.ledger.find(order.erasure)
  if (erasure === undefined) throw new Error(`${order.erasure} is not in the ledger of erasures`)
  if (erasure.done !== undefined) return [{ result: 'erased', erasure }]
  // Looked up before the walk begins: whatever they came after is there for it to find.
  const others = order.from === undefined ? await othersOf(ports, erasure) : []
  if (others.some((other) => goesFirst(other, erasure, ports.wallClock()))) {
    await ports.orders.send({ erasure: erasure.id }, lookAgainAfter)
    return [{ result: 'waits', erasure }]
  }
  const along =
    order.along ??
    others
      .filter(namesNobody)
      .slice(0, mostAlong)
      .map(({ id }) => id)
  const { ended, ...walked } = await erasePeople(ports, [erasure], { ...order, goesOn })
  if ('from' in walked) {
    const { from, ...soFar } = walked
    await ports.orders.send({ erasure: erasure.id, from, soFar, ...(along.length === 0 ? {} : { along }) })
    return [{ result: 'goes-on', erasure }]
  }
  const at = ports.wallClock()
  const nothing = { streams: 0, texts: 0, deliveries: 0 }
  const carried = [await finished(ports, erasure.id, { at, ...walked })]
  for (const id of along) carried.push(await finished(ports, id, { at, ...nothing }))
  return carried
}

/** Those of the same person that are not done yet. */
const othersOf = async ({ ledger }: CarryOutPorts, { id, person }: Erasure): Promise<readonly Erasure[]> =>
  (await ledger.all()).filter((other) => other.person === person && other.id !== id && other.done === undefined)

/** By the clock, since it is about who waits and not about who counts: each is carried out in the end. */
const goesFirst = (other: Erasure, erasure: Erasure, now: Instant): boolean =>
  Date.parse(now) - Date.parse(other.askedAt) < longestWait &&
  (other.askedAt < erasure.askedAt || (other.askedAt === erasure.askedAt && other.id < erasure.id))

/** Whoever names a successor is carried out by itself: another walk would leave the part vacant. */
const namesNobody = ({ successors }: Erasure): boolean => Object.keys(successors).length === 0

const finished = async (
  { ledger }: CarryOutPorts,
  id: string,
  done: NonNullable<Erasure['done']>,
): Promise<CarriedOut> => {
  await ledger.finish(id, done)
  const erasure = await ledger.find(id)
  if (erasure === undefined) throw new Error(`${id} is gone from the ledger of erasures`)
  return { result: 'erased', erasure }
}
