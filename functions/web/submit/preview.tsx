import { renderToString } from 'preact-render-to-string'
import { readableIdea } from '../../../shared/api/readable-idea.ts'
import { type LevelProposal, type Pointer, proposeLevel } from '../../../shared/domain/classification.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { type Reader, readerOf } from '../reader.ts'
import type { IdeaPorts } from './ports.ts'

/** The level that what is written so far points to. */
export const previewOf = (values: unknown, settings: ProcessSettings): LevelProposal => {
  const { concept, answers } = readableIdea(values)
  return proposeLevel(concept, answers, settings)
}

/** `POST /preview`: the same as a piece of the page, for the script that keeps it up to date while somebody writes. */
export const previewPiece =
  ({ settings }: Pick<IdeaPorts, 'settings'>): PageAct =>
  async (request) => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': request.language },
    text: renderToString(
      <Preview reader={readerOf(request)} proposal={previewOf(request.form.values, settings)} settings={settings} />,
    ),
  })

interface PreviewProps {
  readonly reader: Reader
  readonly proposal: LevelProposal
  readonly settings: ProcessSettings
}

/** Which level this would probably be, why, and what is missing for the next. */
export const Preview = ({ reader, proposal, settings }: PreviewProps) => {
  const { proposal: words } = reader.words
  const { level, pointers, unmet } = proposal
  return (
    <>
      <p class="trin-level">{words.level(level)}</p>
      <p>
        {words.meaning[level]} {words.reports(reportDays(settings, level))}
      </p>
      <h3 class="h5">{words.because}</h3>
      <ul>
        {pointers.map(({ because }) => (
          <li key={because}>{words.pointers[because]}</li>
        ))}
      </ul>
      <Missing reader={reader} proposal={proposal} settings={settings} />
      {unmet.length === 0 ? (
        <p>{words.noneUnmet}</p>
      ) : (
        <details>
          <summary>
            {words.unmet(level)}: {words.unmetCount(unmet.length)}
          </summary>
          <ul>
            {unmet.map((id) => (
              <li key={id}>
                {id} {reader.labels.criteria[id]}
              </li>
            ))}
          </ul>
          <p>{words.unmetIsFine}</p>
        </details>
      )}
      <p class="trin-soft">{words.decides}</p>
    </>
  )
}

const reportDays = ({ clocks }: ProcessSettings, level: Level): number => {
  const { days = 0 } = clocks.report
  return typeof days === 'number' ? days : days[level]
}

const Missing = ({ reader, proposal, settings }: PreviewProps) => {
  const { proposal: words } = reader.words
  const { level, missingForNext } = proposal
  if (level === 3 || missingForNext.length === 0) return null
  const next = level === 1 ? 2 : 3
  return (
    <>
      <h3 class="h5">{words.missing(next)}</h3>
      <ul>
        {wantsOf(reader, missingForNext, settings).map((want) => (
          <li key={want}>{want}</li>
        ))}
      </ul>
      <p>{words.missingEach[next]}</p>
    </>
  )
}

/** In words, one for each thing that has to come; either of two that cite R3 is enough. */
const wantsOf = (
  { words: { proposal: words }, kroner }: Reader,
  missing: readonly Pointer['because'][],
  { level2Potential, level3Threshold }: ProcessSettings,
): readonly string[] => {
  const severalOrMany = missing.includes('several-authorities') && missing.includes('many-could-use-it')
  const wantOf = (because: Pointer['because']): readonly string[] => {
    switch (because) {
      case 'several-authorities':
        return severalOrMany
          ? [`${words.wants[because]}, ${words.wants.or} ${lowered(words.wants['many-could-use-it'](level2Potential))}`]
          : [words.wants[because]]
      case 'many-could-use-it':
        return severalOrMany ? [] : [words.wants[because](level2Potential)]
      case 'backed-by-management':
      case 'national-strategy':
      case 'business-critical-in-many':
        return [words.wants[because]]
      case 'joint-economy-above-threshold':
        return [words.wants[because](kroner(level3Threshold))]
      case 'nothing-points-upward':
        return []
    }
  }
  return missing.flatMap(wantOf)
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
