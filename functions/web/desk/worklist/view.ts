import type { Level } from '../../../../shared/domain/level.ts'
import { closedStates, type ProjectStateName, projectStates } from '../../../../shared/domain/project/state.ts'
import type { MoveParty } from '../../../../shared/domain/project/whose-move.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { alphabetical } from '../../../../shared/i18n/alphabetical.ts'
import type { ProjectSummary } from '../../../../shared/use-cases/ports.ts'

/** What the list is asked to show: all of it stands in its address. */
export interface WorkQuery {
  /** `ours`: what waits for the secretariat. */
  readonly view: 'all' | 'ours'
  /** Without one: whatever is open. */
  readonly state?: ProjectStateName
  readonly level?: Level | 'none'
  readonly party?: Exclude<MoveParty, 'nobody'>
  readonly authority?: string
  /** Words that stand in the title, in any case of letters. */
  readonly search?: string
  /** From 1. */
  readonly page: number
}

export const parties = ['secretariat', 'proposer', 'board', 'lead', 'coordination'] as const
const levels = ['1', '2', '3', 'none'] as const
const levelOf = { '1': 1, '2': 2, '3': 3, none: 'none' } as const

const oneOf = <T extends string>(choices: readonly T[], sent: string | undefined): T | undefined =>
  choices.find((choice) => choice === sent)

/** A filter that is nobody's choice is left out, as one that was not chosen: an address that was bent still shows a list. */
export const workQuery = (query: Readonly<Record<string, string>>): WorkQuery => {
  const state = oneOf(projectStates, query.state)
  const level = oneOf(levels, query.level)
  const party = oneOf(parties, query.party)
  const authority = query.authority?.trim().slice(0, 200)
  const search = query.search?.trim().slice(0, 200)
  return {
    view: query.view === 'ours' ? 'ours' : 'all',
    ...(state === undefined ? {} : { state }),
    ...(level === undefined ? {} : { level: levelOf[level] }),
    ...(party === undefined ? {} : { party }),
    ...(authority ? { authority } : {}),
    ...(search ? { search } : {}),
    page: /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1,
  }
}

/** The address of the list with some of it asked otherwise; whatever changes, it begins at its first page. */
export const addressOf = (query: WorkQuery, change: Partial<WorkQuery> = {}): string => {
  const { view, page, ...filters } = { ...query, page: 1, ...change }
  const asked = Object.entries({
    ...(view === 'all' ? {} : { view }),
    ...filters,
    ...(page === 1 ? {} : { page }),
  }).map(([name, value]) => [name, String(value)])
  return asked.length === 0 ? '/desk' : `/desk?${new URLSearchParams(Object.fromEntries(asked))}`
}

const closed: readonly ProjectStateName[] = closedStates
const open = projectStates.filter((state) => !closed.includes(state))

export const statesOf = ({ state }: WorkQuery): readonly ProjectStateName[] => (state === undefined ? open : [state])

/** A project on the list, by what is to be done there first. */
export interface Work {
  readonly row: ProjectSummary
  /** The secretariat is to do something, by its move or beside another's. */
  readonly ours: boolean
  /** What waits for it beside the move of another. */
  readonly task?: NonNullable<ProjectSummary['task']>
  readonly dueAt?: Instant
}

export const groups = ['overdue', 'week', 'later'] as const
export type Group = (typeof groups)[number]

const weekInMs = 7 * 86_400_000

export interface Worklist {
  readonly ours: number
  readonly all: number
  /** By group: how many there are in all, and those of them on this page. */
  readonly groups: readonly { readonly name: Group; readonly count: number; readonly works: readonly Work[] }[]
  readonly page: number
  readonly pages: number
  /** Whoever takes part in what there is, for the filter. */
  readonly authorities: readonly string[]
}

export const perPage = 30

const workOf = (row: ProjectSummary): Work => {
  const { whoseMove, dueAt, task } = row
  if (whoseMove === 'secretariat' || task === undefined)
    return { row, ours: whoseMove === 'secretariat', ...(dueAt === undefined ? {} : { dueAt }) }
  return { row, ours: true, task, ...(task.dueAt === undefined ? {} : { dueAt: task.dueAt }) }
}

const fits = ({ row }: Work, { level, party, authority, search }: WorkQuery): boolean =>
  (level === undefined || (level === 'none' ? row.level === undefined : row.level === level)) &&
  (party === undefined || row.whoseMove === party) &&
  (authority === undefined || row.authorities.some((one) => one.toLowerCase() === authority.toLowerCase())) &&
  (search === undefined || row.title.toLowerCase().includes(search.toLowerCase()))

const groupOf = ({ dueAt }: Work, now: Instant): Group => {
  if (dueAt === undefined) return 'later'
  if (dueAt < now) return 'overdue'
  return Date.parse(dueAt) - Date.parse(now) <= weekInMs ? 'week' : 'later'
}

/** What waits for the secretariat comes first, then what is due first; what has no date comes last. */
const byUrgency = (one: Work, other: Work): number =>
  Number(other.ours) - Number(one.ours) ||
  compared(one.dueAt ?? '~', other.dueAt ?? '~') ||
  compared(one.row.id, other.row.id)

/** Of moments and ids, which sort as they are written. */
const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

/** The list as it is shown: sorted into what is overdue, what is due within seven days, and the rest. */
export const worklistOf = (rows: readonly ProjectSummary[], query: WorkQuery, now: Instant): Worklist => {
  const fitting = rows.map(workOf).filter((work) => fits(work, query))
  const ours = fitting.filter((work) => work.ours)
  const shown = query.view === 'ours' ? ours : fitting
  const sorted = groups.flatMap((name) =>
    shown
      .filter((work) => groupOf(work, now) === name)
      .sort(byUrgency)
      .map((work) => ({ name, work })),
  )
  const pages = Math.max(1, Math.ceil(sorted.length / perPage))
  const page = Math.min(query.page, pages)
  const here = sorted.slice((page - 1) * perPage, page * perPage)
  return {
    ours: ours.length,
    all: fitting.length,
    groups: groups.map((name) => ({
      name,
      count: sorted.filter((one) => one.name === name).length,
      works: here.filter((one) => one.name === name).map(({ work }) => work),
    })),
    page,
    pages,
    authorities: alphabetical(rows.flatMap(({ authorities }) => authorities)),
  }
}
