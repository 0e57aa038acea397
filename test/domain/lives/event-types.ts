import type { MeetingEventType } from '../../../shared/domain/meeting/events.ts'
import type { ProjectEventType } from '../../../shared/domain/project/events.ts'

/** Every type of event once; a record, so that a new type that nobody lists does not compile. */
const ofProjects: Record<ProjectEventType, true> = {
  submitted: true,
  'level-proposed': true,
  placed: true,
  'level-changed': true,
  commented: true,
  revised: true,
  assessed: true,
  'marked-ready': true,
  returned: true,
  resubmitted: true,
  merged: true,
  'joined-by': true,
  withdrawn: true,
  'put-on-agenda': true,
  postponed: true,
  approved: true,
  rejected: true,
  'lead-appointed': true,
  'proposer-transferred': true,
  'steering-group-named': true,
  'authority-joined': true,
  'authority-left': true,
  started: true,
  'board-informed': true,
  reported: true,
  'report-accepted': true,
  'report-returned': true,
  'reconsideration-opened': true,
  continued: true,
  rescoped: true,
  stopped: true,
  paused: true,
  resumed: true,
  reopened: true,
  'condition-fulfilled': true,
  'condition-waived': true,
  'step-taken': true,
}

const ofMeetings: Record<MeetingEventType, true> = {
  called: true,
  'item-added': true,
  'item-removed': true,
  'conflict-declared': true,
  'proxy-named': true,
  'vote-cast': true,
  'ranking-cast': true,
  'papers-sent': true,
  'item-closed': true,
  cancelled: true,
  concluded: true,
  'step-taken': true,
}

export const projectEventTypes = Object.keys(ofProjects)
export const meetingEventTypes = Object.keys(ofMeetings)
