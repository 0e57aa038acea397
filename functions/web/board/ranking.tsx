import { mergeRankings } from '../../../shared/domain/board/ranking.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { freshForm } from '../form/act.ts'
import { Form } from '../form/form.tsx'
import { type FormState, fieldState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import type { Table, TableItem } from './table.ts'

interface RankingProps {
  readonly reader: Reader
  readonly table: Table
  readonly tried: FormState | undefined
}

/** What money may go to: a concept that is open, or approved. */
const isConcept = ({ item, standing, outcome }: TableItem): boolean =>
  item.kind === 'concept' && (standing === 'open' || outcome === 'approve')
const costOf = ({ item }: TableItem): number => item.jointCost?.amount ?? 0

/** Concepts against each other: the members' rankings merged, the reader's own, and how far the money goes. */
export const Ranking = ({ reader, table, tried }: RankingProps) => {
  const { ranking: words } = reader.words.board
  const concepts = table.items.filter(isConcept)
  if (concepts.length < 2) return null
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">{words.title}</h2>
      <p>{words.text}</p>
      <h3>{words.merged}</h3>
      <div id="merged-ranking" data-live>
        <Merged reader={reader} table={table} concepts={concepts} />
      </div>
      <Own reader={reader} table={table} tried={tried} />
    </section>
  )
}

const Merged = ({
  reader,
  table: { meeting },
  concepts,
}: Omit<RankingProps, 'tried'> & { readonly concepts: readonly TableItem[] }) => {
  const { ranking: words } = reader.words.board
  const order = mergeRankings(
    concepts.map(({ item }) => item),
    meeting.rankings,
    meeting.budget,
  )
  const titleOf = (id: ProjectId) => concepts.find(({ project }) => project.id === id)?.project.concept.title
  const below = order.findIndex(({ aboveCutLine }) => !aboveCutLine)
  return (
    <>
      <p>{words.ranked(meeting.rankings.length, meeting.members.length)}</p>
      <ol class="trin-ranking no-max-width">
        {order.map(({ project, cumulative, halfPoints }, place) => (
          <>
            {place === below && <CutLine reader={reader} budget={meeting.budget?.amount} />}
            <li key={project}>
              <span class="trin-place">{place + 1}.</span>
              <span class="trin-ranked">{titleOf(project)}</span>
              <span class="trin-sum">
                {words.points(points(reader, halfPoints))} · {words.sum(reader.kroner(cumulative.amount))}
              </span>
            </li>
          </>
        ))}
        {below < 0 && <CutLine reader={reader} budget={meeting.budget?.amount} />}
      </ol>
    </>
  )
}

/** Borda's points come in halves. */
const points = ({ language }: Reader, halves: number): string => {
  const text = String(halves / 2)
  return language === 'da' ? text.replace('.', ',') : text
}

const CutLine = ({ reader, budget }: { readonly reader: Reader; readonly budget: number | undefined }) =>
  budget === undefined ? null : (
    <li class="trin-cut-line" data-cut-line>
      {reader.words.board.ranking.cutLine(reader.kroner(budget))}
    </li>
  )

/** The reader's own order: by numbers, or with a script by dragging and by buttons; the line moves along. */
const Own = ({ reader, table, tried }: RankingProps) => {
  const { ranking: words } = reader.words.board
  const { self, meeting } = table
  const open = table.items.filter((item) => isConcept(item) && item.standing === 'open')
  if (self === undefined || !table.may('rank') || open.length < 2) return null
  const own = meeting.rankings.find(({ member }) => member === self.contact)?.order
  const placeOf = ({ project }: TableItem): number => {
    const place = own?.indexOf(project.id) ?? -1
    return place < 0 ? open.length : place
  }
  const mine = open.toSorted((a, b) => placeOf(a) - placeOf(b))
  const state =
    tried ??
    freshForm({ rank: Object.fromEntries(mine.map(({ project }, place) => [`${project.id}:int`, String(place + 1)])) })
  const given = table.items
    .filter((item) => isConcept(item) && item.standing === 'decided')
    .reduce((sum, item) => sum + costOf(item), 0)
  const sums = mine.map((_, place) => mine.slice(0, place + 1).reduce((sum, item) => sum + costOf(item), given))
  const budget = meeting.budget?.amount
  const below = budget === undefined ? -1 : sums.findIndex((sum) => sum > budget)
  return (
    <>
      <h3>{words.own}</h3>
      <p>
        {own === undefined ? words.notYet : words.saved} {given > 0 && words.given(reader.kroner(given))}
      </p>
      <Form reader={reader} state={state} action={`/board/${meeting.id}/rank`} submit={words.submit}>
        <ol
          class="trin-ranking no-max-width"
          data-ranking
          data-budget={budget}
          data-given={given}
          data-sum={words.sum('#')}
          data-up={words.up('#')}
          data-down={words.down('#')}
          data-moved={words.moved('#', '@')}
        >
          {mine.map((item, place) => {
            const { project } = item
            const field = fieldState(state, `rank.${project.id}:int`)
            return (
              <>
                {place === below && <CutLine reader={reader} budget={budget} />}
                <li key={project.id} data-cost={costOf(item)}>
                  <input
                    class="form-input trin-place"
                    type="number"
                    id={field.id}
                    name={`rank.${project.id}:int`}
                    value={field.value}
                    min={1}
                    max={mine.length}
                    inputmode="numeric"
                    aria-describedby={`${field.id}-sum`}
                  />
                  <label class="trin-ranked" for={field.id}>
                    {project.concept.title}
                  </label>
                  <span class="trin-sum" id={`${field.id}-sum`}>
                    {item.item.jointCost === undefined ? words.noCost : reader.kroner(costOf(item))} ·{' '}
                    <span data-sum-of>{words.sum(reader.kroner(sums[place] ?? 0))}</span>
                  </span>
                </li>
              </>
            )
          })}
          {below < 0 && <CutLine reader={reader} budget={budget} />}
        </ol>
      </Form>
    </>
  )
}

/** The order that was sent, as numbers beside projects: of equal ones the first on the page counts; one without a number is not ranked. */
export const orderIn = ({ form }: PageRequest): unknown => {
  const { rank } = form.values as { readonly rank?: unknown }
  if (typeof rank !== 'object' || rank === null) return { order: [] }
  const places = Object.entries(rank).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  return { order: places.toSorted(([, a], [, b]) => a - b).map(([project]) => project) }
}
