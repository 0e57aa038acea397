import { type ClaimPorts, claim } from './claim.ts'
import { MailUnderway, NotSent } from './mail-ports.ts'

/** What became of one of several that share a key. */
export type Shared<Result> =
  | Result
  | { readonly outcome: 'already-sent' }
  | { readonly outcome: 'failed'; readonly error: unknown }

/**
 * Sends several under one key, taken before the first and finished after the last. Of what fails in part the key keeps what
 * has gone, by name, so that only the rest is tried again: at once where it certainly was not sent, else when the lease has
 * run out. One that fails holds up no other.
 * @throws MailUnderway when another delivery of the same is at it.
 */
export const underOneKey = async <One, Result extends { readonly outcome: string }>(
  ports: ClaimPorts,
  key: string,
  all: readonly One[],
  { nameOf, act }: { readonly nameOf: (one: One) => string; readonly act: (one: One) => Promise<Result> },
): Promise<readonly Shared<Result>[]> => {
  const claimed = await claim(ports, key)
  if (claimed.state === 'underway') throw new MailUnderway(key)
  if (claimed.state === 'done') return all.map(() => ({ outcome: 'already-sent' }))
  const results = await Promise.all(
    all.map(async (one): Promise<Shared<Result>> => {
      if (claimed.happened.includes(nameOf(one))) return { outcome: 'already-sent' }
      try {
        return await act(one)
      } catch (error) {
        return { outcome: 'failed', error }
      }
    }),
  )
  const errors = results.flatMap((result) => ('error' in result ? [result.error] : []))
  const gone = all.filter((_, at) => results[at]?.outcome !== 'failed').map(nameOf)
  if (errors.length === 0) await claimed.finish()
  else if (errors.every((error) => error instanceof NotSent)) await claimed.giveBack(gone)
  else await claimed.leave(gone)
  return results
}
