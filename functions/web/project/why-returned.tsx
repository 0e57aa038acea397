import type { Project } from '../../../shared/domain/project/state.ts'
import type { Reader } from '../reader.ts'

/** Why a project came back, and what to come back with; nothing where it never did. */
export const WhyReturned = ({ reader, project }: { readonly reader: Reader; readonly project: Project }) => {
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
                    {id} {reader.labels.criteria[id]}
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
