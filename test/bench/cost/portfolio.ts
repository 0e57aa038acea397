import { addDays, dateOf, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { Calls } from './calls.ts'

export interface Person {
  readonly name: string
  readonly email: string
  readonly language: 'da' | 'en'
  readonly authority: string
}

/** People of one authority: who has ideas, who leads projects, who sits in steering groups. */
export interface Authority {
  readonly name: string
  readonly proposer: Person
  readonly lead: Person
  readonly head: Person
}

/** Who takes part in so many lives. */
export interface Association {
  readonly authorityOf: (n: number) => Authority
  /** Five of them sit on the board. */
  readonly board: readonly (Person & { readonly seat: 'chair' | 'vice-chair' | 'member' })[]
}

/**
 * Each authority has five lives: people have several cases at a time, as they do. So 200 lives are of forty authorities, and
 * of fewer lives there are fewer authorities, never so few that one would meet itself in a steering group.
 */
export const associationOf = (lives: number): Association => {
  const towns = Math.max(8, Math.round(lives / 5))
  const authorities = Array.from({ length: towns }, (_, n): Authority => {
    const name = `Kommune ${String(n + 1).padStart(2, '0')}`
    const person = (part: string): Person => ({
      name: `${part} ${name}`,
      email: `${part.toLowerCase()}@kommune${n + 1}.example`,
      language: n % 10 === 9 ? 'en' : 'da',
      authority: name,
    })
    return { name, proposer: person('Petra'), lead: person('Lars'), head: person('Hanne') }
  })
  const authorityOf = (n: number) => authorities[n % towns] as Authority
  const board = [0, 1, 2, 3, 4].map((at) => {
    const { name, head } = authorityOf(Math.floor((at * towns) / 5))
    const seat = at === 0 ? ('chair' as const) : at === 1 ? ('vice-chair' as const) : ('member' as const)
    return { ...head, email: head.email.replace('hanne@', 'board@'), name: `Bestyrelse ${name}`, seat }
  })
  return { authorityOf, board }
}

/** 60 per cent on level 1, 30 on level 2, 10 on level 3. */
export const levelOf = (n: number): Level => {
  const place = n % 10
  return place < 6 ? 1 : place < 9 ? 2 : 3
}

/** Concepts that wait for the board, and its meetings: one is called every third month, for two months ahead. */
export interface BoardTable {
  /** A project whose concept, or reconsideration, waits for a decision; what it is told when it is decided. */
  readonly wait: (project: ProjectId, outcome: (month: number) => Decision) => void
  readonly callMeeting: () => Promise<void>
  /** Holds the meeting whose day has come. */
  readonly meet: (month: number) => Promise<void>
}

export interface Decision {
  readonly outcome: 'approve' | 'return' | 'stop'
  readonly body: object
}

export const boardTable = (calls: Calls, { board }: Association): BoardTable => {
  const waiting = new Map<ProjectId, (month: number) => Decision>()
  let meeting: { readonly id: MeetingId; readonly on: string } | undefined
  return {
    wait: (project, outcome) => {
      waiting.set(project, outcome)
    },
    callMeeting: async () => {
      if (meeting !== undefined) return
      const on = addDays(dateOf(await calls.now()), 55)
      const body = { meetsAt: morningOf(on), form: 'meeting', place: 'Odense', members: board }
      const { id } = await calls.post<{ id: MeetingId }>('/api/meetings', body, { role: 'secretariat' })
      meeting = { id, on }
    },
    meet: async (month) => {
      if (meeting === undefined || dateOf(await calls.now()) < meeting.on) return
      const { id } = meeting
      meeting = undefined
      const chair = { role: 'chair', email: board[0]?.email ?? '', authority: board[0]?.authority ?? '' } as const
      const { agenda } = await calls.get<{ agenda: { project: ProjectId; kind: string }[] }>(
        `/api/meetings/${id}`,
        chair,
      )
      for (const { project, kind } of agenda) {
        const outcome = waiting.get(project)
        if (kind === 'information' || outcome === undefined) continue
        waiting.delete(project)
        const decision = outcome(month)
        for (const { email, authority, seat } of board) {
          const role = seat === 'chair' ? ('chair' as const) : ('board' as const)
          const vote = {
            project,
            choice: decision.outcome,
            ...(decision.outcome === 'approve' ? {} : { comment: 'Se begrundelsen.' }),
          }
          await calls.attempt(`/api/meetings/${id}/votes`, vote, { role, email, authority })
        }
        await calls.post(`/api/meetings/${id}/decisions`, { project, ...decision.body }, chair)
      }
      await calls.post(`/api/meetings/${id}/conclusion`, { quorate: true }, chair)
    },
  }
}
