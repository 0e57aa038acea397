import type { Instant } from '../../../shared/domain/time.ts'
import { Due } from '../parts/standing.tsx'
import type { Reader } from '../reader.ts'
import type { Tasks } from './task.ts'

/** The one thing to do now, first and large; or that there is none, and who has the move. */
export const Now = ({
  reader,
  tasks,
  now,
}: {
  readonly reader: Reader
  readonly tasks: Tasks
  readonly now: Instant
}) => {
  const { project: words } = reader.words
  const [first, ...others] = tasks.mine
  const shown = first ?? tasks.theirs
  return (
    <section class={first === undefined ? 'trin-now trin-now-theirs' : 'trin-now'} aria-labelledby="now">
      <h2 id="now">{shown.title ?? (first === undefined ? words.theirs : words.yours)}</h2>
      <p class="trin-now-text">{shown.text}</p>
      {shown.by !== undefined && shown.by < now && (
        <p>
          <Due reader={reader} dueAt={shown.by} now={now} />
        </p>
      )}
      {shown.action !== undefined && (
        <p>
          <a class="button button-primary" href={shown.action.href}>
            {shown.action.label}
          </a>
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>{words.alsoYours}</h3>
          <ul>
            {others.map(({ text, action }) => (
              <li key={text}>
                {text} {action !== undefined && <a href={action.href}>{action.label}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
