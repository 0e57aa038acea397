import * as z from 'zod/mini'
import { meetingsQuery } from '../../shared/api/reads.ts'
import { meetingRow } from '../../shared/api/row-views.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { opened } from './cursor.ts'
import type { PortfolioPorts } from './ports.ts'
import { perReader } from './read-one.ts'

const place = z.strictObject({ meetings: z.string() })

/** `GET /api/meetings`: those that are called. When, in which form and how many items, for everyone; where, for the association. */
export const meetings =
  ({ projections, cursors }: PortfolioPorts): Act =>
  async ({ query, actor }) => {
    const { limit, cursor } = parse(meetingsQuery, query)
    const from = cursor === undefined ? undefined : opened(cursors, place, cursor).meetings
    const page = await projections.byState('meeting', 'called', {
      limit,
      ...(from === undefined ? {} : { cursor: from }),
    })
    const items = page.items.flatMap(({ summary }) => (summary.kind === 'meeting' ? [meetingRow(summary, actor)] : []))
    const next = page.next === null ? null : cursors.close(JSON.stringify({ meetings: page.next }))
    return { status: 200, headers: perReader, json: { items, next } }
  }
