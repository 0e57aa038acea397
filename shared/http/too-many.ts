import { secondsToNextHour } from '../use-cases/throttle.ts'
import { InTrouble } from './trouble.ts'

/**
 * Lets nobody do more than one may within an hour.
 * @param mayPass counts once more; at seconds since 1970, by wall time
 * @throws `InTrouble` (too many), and what `mayPass` throws
 */
export const unlessTooMany = async (mayPass: (now: number) => Promise<boolean>): Promise<void> => {
  const now = Date.now() / 1_000
  if (!(await mayPass(now))) throw new InTrouble({ kind: 'too-many', retryAfter: secondsToNextHour(now) })
}
