import type { Actor } from '../actor.ts'
import type { Commit } from '../commit.ts'
import type { StreamId } from '../identifiers.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import type { ProcessSettings } from '../settings.ts'
import type { Instant } from '../time.ts'
import type { Addressee } from './addressees.ts'
import { deliveryOf } from './delivery.ts'
import { type Delivery, type Letter, type NextMove, recipientKey } from './letter.ts'
import type { LetterBody } from './letter-body.ts'
import { moveFor, moveOf, type OpenMove } from './next-move.ts'

/** What correspondence needs to know beside the event. */
export interface LetterContext<Event = ProjectEvent> {
  /** The commit that holds the event: who did it, when, and what came with it. */
  readonly commit: Pick<Commit<Event>, 'actor' | 'at' | 'events'>
  /** Titles of other projects that the event names. */
  readonly titles: ReadonlyMap<StreamId, string>
  readonly settings: ProcessSettings
}

/** The same, of a project. */
export interface ProjectLetterContext extends LetterContext {
  /** The project before the commit; absent for its first. */
  readonly before?: Project
}

/** One body for all, or one for each addressee. */
type Body = LetterBody | ((addressee: Addressee) => LetterBody)

export const actorOf = (context: { readonly commit: { readonly actor: Actor } }): Actor => context.commit.actor

/** A step that fired late goes into a digest, and so does all that came with it: no burst of mail after an outage. */
const isLate = (events: readonly { readonly type: string; readonly late?: boolean }[]): boolean =>
  events.some((event) => event.type === 'step-taken' && event.late === true)

/** When a letter about a commit goes. */
export const deliveryIn = (
  { commit }: { readonly commit: { readonly at: Instant; readonly events: Parameters<typeof isLate>[0] } },
  letter: Parameters<typeof deliveryOf>[0],
): Delivery => deliveryOf(letter, commit.at, isLate(commit.events))

/** The first letter to each recipient: somebody with two parts is told once, in the part that comes first. */
export const oncePerRecipient = <L extends Pick<Letter, 'to'>>(letters: readonly L[]): readonly L[] => {
  const seen = new Set<string>()
  return letters.filter(({ to }) => {
    const isFirst = !seen.has(recipientKey(to))
    seen.add(recipientKey(to))
    return isFirst
  })
}

const lateAt = (at: Instant, move: NextMove): NextMove =>
  move.by !== undefined && move.by < at ? { ...move, isLate: true } : move

const byParty = (party: string) => (one: Addressee, other: Addressee) =>
  Number(other.as === party) - Number(one.as === party)

/** Writes a letter about the project to each addressee, once; whose move it is after the commit stands in each. */
export const write = (
  project: Project,
  context: ProjectLetterContext,
  addressees: readonly Addressee[],
  body: Body,
  { move = moveOf(project), reminder = false }: { readonly move?: OpenMove; readonly reminder?: boolean } = {},
): readonly Letter[] =>
  oncePerRecipient(
    // In the part that has the move first, since a personal link lets its holder act in that part only.
    [...addressees].sort(byParty(move.party)).map((addressee) => {
      const says = typeof body === 'function' ? body(addressee) : body
      const next = lateAt(context.commit.at, moveFor(move, project, addressee))
      return {
        ...addressee,
        body: says,
        about: { stream: project.id, title: project.concept.title },
        move: next,
        reminder,
        delivery: deliveryIn(context, { template: says.template, as: addressee.as, move: next }),
      }
    }),
  )

/** When the words of a case that ended so are erased, where it was never public. */
export const erasedAt = ({ retentionDueAt }: { readonly retentionDueAt?: Instant }): { readonly erasedAt?: Instant } =>
  retentionDueAt === undefined ? {} : { erasedAt: retentionDueAt }
