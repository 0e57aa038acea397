import type { Risk } from '../../../shared/domain/economy/report.ts'
import { riskScore } from '../../../shared/domain/economy/report-changes.ts'
import type { Reader } from '../reader.ts'

const scale = [1, 2, 3, 4, 5] as const

/** How grave a field of the matrix is, by likelihood times impact. */
const gravity = (score: number): 'low' | 'middle' | 'high' => (score >= 15 ? 'high' : score >= 6 ? 'middle' : 'low')

/** Risks by likelihood and impact, each by its number, and what is done about them; the gravest first. */
export const RiskMatrix = ({ reader, risks }: { readonly reader: Reader; readonly risks: readonly Risk[] }) => {
  const { report: words } = reader.words
  if (risks.length === 0) return <p>{words.noRisks}</p>
  const numbered = risks
    .toSorted((a, b) => riskScore(b) - riskScore(a))
    .map((risk, place) => ({ risk, number: place + 1 }))
  return (
    <>
      <section class="table--responsive-scroll" aria-label={words.matrix} tabindex={0}>
        <table class="trin-matrix">
          <caption>{words.matrix}</caption>
          <thead>
            <tr>
              <th scope="col">
                {words.likelihood} ↓ · {words.impact} →
              </th>
              {scale.map((impact) => (
                <th key={impact} scope="col">
                  {impact} <span class="sr-only">{words.impacts[impact - 1]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scale.toReversed().map((likelihood) => (
              <tr key={likelihood}>
                <th scope="row">{words.scored(likelihood, words.likelihoods[likelihood - 1] ?? '')}</th>
                {scale.map((impact) => (
                  <td key={impact} class={`trin-risk-${gravity(likelihood * impact)}`}>
                    {numbered
                      .filter(({ risk }) => risk.likelihood === likelihood && risk.impact === impact)
                      .map(({ number }) => (
                        <span key={number} class="trin-risk">
                          {number}
                        </span>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ol>
        {numbered.map(({ risk, number }) => (
          <li key={number}>
            <strong>{risk.text}</strong>{' '}
            <span class="trin-soft">
              {words.likelihood} {risk.likelihood}, {words.impact.toLowerCase()} {risk.impact}.
            </span>{' '}
            {risk.response}
          </li>
        ))}
      </ol>
    </>
  )
}
