/** How often a sender has done something lately. */
export interface SenderCounts {
  /**
   * Counts one more time, or several, and says how many there are by then within this window.
   * @param sender a keyed hash: what is counted names nobody
   * @param window begins anew with each number
   * @param keepUntil seconds since 1970, from when on the count may vanish
   * @param times how many are counted. @default 1
   */
  count(sender: string, window: number, keepUntil: number, times?: number): Promise<number>
}

export interface Sender {
  readonly sender: string
  /** Times within an hour. */
  readonly most: number
  /** How many of them this is. @default 1 */
  readonly times?: number
}

const hourSeconds = 3_600

/**
 * Whether each of these senders may do it once more in this hour. Every try counts, also one that is refused: whoever goes
 * on trying goes on waiting.
 * @param now seconds since 1970, by wall time
 * @throws Unavailable
 */
export const mayPass = async (counts: SenderCounts, senders: readonly Sender[], now: number): Promise<boolean> => {
  const window = Math.floor(now / hourSeconds)
  const times = await Promise.all(
    senders.map(
      async ({ sender, most, times }) =>
        (await counts.count(sender, window, (window + 2) * hourSeconds, times)) <= most,
    ),
  )
  return times.every((isWithin) => isWithin)
}

/** How long whoever was refused has to wait, in whole seconds. @param now seconds since 1970, by wall time */
export const secondsToNextHour = (now: number): number => hourSeconds - Math.floor(now % hourSeconds)

/** How often somebody has done something lately, and what they are counted under. */
export interface Counting {
  readonly senders: SenderCounts
  /** @param sender a network or mail address, or a person's id, and what is counted */
  readonly senderOf: (sender: string) => string
}

/** What is needed to say who sends too many ideas. */
export interface IdeaThrottle extends Counting {
  /** Within an hour, of one mail address and of one network address, behind which a whole municipality may sit. */
  readonly ideasAnHour: { readonly person: number; readonly network: number }
}

/**
 * Whether one more idea may come in, since each sends mail to an address that anybody may have written. Those by the form and
 * those by the API count together.
 * @param now seconds since 1970, by wall time
 * @throws Unavailable
 */
export const maySendIdea = (
  { senders, senderOf, ideasAnHour }: IdeaThrottle,
  { email, networkAddress }: { readonly email: string; readonly networkAddress: string },
  now: number,
): Promise<boolean> =>
  mayPass(
    senders,
    [
      { sender: senderOf(`person ${email}`), most: ideasAnHour.person },
      { sender: senderOf(`network ${networkAddress}`), most: ideasAnHour.network },
    ],
    now,
  )

/** What is needed to say who names too many people. */
export interface NamingThrottle extends Counting {
  /** People whom one person may name within an hour. */
  readonly namesAnHour: number
}

/**
 * Whether somebody may name so many more people: each of them gets mail, about a project to which anybody may have given
 * its title.
 * @param now seconds since 1970, by wall time
 * @throws Unavailable
 */
export const mayName = (
  { senders, senderOf, namesAnHour }: NamingThrottle,
  { by, people }: { readonly by: string; readonly people: number },
  now: number,
): Promise<boolean> => mayPass(senders, [{ sender: senderOf(`names ${by}`), most: namesAnHour, times: people }], now)
