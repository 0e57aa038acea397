import { closedStates, type Project } from '../project/state.ts'
import { dueItemOfMove } from '../project/whose-move.ts'
import type { Letter, NextMove } from './letter.ts'
import { moveFor, moveOf, moveOfItem } from './next-move.ts'

/**
 * What is to be done, in a letter that waited for the post: where that was done meanwhile, it is what the project asks for by now; of
 * a case that was closed, nothing.
 * @param then the project after what the letter tells of; `now` as it stands when the letter goes
 */
export const waitedMove = (
  { move, to, as }: Pick<Letter, 'move' | 'to' | 'as'>,
  then: Project,
  now: Project,
): NextMove => {
  if (closedStates.some((closed) => closed === now.state)) return { task: 'nothing', party: 'nobody', yours: false }
  const asked = then.due.find((item) => {
    const { task, party, by } = moveOfItem(then, item)
    return task === move.task && party === move.party && by === move.by
  })
  if (asked === undefined || now.due.some(({ key }) => key === asked.key)) return move
  const first = dueItemOfMove(now)
  return moveFor(first === undefined ? moveOf(now) : moveOfItem(now, first), now, { to, as })
}
