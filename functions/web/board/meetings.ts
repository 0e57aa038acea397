import type { MeetingSummary } from '../../../shared/use-cases/ports.ts'
import type { BoardPorts } from './ports.ts'

const states = ['called', 'concluded', 'cancelled'] as const
const pageSize = 100
/** A board meets a few times a year: more than this there are not in a lifetime. */
const mostPages = 10

/** Every meeting there has been, and is to come. */
export const meetingRows = async ({
  projections,
}: Pick<BoardPorts, 'projections'>): Promise<readonly MeetingSummary[]> => {
  const rows = await Promise.all(states.map((state) => rowsIn(state, projections)))
  return rows.flat()
}

const rowsIn = async (
  state: MeetingSummary['state'],
  projections: BoardPorts['projections'],
): Promise<readonly MeetingSummary[]> => {
  const found: MeetingSummary[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const from: { readonly cursor?: string } = cursor === null ? {} : { cursor }
    const { items, next } = await projections.byState('meeting', state, { limit: pageSize, ...from })
    for (const { summary } of items) if (summary.kind === 'meeting') found.push(summary)
    if (next === null) break
    cursor = next
  }
  return found
}
