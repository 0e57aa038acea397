import type { EffectLedger } from './ports.ts'

export interface ClaimPorts {
  readonly ledger: EffectLedger
  /** Leases run by wall time: the domain's clock may be moved. */
  readonly wallClock: () => string
  /** How long somebody who began may be at it, in seconds; longer than a function may run. */
  readonly leaseSeconds: number
}

/** A key that is ours until it is finished or given back; or not ours. */
export type Claim =
  | {
      readonly state: 'mine'
      /** Parts of the effect that are known to have happened before. */
      readonly happened: readonly string[]
      readonly finish: () => Promise<void>
      /** The rest certainly did not happen, and may be taken up at once; these parts did. */
      readonly giveBack: (happened?: readonly string[]) => Promise<void>
      /** Nobody knows of the rest, which rests until the lease has run out; these parts did happen. */
      readonly leave: (happened: readonly string[]) => Promise<void>
    }
  | { readonly state: 'done' }
  | { readonly state: 'underway' }

/**
 * Takes the right to an effect that has no key of its own, once and for good.
 *
 * Whoever began and neither finished nor gave back has crashed, or its answer got lost: whether the effect happened then
 * cannot be known. After the lease it is taken over, since a mail that comes twice is better than one that never comes.
 * The one who takes over begins a key named by the lease it takes over from, so that of several only one does.
 */
export const claim = async (ports: ClaimPorts, key: string): Promise<Claim> => {
  const { ledger, wallClock, leaseSeconds } = ports
  let lease = key
  const before = new Set<string>()
  for (;;) {
    const now = wallClock()
    const begun = await ledger.begin(lease, now)
    if (begun.state !== 'done') for (const part of begun.happened ?? []) before.add(part)
    switch (begun.state) {
      case 'begun': {
        const mine = lease
        return {
          state: 'mine',
          happened: [...before],
          finish: () => ledger.finish(key, wallClock()),
          giveBack: (happened = []) =>
            happened.length === 0 ? ledger.release(mine) : ledger.leave(mine, { since: now, happened, free: true }),
          leave: async (happened) => {
            if (happened.length > 0) await ledger.leave(mine, { since: now, happened, free: false })
          },
        }
      }
      case 'done':
        return { state: 'done' }
      case 'taken':
        if (Date.parse(now) - Date.parse(begun.since) < leaseSeconds * 1_000) return { state: 'underway' }
        lease = `${key}/after/${begun.since}`
    }
  }
}
