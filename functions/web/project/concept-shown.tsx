import type { Answers, Concept } from '../../../shared/domain/concept.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { fieldSaid } from '../parts/field-said.ts'
import type { Reader } from '../reader.ts'
import { askedCriteria, conceptNames } from './concept-fields.tsx'

/** An answer as people read it. */
export const answerSaid = (answer: Answers[keyof Answers], { words }: Reader): string =>
  answer === undefined
    ? words.concept.noAnswer
    : answer.text === undefined
      ? words.concept.answers[answer.answer]
      : `${words.concept.answers[answer.answer]}: ${answer.text}`

/** The concept and the answers, folded: who is on the case knows them. */
export const ConceptShown = ({ reader, project }: { readonly reader: Reader; readonly project: Project }) => {
  const words = reader.words.concept
  const fields = (Object.keys(conceptNames) as (keyof Concept)[])
    .map((field) => [field, fieldSaid(project.concept, field, reader)] as const)
    .filter(([, text]) => text !== '')
  return (
    <section aria-labelledby="concept">
      <h2 id="concept">{words.title}</h2>
      <details class="trin-fold" open={project.state === 'shaping' || project.state === 'returned'}>
        <summary>{words.title}</summary>
        <dl class="trin-said">
          {fields.map(([field, text]) => (
            <div key={field}>
              <dt>{words.fields[field]}</dt>
              <dd class="trin-text">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details class="trin-fold">
        <summary>{words.answersTitle}</summary>
        <dl class="trin-said">
          {askedCriteria(project).map((id) => (
            <div key={id}>
              <dt>{words.criterion(id, reader.labels.criteria[id])}</dt>
              <dd class="trin-text">{answerSaid(project.answers[id], reader)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
