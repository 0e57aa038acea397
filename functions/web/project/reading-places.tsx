import { toldHistory } from '../../../shared/api/history-view.ts'
import { changedCriteria } from '../../../shared/domain/criteria.ts'
import { changedFields } from '../../../shared/domain/project/changed-fields.ts'
import { happenings } from '../../../shared/domain/project/happenings.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { page } from '../layout.tsx'
import { Difference } from '../parts/difference.tsx'
import { fieldSaid } from '../parts/field-said.ts'
import { Timeline } from '../parts/timeline.tsx'
import { answerSaid } from './concept-shown.tsx'
import { aboveOf } from './form-place.tsx'
import { addressOf, type Places, type Visit } from './place.ts'

const onOnePage = 30

const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 1)

/** All that happened, the newest first, some at a time. */
const history = (visit: Visit) => {
  const { reader, request, found, ports } = visit
  const { project: words } = reader.words
  const told = toldHistory(found.project, found.commits, { actor: request.actor, now: ports.clock() }) ?? []
  const pages = Math.max(1, Math.ceil(told.length / onOnePage))
  const at = Math.min(pages, Math.max(1, whole(request.query.page)))
  const last = told.length - (at - 1) * onOnePage
  return page({
    reader,
    title: words.historyOf(found.view.title),
    above: aboveOf(visit),
    children: (
      <>
        <Timeline
          reader={reader}
          told={told.slice(Math.max(0, last - onOnePage), last)}
          differenceAt={(version) => addressOf(found, `difference?version=${version}`)}
        />
        {pages > 1 && (
          <nav aria-label={words.pages}>
            <ul class="trin-links">
              {at > 1 && (
                <li>
                  <a href={addressOf(found, `history?page=${at - 1}`)}>{words.newer}</a>
                </li>
              )}
              {at < pages && (
                <li>
                  <a href={addressOf(found, `history?page=${at + 1}`)}>{words.older}</a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </>
    ),
  })
}

/** What one resubmission or revision changed, field by field and criterion by criterion. */
const difference = (visit: Visit) => {
  const { reader, request, found } = visit
  const { difference: words } = reader.words.project
  const version = whole(request.query.version)
  const changed = happenings(found.project.id, found.commits).find(
    ({ commit, event }) => commit.version === version && (event.type === 'resubmitted' || event.type === 'revised'),
  )
  if (changed?.before === undefined) throw new InTrouble({ kind: 'not-found' })
  const { before, after, commit } = changed
  const fields = changedFields(before.concept, after.concept)
  const ids = changedCriteria(before.answers, after.answers)
  return page({
    reader,
    title: words.title,
    above: aboveOf(visit),
    children: (
      <>
        <p class="font-lead">{words.lead(reader.dayOf(commit.at))}</p>
        {fields.length + ids.length === 0 ? <p>{words.none}</p> : <p class="trin-soft">{words.key}</p>}
        {fields.length > 0 && <h2>{words.fields}</h2>}
        {fields.map((field) => (
          <section key={field}>
            <h3>{reader.words.concept.fields[field]}</h3>
            <Difference
              reader={reader}
              before={fieldSaid(before.concept, field, reader)}
              after={fieldSaid(after.concept, field, reader)}
            />
          </section>
        ))}
        {ids.length > 0 && <h2>{words.criteria}</h2>}
        {ids.map((id) => (
          <section key={id}>
            <h3>{reader.words.concept.criterion(id, reader.labels.criteria[id])}</h3>
            <Difference
              reader={reader}
              before={answerSaid(before.answers[id], reader)}
              after={answerSaid(after.answers[id], reader)}
            />
          </section>
        ))}
      </>
    ),
  })
}

/** Pages that are only read. */
export const readingPlaces: Places = { history: { show: history }, difference: { show: difference } }
