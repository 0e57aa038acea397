import type { ToldEvent } from '../../../shared/api/history-view.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { Due } from '../parts/standing.tsx'
import { byWhom } from '../parts/timeline.tsx'
import type { Reader } from '../reader.ts'
import type { Found } from './found.ts'
import { addressOf } from './place.ts'

/** So many of the latest; all of them stand in the history. */
const shown = 5

/** What people have written to each other about the project, the newest first. */
export const Dialogue = ({
  reader,
  found,
  told,
}: {
  readonly reader: Reader
  readonly found: Found
  readonly told: readonly ToldEvent[]
}) => {
  const { project: words, concept, projectActs } = reader.words
  const comments = told.flatMap((one) => (one.event.type === 'commented' ? [{ ...one, event: one.event }] : []))
  return (
    <section aria-labelledby="dialogue">
      <h2 id="dialogue">{words.dialogue}</h2>
      {comments.length === 0 && <p>{words.noComments}</p>}
      <ul class="trin-notes">
        {comments
          .slice(-shown)
          .toReversed()
          .map(({ version, at, by, event: { text, criterion } }) => (
            <li key={version} class="trin-note">
              <p class="trin-soft">
                {reader.dayOf(at)}, {byWhom(reader, by)}
                {criterion !== undefined && `. ${concept.criterion(criterion, reader.labels.criteria[criterion])}`}
              </p>
              <p class="trin-text">{text}</p>
            </li>
          ))}
      </ul>
      {found.view.allowed.includes('comment') && (
        <p>
          <a class="button button-secondary" href={addressOf(found, 'comment')}>
            {projectActs.acts.comment.title}
          </a>
        </p>
      )}
    </section>
  )
}

interface DeadlinesProps {
  readonly reader: Reader
  readonly found: Found
  /** To tell what is overdue. */
  readonly now: Instant
}

/** What is due on the project, the soonest first. */
export const Deadlines = ({ reader, found, now }: DeadlinesProps) => {
  const { project: words } = reader.words
  const due = found.view.due.filter(({ kind }) => kind !== 'retention').toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  if (due.length < 2) return null
  return (
    <section aria-labelledby="due">
      <h2 id="due">{words.due}</h2>
      <dl class="trin-said">
        {due.map(({ key, kind, dueAt }) => (
          <div key={key}>
            <dt>{words.dueKinds[kind]}</dt>
            <dd>{dueAt < now ? <Due reader={reader} dueAt={dueAt} now={now} /> : reader.dayOf(dueAt)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
