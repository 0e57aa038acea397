import { recipientKey } from '../domain/correspondence/letter.ts'
import { type LetterOf, type LetterPorts, lettersOf } from './letters-about.ts'
import type { PostEntry, PostRounds } from './mail-ports.ts'
import type { EventNotice } from './ports.ts'

/** Where a commit stands, and what its messages carry along. */
export type Told = Pick<EventNotice, 'stream' | 'version' | 'correlationId'>

/**
 * Whether nobody need be asked to write mail about a commit: there are no letters, or all of them wait for the post, where
 * they then are. Most commits are such ones.
 */
export const keepForPost =
  (ports: LetterPorts & { readonly rounds: Pick<PostRounds, 'keep'> }) =>
  async (told: Told): Promise<boolean> => {
    const letters = await lettersOf(ports, told)
    if (letters.some(({ letter }) => letter.delivery.when !== 'morning')) return false
    return (await waitForPost(ports, told, letters)).went === 'with-the-post'
  }

/** Keeps those letters of a commit that wait for the post. `after-it`: the post has gone; who would have been in it, one by one. */
export const waitForPost = async (
  { rounds }: { readonly rounds: Pick<PostRounds, 'keep'> },
  { stream, version, correlationId }: Told,
  letters: readonly LetterOf[],
): Promise<
  { readonly went: 'with-the-post' } | { readonly went: 'after-it'; readonly at: string; readonly entry: PostEntry }
> => {
  const waiting = letters.flatMap(({ letter: { to, delivery } }) =>
    delivery.when === 'morning' ? [{ to: recipientKey(to), at: delivery.at }] : [],
  )
  const [first] = waiting
  if (first === undefined) return { went: 'with-the-post' }
  const entry = { stream, version, recipients: [...new Set(waiting.map(({ to }) => to))], correlationId }
  return (await rounds.keep(first.at, entry)) === 'kept'
    ? { went: 'with-the-post' }
    : { went: 'after-it', at: first.at, entry }
}
