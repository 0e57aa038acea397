import type { NamedView } from '../../../shared/api/project-view.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { clockOf, conditionDueSaid } from '../parts/condition-due.ts'
import { Due } from '../parts/standing.tsx'
import { productPages } from '../project/product/pages.tsx'
import type { Reader } from '../reader.ts'
import { waitingReports } from './forms/review.tsx'

interface Props {
  readonly reader: Reader
  readonly view: NamedView
}

/** The frame, and what has been reported inside it; the newest first. */
export const Reports = ({ reader, view }: Props) => {
  const { case: words, report: reportWords } = reader.words
  const { baseline, reports, startedAt } = view
  if (startedAt === undefined && baseline === undefined) return null
  const waiting = waitingReports(view)
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{words.reports}</h2>
      {baseline !== undefined && (
        <p>
          <strong>{words.frame}:</strong> {reader.kroner(baseline.budget.amount)}, {words.endsOn}{' '}
          {reader.day(baseline.endsOn)}. <span class="trin-text">{baseline.scope}</span>
        </p>
      )}
      {reports.length === 0 && <p>{words.noReports}</p>}
      <ul class="unstyled-list">
        {reports.toReversed().map(({ number, receivedAt, late, review, report }) => (
          <li key={number}>
            {words.report(number)}, {reader.dayOf(receivedAt)}: {reportWords.colours[report.status.overall.colour]},{' '}
            {review === 'pending' && !waiting.includes(number) ? words.notReviewed : words.review[review]}
            {late && `, ${words.late}`}{' '}
            {waiting.includes(number) && (
              <a href={`/desk/projects/${view.id}/review-${number}`}>
                {reader.words.deskActs.acts.review.link} {number}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Conditions of the approval, whose they are and until when. */
export const Conditions = ({ reader, view, now }: Props & { readonly now: Instant }) => {
  const { case: words } = reader.words
  if (view.conditions.length === 0) return null
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{words.conditions}</h2>
      <dl class="trin-matter">
        {view.conditions.map((condition) => {
          const { number, text, owner, state } = condition
          const dueAt = clockOf(number, view.due)
          return (
            <div key={number}>
              <dt>
                {words.condition(number)} ({words.conditionStates[state]})
              </dt>
              <dd>
                <span class="trin-text">{text}</span>
                <br />
                {words.owner}: {owner?.name ?? words.erased}. {words.due}{' '}
                {conditionDueSaid(condition, view.due, reader)}
                {state === 'open' && dueAt !== undefined && dueAt < now && (
                  <Due reader={reader} dueAt={dueAt} now={now} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** How far it is from a product, where it is live, and how it was last evaluated. */
export const Onboarding = ({ reader, view }: Props) => {
  const { case: words, criteria } = reader.words
  const { onboarding, live, assessments } = view
  const last = assessments.at(-1)
  if (onboarding === undefined && live.length === 0 && last === undefined) return null
  return (
    <section aria-labelledby="onboarding">
      <h2 id="onboarding">{view.graduatedAt === undefined ? words.onboarding : words.product}</h2>
      {live.length > 0 && (
        <p>
          <strong>{words.live}:</strong>{' '}
          {live.map(({ authority, on }) => `${authority} (${reader.day(on)})`).join(', ')}
        </p>
      )}
      {onboarding !== undefined && view.graduatedAt === undefined && (
        <>
          {onboarding.missing.length === 0 && <p>{words.complete}</p>}
          {onboarding.missing.length > 0 && (
            <p>
              <strong>{words.missing}:</strong>{' '}
              {onboarding.missing.map((item) => reader.labels.onboarding[item]).join(', ')}
            </p>
          )}
          {onboarding.confirmed.length > 0 && (
            <p>
              <strong>{words.confirmed}:</strong>{' '}
              {onboarding.confirmed.map(({ item }) => reader.labels.onboarding[item]).join(', ')}
            </p>
          )}
        </>
      )}
      {last !== undefined && (
        <p>
          <strong>{words.assessment}:</strong> {words.assessed(criteria.levels[last.level], reader.dayOf(last.at))}
        </p>
      )}
    </section>
  )
}

/** Of a product, its own pages: what is to be changed in it, how it runs, how it is evaluated and governed. */
export const Product = ({ reader, view: { id, graduatedAt } }: Props) => {
  const { product: words } = reader.words
  if (graduatedAt === undefined) return null
  return (
    <section aria-labelledby="product">
      <h2 id="product">{words.title}</h2>
      <ul class="trin-links nobullet-list">
        {productPages.map((name) => (
          <li key={name}>
            <a href={`/p/${id}/${name}`}>{words.pages[name]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
