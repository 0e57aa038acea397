import { wordsKept } from '../parts/words-kept.ts'
import type { Reader } from '../reader.ts'
import { deskActs } from './act/acts.ts'
import type { ActName, DeskAct } from './act/desk-act.ts'
import { type Case, differenceAt, isLeadMissing } from './load.ts'

interface Offered {
  readonly name: ActName
  readonly number: number
}

/** Every act the process lets the reader do now, each with the number it is about. */
const offeredOn = ({ view, refusal }: Case): readonly Offered[] =>
  (Object.entries(deskActs) as [ActName, DeskAct][]).flatMap(([name, { needs, numbers, when }]) => {
    if ((needs !== undefined && refusal(needs) !== undefined) || when?.(view) === false) return []
    return (numbers?.(view) ?? [0]).map((number) => ({ name, number }))
  })

/** What moves a case on from where it stands, the most usual first; the rest stands below. */
const movesOn: readonly ActName[] = [
  'review',
  'decide',
  'start',
  'place',
  'return',
  'ready',
  'resume',
  'graduate',
  'check',
]

const partOf: Partial<Record<ActName, Case['missing'][number]>> = {
  lead: 'lead',
  proposer: 'proposer',
  'coordination-group': 'coordination',
}

const isNext = ({ name, number }: Offered, { view, missing }: Case): boolean => {
  const { state, due, onboarding, revisedAt, whoseMove, conditions, selfEvaluatedAt = '', assessments } = view
  const part = partOf[name]
  if (part !== undefined) return whoseMove === 'secretariat' && missing.includes(part)
  if (name === 'place') return state === 'idea'
  if (name === 'evaluate') return selfEvaluatedAt > (assessments.at(-1)?.at ?? '')
  if (name === 'fulfil') return conditions.some((one) => one.number === number && one.owner === null)
  if (name === 'return') return state !== 'ready'
  if (name === 'comment') return revisedAt !== undefined
  if (name === 'graduate') return onboarding?.missing.length === 0
  if (name === 'check') return onboarding?.missing.length !== 0 && due.some(({ kind }) => kind === 'graduation')
  return movesOn.includes(name)
}

/** Whose move it is, if not the secretariat's, and where that goes on; of a closed case, where it went. */
const Waits = ({ reader, the }: { readonly reader: Reader; readonly the: Case }) => {
  const { view, history, missing, contentErasedAt } = the
  const { case: words } = reader.words
  const { id, state, level, whoseMove, meeting, into, revisedAt } = view
  if (state === 'idea' && level !== undefined) return <p>{words.cameBack(level)}</p>
  if (whoseMove === 'secretariat') return missing.length > 0 ? <p>{words.vacant}</p> : null
  if (into !== undefined)
    return (
      <p>
        {words.mergedInto} <a href={`/desk/projects/${into}`}>{words.toMerged}</a>
      </p>
    )
  if (whoseMove === 'nobody')
    return (
      <p>
        {words.closed} {wordsKept({ due: view.due, contentErasedAt }, reader)}
      </p>
    )
  if (whoseMove === 'board' && meeting !== undefined)
    return (
      <p>
        {words.onAgenda(reader.dayOf(meeting.meetingAt))} <a href={`/board/${meeting.meeting}/${id}`}>{words.toItem}</a>
      </p>
    )
  const revision = history.findLast(({ event }) => event.type === 'revised')
  if (revisedAt !== undefined && revision !== undefined)
    return (
      <p>
        <strong class="badge badge-info">{reader.words.desk.ours}</strong> {words.revised(reader.dayOf(revisedAt))}{' '}
        <a href={differenceAt(view)(revision.version)}>{words.seeRevised}</a>
      </p>
    )
  if (isLeadMissing(view)) return <p>{words.waits.noLead}</p>
  return (
    <p>
      {words.waits[whoseMove]} {whoseMove === 'board' && <a href="/board">{words.toMeetings}</a>}
    </p>
  )
}

/** Changes that are more than the coordination group may decide, where no steering group is there to answer. */
const Escalated = ({ reader, the: { view } }: { readonly reader: Reader; readonly the: Case }) => {
  const { case: words } = reader.words
  if (view.people.steering.length > 0) return null
  return (
    <>
      {view.changes
        .filter(({ state }) => state === 'beyond-frame')
        .map(({ number }) => (
          <p key={number}>
            <strong class="badge badge-info">{reader.words.desk.ours}</strong> {words.escalated(number)}{' '}
            <a href={`/p/${view.id}/decide-change?n=${number}`}>{words.answerEscalated(number)}</a>
          </p>
        ))}
    </>
  )
}

/** What comes next, as buttons; what else can be done, as links. */
export const Acts = ({ reader, the }: { readonly reader: Reader; readonly the: Case }) => {
  const { case: words, deskActs: actWords } = reader.words
  const offered = offeredOn(the)
  const next = offered.filter((one) => isNext(one, the))
  const others = offered.filter((one) => !isNext(one, the))
  const href = ({ name, number }: Offered) => `/desk/projects/${the.view.id}/${name}${number === 0 ? '' : `-${number}`}`
  const label = ({ name, number }: Offered) =>
    number === 0 ? actWords.acts[name].link : actWords.numbered(actWords.acts[name].link, number)
  return (
    <section class="trin-next" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      <Waits reader={reader} the={the} />
      <Escalated reader={reader} the={the} />
      {offered.length === 0 && <p>{words.nothingToDo}</p>}
      {next.length > 0 && (
        <p class="trin-buttons">
          {next.map((one, place) => (
            <a key={href(one)} class={`button button-${place === 0 ? 'primary' : 'secondary'}`} href={href(one)}>
              {label(one)}
            </a>
          ))}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          <ul class="trin-links nobullet-list">
            {others.map((one) => (
              <li key={href(one)}>
                <a href={href(one)}>{label(one)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
