import { type ErasePorts, erasePeople } from './erase-people.ts'
import type { Erasure, ErasureLedger, ErasureOrder, ErasureOrders } from './erasure-ports.ts'
import type { Clock } from './ports.ts'

export interface CarryOutPorts extends ErasePorts {
  readonly ledger: Pick<ErasureLedger, 'find' | 'finish'>
  readonly orders: ErasureOrders
  /** Wall time: backups are made by it. */
  readonly wallClock: Clock
}

/** `goes-on`: the time of one call was not enough, and the order that is left was sent. */
export interface CarriedOut {
  readonly result: 'erased' | 'goes-on'
  readonly erasure: Erasure
}

/**
 * Carries out one erasure that somebody asked for, as far as the time of one call goes. Done again it finds nothing left.
 * @throws Unavailable, and when nobody asked for it: the ledger is written before the order is sent
 */
export const carryOutErasure = async (
  ports: CarryOutPorts,
  order: ErasureOrder,
  goesOn: () => boolean,
): Promise<CarriedOut> => {
  const erasure = await ports.ledger.find(order.erasure)
  if (erasure === undefined) throw new Error(`${order.erasure} is not in the ledger of erasures`)
  const { ended, ...walked } = await erasePeople(ports, [erasure], { ...order, goesOn })
  if ('from' in walked) {
    const { from, ...soFar } = walked
    await ports.orders.send({ erasure: erasure.id, from, soFar })
    return { result: 'goes-on', erasure }
  }
  const done = { at: ports.wallClock(), ...walked }
  await ports.ledger.finish(erasure.id, done)
  return { result: 'erased', erasure: { ...erasure, done } }
}
