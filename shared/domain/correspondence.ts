import * as decision from './correspondence/decision-letters.ts'
import { personErased } from './correspondence/erasure-letters.ts'
import * as evaluation from './correspondence/evaluation-letters.ts'
import * as idea from './correspondence/idea-letters.ts'
import type { Letter } from './correspondence/letter.ts'
import * as product from './correspondence/product-letters.ts'
import * as running from './correspondence/running-letters.ts'
import { stepTaken } from './correspondence/step-letters.ts'
import type { ProjectLetterContext } from './correspondence/writing.ts'
import type { StreamId } from './identifiers.ts'
import type { MeetingEvent } from './meeting/events.ts'
import type { Meeting } from './meeting/state.ts'
import type { ProjectEvent } from './project/events.ts'
import type { Project } from './project/state.ts'

export type { Letter } from './correspondence/letter.ts'
export { meetingEventsWithoutMail, meetingLettersFor } from './correspondence/meeting-letters.ts'

/** Events of a project that nobody is written to about, and why. */
export const eventsWithoutMail = {
  'level-proposed':
    'A proposal of the system to the secretariat, which was told that the idea arrived and sees both together.',
  assessed: 'The colours are work in progress; they are told with the decision they lead to.',
  'frame-withheld':
    'It changes what strangers read and nothing for the people of the project, who see the frame throughout.',
  'frame-released': 'It changes what strangers read, as before.',
  'change-assessed':
    'What the coordination group finds on the way to its answer: told with the answer, and to the steering group with what is handed to it.',
  'content-erased': 'Whoever it concerned is forgotten with it.',
} as const satisfies Partial<Record<ProjectEvent['type'], string>>

/**
 * Who is told what about an event of a project: one letter at each transition, to the party whose move it becomes and
 * to those affected, never two to the same recipient (`docs/process.md`, mail). Pure.
 * @param project as it stands after the commit
 */
export const lettersFor = (event: ProjectEvent, project: Project, context: ProjectLetterContext): readonly Letter[] => {
  switch (event.type) {
    case 'submitted':
      return idea.submitted(event, project, context)
    case 'placed':
      return idea.placed(event, project, context)
    case 'level-changed':
      return idea.levelChanged(event, project, context)
    case 'commented':
      return idea.commented(event, project, context)
    case 'revised':
      return idea.revised(event, project, context)
    case 'marked-ready':
      return idea.markedReady(event, project, context)
    case 'returned':
      return idea.returned(event, project, context)
    case 'resubmitted':
      return idea.resubmitted(event, project, context)
    case 'merged':
      return idea.merged(event, project, context)
    case 'joined-by':
      return idea.joinedBy(event, project, context)
    case 'withdrawn':
      return idea.withdrawn(event, project, context)
    case 'reopened':
      return idea.reopened(event, project, context)
    case 'put-on-agenda':
      return decision.putOnAgenda(event, project, context)
    case 'postponed':
      return decision.postponed(event, project, context)
    case 'approved':
      return decision.approved(event, project, context)
    case 'rejected':
      return decision.rejected(event, project, context)
    case 'started':
      return decision.started(event, project, context)
    case 'board-informed':
      return decision.boardInformed(event, project, context)
    case 'reconsideration-opened':
      return decision.reconsiderationOpened(event, project, context)
    case 'continued':
    case 'rescoped':
      return decision.goesOn(event, project, context)
    case 'stopped':
      return decision.stopped(event, project, context)
    case 'lead-appointed':
      return running.leadAppointed(event, project, context)
    case 'proposer-transferred':
      return running.proposerTransferred(event, project, context)
    case 'steering-group-named':
      return running.steeringGroupNamed(event, project, context)
    case 'authority-joined':
      return running.authorityJoined(event, project, context)
    case 'authority-left':
      return running.authorityLeft(event, project, context)
    case 'reported':
      return running.reported(event, project, context)
    case 'report-accepted':
      return running.reportAccepted(event, project, context)
    case 'report-returned':
      return running.reportReturned(event, project, context)
    case 'paused':
      return running.paused(event, project, context)
    case 'resumed':
      return running.resumed(event, project, context)
    case 'condition-fulfilled':
      return running.conditionFulfilled(event, project, context)
    case 'condition-waived':
      return running.conditionWaived(event, project, context)
    case 'went-live':
      return product.wentLive(event, project, context)
    case 'coordination-group-named':
      return product.coordinationGroupNamed(event, project, context)
    case 'graduation-checked':
      return product.graduationChecked(event, project, context)
    case 'graduated':
      return product.graduated(event, project, context)
    case 'completed':
      return product.completed(event, project, context)
    case 'change-requested':
      return product.changeRequested(event, project, context)
    case 'change-decided':
      return product.changeDecided(event, project, context)
    case 'change-done':
      return product.changeDone(event, project, context)
    case 'sla-set':
      return product.slaSet(event, project, context)
    case 'sla-result-recorded':
      return product.slaResultRecorded(event, project, context)
    case 'adaptation-recorded':
      return product.adaptationRecorded(event, project, context)
    case 'retired':
      return product.retired(event, project, context)
    case 'self-evaluated':
      return evaluation.selfEvaluated(event, project, context)
    case 'evaluated':
      return evaluation.evaluated(event, project, context)
    case 'level-disputed':
      return evaluation.levelDisputed(event, project, context)
    case 'dispute-decided':
      return evaluation.disputeDecided(event, project, context)
    case 'person-erased':
      return personErased(event, project, context)
    case 'step-taken':
      return stepTaken(event, project, context)
    case 'level-proposed':
    case 'change-assessed':
    case 'content-erased':
    case 'frame-withheld':
    case 'frame-released':
    case 'assessed':
      return []
  }
}

/** Streams whose titles the letters about this event name, beside its own. */
export const streamsNamedBy = (event: ProjectEvent | MeetingEvent, meeting?: Meeting): readonly StreamId[] => {
  if (event.type === 'merged') return [event.into]
  if (event.type === 'joined-by') return [event.project]
  const naming: readonly (typeof event.type)[] = ['item-added', 'papers-sent', 'concluded', 'step-taken']
  const namesAgenda = naming.includes(event.type)
  return namesAgenda && meeting !== undefined ? meeting.agenda.map(({ project }) => project) : []
}
