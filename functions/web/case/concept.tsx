import type { NamedView } from '../../../shared/api/project-view.ts'
import type { Concept as ConceptFields } from '../../../shared/domain/concept.ts'
import { changedCriteria } from '../../../shared/domain/criteria.ts'
import { changedFields } from '../../../shared/domain/project/changed-fields.ts'
import { fieldSaid } from '../parts/field-said.ts'
import type { Reader } from '../reader.ts'

interface Props {
  readonly reader: Reader
  readonly view: NamedView
}

type Field = Exclude<keyof ConceptFields, 'title'>
const fields = [
  'purpose',
  'background',
  'value',
  'theme',
  'authority',
  'otherAuthorities',
  'potentialAuthorities',
  'backedByManagement',
  'nationalStrategy',
  'businessCritical',
  'jointCost',
  'licence',
  'repository',
  'procurement',
  'architecture',
] as const satisfies readonly Field[]

/** What the form asked and the concept says, field by field; what nobody filled in is left out. */
export const Concept = ({ reader, view: { concept } }: Props) => {
  const { case: words } = reader.words
  const said = fields
    .map((field) => [field, fieldSaid(concept, field, reader)] as const)
    .filter(([, text]) => text !== '')
  return (
    <section aria-labelledby="concept">
      <h2 id="concept">{words.concept}</h2>
      <dl class="trin-matter">
        {said.map(([field, text]) => (
          <div key={field}>
            <dt>{reader.words.concept.fields[field]}</dt>
            <dd class="trin-text">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What is otherwise since it was last sent back: the fields, and the answers criterion by criterion. */
export const SinceReturn = ({ reader, view }: Props) => {
  const { case: words, criteria } = reader.words
  const last = view.returns.at(-1)
  if (last === undefined) return null
  const changed = changedFields(last.concept, view.concept)
  const answers = changedCriteria(last.answers, view.answers)
  return (
    <section aria-labelledby="since">
      <h2 id="since">{words.changedSince(reader.dayOf(last.at))}</h2>
      <p>
        {words.loops(view.returns.length)}.{' '}
        {last.reasons.map(({ code }) => reader.labels.returnReasons[code]).join(', ')}.
      </p>
      <p>
        <strong>{words.askedFor}:</strong> <span class="trin-text">{last.comeBackWith}</span>
      </p>
      {changed.length === 0 && answers.length === 0 && <p>{words.nothingChanged}</p>}
      {changed.length > 0 && (
        <p>
          <strong>{words.changedFields}:</strong>{' '}
          {changed.map((field) => reader.words.concept.fields[field]).join(', ')}
        </p>
      )}
      {answers.length > 0 && (
        <>
          <h3>{words.changedAnswers}</h3>
          <ul>
            {answers.map((id) => {
              const [before, after] = [last.answers[id]?.answer, view.answers[id]?.answer]
              const text = view.answers[id]?.text
              const say = (answer: typeof before) =>
                answer === undefined ? criteria.noAnswer : criteria.answers[answer]
              return (
                <li key={id}>
                  {id} {reader.labels.criteria[id]}: {say(before)} → {say(after)}
                  {text !== undefined && <span class="trin-text">: {text}</span>}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
