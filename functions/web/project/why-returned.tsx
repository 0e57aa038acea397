import type { Project } from '../../../shared/domain/project/state.ts'
import type { Reader } from '../reader.ts'
import { answerAt } from './concept-fields.tsx'

interface WhyReturnedProps {
  readonly reader: Reader
  readonly project: Project
  /** The page has the criteria to answer: each leads to its own. @default false */
  readonly isAnsweredHere?: boolean
}

/** Why a project came back, and what to come back with; nothing where it never did. */
export const WhyReturned = ({ reader, project, isAnsweredHere = false }: WhyReturnedProps) => {
  const last = project.returns.at(-1)
  if (last === undefined) return null
  const { project: words } = reader.words
  return (
    <section class="trin-beside" aria-labelledby="why-returned">
      <h2 id="why-returned">{words.returned}</h2>
      <ul>
        {last.reasons.map(({ code, criteria, text }) => (
          <li key={code}>
            <strong>{reader.labels.returnReasons[code]}</strong>
            {text !== undefined && <>: {text}</>}
            {criteria.length > 0 && (
              <ul>
                {criteria.map((id) => (
                  <li key={id}>
                    {isAnsweredHere ? (
                      <a href={answerAt(id)}>
                        {id} {reader.labels.criteria[id]}
                      </a>
                    ) : (
                      `${id} ${reader.labels.criteria[id]}`
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h3>{words.comeBackWith}</h3>
      <p class="trin-text">{last.comeBackWith}</p>
    </section>
  )
}
