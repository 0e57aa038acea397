import type { StreamId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import type { MeetingEventType } from '../domain/meeting/events.ts'
import type { ProjectEventType } from '../domain/project/events.ts'
import type { Channel, EventNotice, StreamEvent } from './ports.ts'

/**
 * Which consumers hear of which event of a project. Webhooks hear of all; `mail` of all that anybody is written to about
 * (`eventsWithoutMail`); `agenda` of what puts an item on the board's table, takes it off, or changes who may vote on it.
 */
const ofProject = {
  submitted: ['classify', 'mail', 'webhooks'],
  resubmitted: ['classify', 'mail', 'webhooks'],
  'level-proposed': ['webhooks'],
  placed: ['mail', 'webhooks'],
  'level-changed': ['agenda', 'mail', 'webhooks'],
  commented: ['mail', 'webhooks'],
  revised: ['mail', 'webhooks'],
  assessed: ['webhooks'],
  'marked-ready': ['agenda', 'mail', 'webhooks'],
  returned: ['agenda', 'mail', 'webhooks'],
  merged: ['agenda', 'mail', 'webhooks'],
  'joined-by': ['mail', 'webhooks'],
  withdrawn: ['agenda', 'mail', 'webhooks'],
  'put-on-agenda': ['agenda', 'mail', 'webhooks'],
  postponed: ['agenda', 'mail', 'webhooks'],
  approved: ['agenda', 'mail', 'webhooks'],
  rejected: ['agenda', 'mail', 'webhooks'],
  'lead-appointed': ['agenda', 'mail', 'webhooks'],
  'proposer-transferred': ['agenda', 'mail', 'webhooks'],
  'steering-group-named': ['agenda', 'mail', 'webhooks'],
  'authority-joined': ['mail', 'webhooks'],
  'authority-left': ['mail', 'webhooks'],
  started: ['mail', 'webhooks'],
  'board-informed': ['agenda', 'mail', 'webhooks'],
  reported: ['mail', 'webhooks'],
  'report-accepted': ['mail', 'webhooks'],
  'report-returned': ['mail', 'webhooks'],
  'reconsideration-opened': ['agenda', 'mail', 'webhooks'],
  continued: ['agenda', 'mail', 'webhooks'],
  rescoped: ['agenda', 'mail', 'webhooks'],
  stopped: ['agenda', 'mail', 'webhooks'],
  'frame-withheld': ['webhooks'],
  'frame-released': ['webhooks'],
  paused: ['agenda', 'mail', 'webhooks'],
  resumed: ['agenda', 'mail', 'webhooks'],
  reopened: ['agenda', 'mail', 'webhooks'],
  'condition-fulfilled': ['mail', 'webhooks'],
  'condition-waived': ['mail', 'webhooks'],
  'went-live': ['mail', 'webhooks'],
  'coordination-group-named': ['mail', 'webhooks'],
  'graduation-checked': ['mail', 'webhooks'],
  graduated: ['agenda', 'mail', 'webhooks'],
  completed: ['agenda', 'mail', 'webhooks'],
  'change-requested': ['mail', 'webhooks'],
  'change-assessed': ['webhooks'],
  'change-decided': ['mail', 'webhooks'],
  'change-done': ['mail', 'webhooks'],
  'sla-set': ['mail', 'webhooks'],
  'sla-result-recorded': ['mail', 'webhooks'],
  'adaptation-recorded': ['mail', 'webhooks'],
  'self-evaluated': ['mail', 'webhooks'],
  evaluated: ['agenda', 'mail', 'webhooks'],
  'level-disputed': ['agenda', 'mail', 'webhooks'],
  'dispute-decided': ['agenda', 'mail', 'webhooks'],
  retired: ['agenda', 'mail', 'webhooks'],
  'person-erased': ['agenda', 'mail', 'webhooks'],
  'content-erased': ['erasures', 'webhooks'],
  'step-taken': ['mail', 'webhooks'],
} as const satisfies Record<ProjectEventType, readonly Channel[]>

/** The same for a meeting. Its events go to no webhook: votes and rankings are the board's own. */
const ofMeeting = {
  called: ['agenda', 'mail'],
  'item-added': ['mail'],
  'item-removed': [],
  'conflict-declared': [],
  'proxy-named': ['mail'],
  'vote-cast': [],
  'ranking-cast': [],
  'papers-sent': ['mail'],
  'item-closed': [],
  cancelled: ['agenda', 'mail'],
  concluded: ['agenda', 'mail'],
  'member-erased': [],
  'step-taken': ['mail'],
} as const satisfies Record<MeetingEventType, readonly Channel[]>

/** Which consumers hear of an event: of a project's all webhooks do, of a meeting's none. */
export const channelsOf = (stream: StreamId, type: StreamEvent['type']): readonly Channel[] => {
  const channels: Partial<Record<StreamEvent['type'], readonly Channel[]>> = isProjectId(stream) ? ofProject : ofMeeting
  return channels[type] ?? []
}

/** The notices of a commit, each to whoever hears of its event; whoever writes mail hears of a commit once, and tells all of it. */
export const channelled = <N extends Pick<EventNotice, 'stream' | 'type'>>(
  notices: readonly N[],
): readonly { readonly channel: Channel; readonly notice: N }[] => {
  const all = notices.flatMap((notice) =>
    channelsOf(notice.stream, notice.type).map((channel) => ({ channel, notice })),
  )
  const mailed = all.find(({ channel }) => channel === 'mail')
  return all.filter((one) => one.channel !== 'mail' || one === mailed)
}

const eventTypes: ReadonlySet<string> = new Set([...Object.keys(ofProject), ...Object.keys(ofMeeting)])

/** Whether this is the type of an event there is. */
export const isEventType = (type: unknown): type is StreamEvent['type'] =>
  typeof type === 'string' && eventTypes.has(type)
