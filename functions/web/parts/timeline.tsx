import type { ToldEvent } from '../../../shared/api/history-view.ts'
import { saidOf } from '../../../shared/i18n/shown-event.ts'
import type { Reader } from '../reader.ts'
import { factsOf } from './event-facts.ts'

export interface TimelineProps {
  readonly reader: Reader
  /** In the order in which it happened; shown the newest first. */
  readonly told: readonly ToldEvent[]
  /** Where a reader sees what was changed by one version, if they may. */
  readonly differenceAt?: (version: number) => string
}

/** What happened to a project, as a readable list: when, what, by whom in which part, and what was said. */
export const Timeline = ({ reader, told, differenceAt }: TimelineProps) => {
  const { timeline: words } = reader.words
  if (told.length === 0) return <p>{words.empty}</p>
  return (
    <ol class="trin-timeline" reversed>
      {told.toReversed().map((one) => (
        <li
          key={`${one.version}-${one.index}`}
          class={one.event.type === 'step-taken' || one.event.type === 'level-proposed' ? 'trin-quiet' : undefined}
        >
          <p class="trin-when">
            <time datetime={one.at}>{reader.dayOf(one.at)}</time>
          </p>
          <div class="trin-what">
            <p>
              <strong>{saidOf(words.events, one.event)}</strong>{' '}
              {!namesWho(one) && <span class="trin-soft">{words.by(byWhom(reader, one.by))}</span>}
            </p>
            <Facts facts={factsOf(one.event, reader)} />
            {differenceAt !== undefined && hasDifference(one) && (
              <p>
                <a href={differenceAt(one.version)}>{words.difference}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What an event says beside what happened, a line each. */
export const Facts = ({ facts }: { readonly facts: ReturnType<typeof factsOf> }) =>
  facts.length === 0 ? null : (
    <dl class="trin-said">
      {facts.map(({ label, text, list }, place) => (
        <div key={`${place}-${label}`}>
          <dt>{label}</dt>
          <dd>
            {list === undefined ? (
              text
            ) : (
              <details>
                <summary>{text}</summary>
                <ul>
                  {list.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )

const sayingWho: readonly ToldEvent['event']['type'][] = ['level-proposed', 'assessed', 'returned', 'withdrawn']

/** Events whose words say already who it was; and an idea that came in by nobody's account, of which there is nothing to say. */
const namesWho = ({ event: { type }, by }: ToldEvent): boolean =>
  sayingWho.includes(type) || (type === 'submitted' && by.every((part) => part === 'anonymous'))

/** Events that leave the concept or its answers other than they were. */
const hasDifference = ({ event }: ToldEvent): boolean => event.type === 'resubmitted' || event.type === 'revised'

/** The parts somebody had when they acted, each by its name; the parts of Trin that act by themselves are the system. */
export const byWhom = ({ labels, words }: Reader, by: readonly string[]): string => {
  const { system, anyone } = words.timeline
  const names = Object.entries(labels.roles)
  // Whoever chairs the board sits on it, too.
  const told = by.includes('chair') ? by.filter((part) => part !== 'board') : by
  const said = told.map((part) =>
    part === 'anonymous' ? anyone : (names.find(([role]) => role === part)?.[1] ?? system),
  )
  return [...new Set(said)].join(', ')
}
