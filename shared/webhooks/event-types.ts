import type { ProjectEvent } from '../domain/project/events.ts'

/** Every event of a project, so that a misspelt filter in the settings is refused, and a new event cannot be forgotten. */
const types: Readonly<Record<ProjectEvent['type'], true>> = {
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

export const isProjectEventType = (type: string): type is ProjectEvent['type'] => Object.hasOwn(types, type)

export const projectEventTypes: readonly ProjectEvent['type'][] = Object.keys(types).filter(isProjectEventType)
