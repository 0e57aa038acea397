import type { Actor } from '../../../shared/domain/actor.ts'
import type { Counted } from '../../../shared/domain/board/tally.ts'
import { type Choice, choicesFor, type ExclusionReason, type Outcome } from '../../../shared/domain/board/votes.ts'
import type { ContactId, MeetingId } from '../../../shared/domain/identifiers.ts'
import { type meetingPermissions, meetingRefusalOf } from '../../../shared/domain/meeting/acts.ts'
import type { Member } from '../../../shared/domain/meeting/events.ts'
import { countVotes, decidedAt } from '../../../shared/domain/meeting/outcome.ts'
import type { Settled } from '../../../shared/domain/meeting/settled.ts'
import type { AgendaItem, Meeting } from '../../../shared/domain/meeting/state.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { meetingIn } from '../../../shared/http/meeting-answers.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readMeeting } from '../../../shared/use-cases/read-meeting.ts'
import type { BoardPorts } from './ports.ts'

type MeetingAct = keyof typeof meetingPermissions

/** One item of the agenda with the project it is about, as it stands at this moment. */
export interface TableItem {
  readonly number: number
  readonly item: AgendaItem
  readonly project: Project
  /** `leaving`: the project has moved on, and the agenda learns it in a moment. */
  readonly standing: 'open' | 'decided' | 'leaving' | 'information'
  readonly decision?: Project['decisions'][number]
  readonly outcome?: Outcome
  /** What the decision settled beside it. */
  readonly settled?: Settled
  readonly counted: Counted
}

/** A meeting as somebody sits at it. */
export interface Table {
  readonly meeting: Meeting
  readonly items: readonly TableItem[]
  readonly now: Instant
  readonly settings: ProcessSettings
  /** The reader's own seat; none for the secretariat, and for members of other meetings. */
  readonly self?: Member
  /** Those whom the reader may vote for: themselves first, then whoever named them as proxy. */
  readonly speaksFor: readonly Member[]
  readonly may: (act: MeetingAct) => boolean
  readonly nameOf: (contact: ContactId) => string | undefined
  /** Whom it names, those who have been erased left out. */
  readonly people: ReadonlyMap<ContactId, { readonly name: string }>
}

type TablePorts = Pick<BoardPorts, 'log' | 'contacts' | 'clock' | 'settings'>

/** Reads the meeting in the path, with everything on its agenda. @throws InTrouble when there is none */
export const tableOf = async (ports: TablePorts, request: PageRequest): Promise<Table> => {
  const table = await tableAt(ports, meetingIn(request), request.actor)
  if (table === undefined) throw new InTrouble({ kind: 'not-found' })
  return table
}

/** The same of any meeting; undefined where there is none. */
export const tableAt = async (ports: TablePorts, id: MeetingId, actor: Actor): Promise<Table | undefined> => {
  const found = await readMeeting(ports, id, actor)
  if (found === undefined) return undefined
  const { meeting, people, projects, settled } = found
  const { settings } = ports
  const self = actor.kind === 'person' ? meeting.members.find(({ contact }) => contact === actor.id) : undefined
  const lent = settings.proxies ? meeting.proxies.filter(({ proxy }) => proxy === self?.contact) : []
  return {
    meeting,
    items: meeting.agenda.flatMap((item, place) => {
      const project = projects.get(item.project)
      if (project === undefined) return []
      const found = itemOf(item, place + 1, project, meeting, settings)
      const came = found.decision === undefined ? undefined : settled.get(project.id)
      return [came === undefined ? found : { ...found, settled: came }]
    }),
    now: ports.clock(),
    settings,
    ...(self === undefined ? {} : { self }),
    speaksFor:
      self === undefined
        ? []
        : [self, ...meeting.members.filter(({ contact }) => lent.some(({ member }) => member === contact))],
    may: (act) => meetingRefusalOf(meeting, act, actor) === undefined,
    nameOf: (contact) => people.get(contact)?.name,
    people,
  }
}

const itemOf = (
  item: AgendaItem,
  number: number,
  project: Project,
  meeting: Meeting,
  settings: ProcessSettings,
): TableItem => {
  const counted = countVotes(meeting, project, settings)
  if (counted === undefined) throw new Error(`${project.id} is on the agenda of ${meeting.id}, and is not`)
  const awaits = project.meeting?.meeting === meeting.id
  const decision = decidedAt(meeting, item, project)
  const outcome = item.outcome ?? decision?.outcome
  return {
    number,
    item,
    project,
    counted,
    standing: standingOf(item, { awaits, isDecided: outcome !== undefined, isOver: meeting.state !== 'called' }),
    ...(decision === undefined ? {} : { decision }),
    ...(outcome === undefined ? {} : { outcome }),
  }
}

const standingOf = (
  { kind }: AgendaItem,
  { awaits, isDecided, isOver }: { readonly awaits: boolean; readonly isDecided: boolean; readonly isOver: boolean },
): TableItem['standing'] => {
  if (kind === 'information') return 'information'
  if (isDecided) return 'decided'
  return awaits && !isOver ? 'open' : 'leaving'
}

/** Why this member may not vote on an item; undefined where they may. */
export const exclusionOf = ({ counted }: TableItem, contact: ContactId): ExclusionReason | undefined =>
  counted.tally.excluded.find(({ member }) => member === contact)?.why

/** What this member votes on an item, so far. */
export const voteOf = ({ item }: TableItem, contact: ContactId) => item.votes.find(({ member }) => member === contact)

/** Whether too few are left to vote on the item, so that the general assembly decides it. */
export const isLeftToAssembly = ({ counted }: TableItem): boolean => counted.result === 'general-assembly'

/** Whether votes on the item are taken now: it is open, enough of the board may vote, and a written vote has not come to its end. */
export const takesVotes = (item: TableItem, { meeting, now }: Table): boolean =>
  item.standing === 'open' &&
  !isLeftToAssembly(item) &&
  meeting.state === 'called' &&
  (meeting.form === 'meeting' || now <= meeting.meetsAt)

/** Those whom the reader may vote for on this item: a proxy who is excluded speaks for nobody. */
export const votersFor = (item: TableItem, { self, speaksFor }: Table): readonly Member[] =>
  self === undefined || exclusionOf(item, self.contact) !== undefined
    ? []
    : speaksFor.filter(({ contact }) => exclusionOf(item, contact) === undefined)

/** Items on which a vote of the reader, or of somebody they speak for, is missing. */
export const missingVotes = (table: Table): readonly TableItem[] =>
  table.items.filter(
    (item) =>
      takesVotes(item, table) && votersFor(item, table).some(({ contact }) => voteOf(item, contact) === undefined),
  )

/** What can be voted for, in the order in which it is asked. */
export const choicesOn = ({ item }: TableItem): readonly Choice[] => choicesFor[item.kind]
