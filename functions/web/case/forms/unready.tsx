import { refusedOutright, unexplained } from '../../../../shared/domain/criteria.ts'
import { idOfField } from '../../form/state.ts'
import { Icon } from '../../icon.tsx'
import type { FieldsProps } from '../act/desk-act.ts'

/** The id of the list that says what keeps a concept from being ready. */
export const unready = 'unready'

/** What has to be explained or met before the concept can be ready, each with the way to where that is written. */
export const Unready = ({ reader, view: { id: project, answers, level = 1 } }: FieldsProps) => {
  const { criteria, deskActs } = reader.words
  const { ready: words } = deskActs
  const refused = refusedOutright(answers)
  const all = [...refused, ...unexplained(answers, level).filter((id) => !refused.includes(id))]
  if (all.length === 0) return null
  return (
    <div class="alert alert-warning" id={unready} tabindex={-1}>
      <Icon name="warning" alert />
      <div class="alert-body">
        <h2 class="alert-heading">{words.title}</h2>
        <ul>
          {all.map((id) => {
            const answer = answers[id]?.answer
            return (
              <li key={id}>
                {id} {reader.labels.criteria[id]}: {answer === undefined ? criteria.noAnswer : criteria.answers[answer]}
                {'. '}
                {refused.includes(id) ? criteria.mustBeMet : criteria.unexplained}.{' '}
                <a href={`/desk/projects/${project}/revise#${idOfField(`answers.${id}`)}`}>{words.write(id)}</a>
              </li>
            )
          })}
        </ul>
        <p class="alert-text">
          <a href={`/desk/projects/${project}/comment`}>{words.ask}</a>
        </p>
      </div>
    </div>
  )
}
