import type { LetterBody } from '../../domain/correspondence/letter-body.ts'
import type { MailContent } from '../content.ts'
import * as clocks from './clocks.ts'
import * as decisions from './decisions.ts'
import * as evaluations from './evaluations.ts'
import * as ideas from './ideas.ts'
import * as meetings from './meetings.ts'
import * as people from './people.ts'
import * as products from './products.ts'
import type { Reader } from './reader.ts'
import * as running from './running.ts'

/** What a letter says to its reader. Pure. */
export const contentOf = (body: LetterBody, reader: Reader): MailContent => {
  switch (body.template) {
    case 'received':
      return ideas.received(body, reader)
    case 'level-placed':
      return ideas.levelPlaced(body, reader)
    case 'level-changed':
      return ideas.levelChanged(body, reader)
    case 'comment':
      return ideas.comment(body, reader)
    case 'revised':
      return ideas.revised(body, reader)
    case 'concept-ready':
      return ideas.conceptReady(body, reader)
    case 'returned':
      return ideas.returned(body, reader)
    case 'resubmitted':
      return ideas.resubmitted(body, reader)
    case 'merged':
      return ideas.merged(body, reader)
    case 'merged-in':
      return ideas.mergedIn(body, reader)
    case 'withdrawn':
      return ideas.withdrawn(body, reader)
    case 'reopened':
      return ideas.reopened(body, reader)
    case 'on-agenda':
      return decisions.onAgenda(body, reader)
    case 'postponed':
      return decisions.postponed(body, reader)
    case 'approved':
      return decisions.approved(body, reader)
    case 'condition-given':
      return decisions.conditionGiven(body, reader)
    case 'rejected':
      return decisions.rejected(body, reader)
    case 'started':
      return decisions.started(body, reader)
    case 'board-informed':
      return decisions.boardInformed(body, reader)
    case 'reconsideration-opened':
      return decisions.reconsiderationOpened(body, reader)
    case 'reconsideration-decided':
      return decisions.reconsiderationDecided(body, reader)
    case 'stopped':
      return decisions.stopped(body, reader)
    case 'lead-appointed':
      return people.leadAppointed(body, reader)
    case 'lead-replaced':
      return people.leadReplaced(body, reader)
    case 'proposer-transferred':
      return people.proposerTransferred(body, reader)
    case 'proposer-replaced':
      return people.proposerReplaced(body, reader)
    case 'steering-group-named':
      return people.steeringGroupNamed(body, reader)
    case 'steering-group-left':
      return people.steeringGroupLeft(body, reader)
    case 'authority-joined':
      return people.authorityJoined(body, reader)
    case 'authority-left':
      return people.authorityLeft(body, reader)
    case 'report-received':
      return running.reportReceived(body, reader)
    case 'report-accepted':
      return running.reportAccepted(body, reader)
    case 'report-returned':
      return running.reportReturned(body, reader)
    case 'paused':
      return running.paused(body, reader)
    case 'resumed':
      return running.resumed(body, reader)
    case 'condition-fulfilled':
      return running.conditionFulfilled(body, reader)
    case 'condition-waived':
      return running.conditionWaived(body, reader)
    case 'went-live':
      return products.wentLive(body, reader)
    case 'coordination-group-named':
      return products.coordinationGroupNamed(body, reader)
    case 'coordination-group-left':
      return products.coordinationGroupLeft(body, reader)
    case 'graduation-checked':
      return products.graduationChecked(body, reader)
    case 'graduated':
      return products.graduated(body, reader)
    case 'completed':
      return products.completed(body, reader)
    case 'change-received':
      return products.changeReceived(body, reader)
    case 'change-decided':
      return products.changeDecided(body, reader)
    case 'change-done':
      return products.changeDone(body, reader)
    case 'sla-set':
      return products.slaSet(body, reader)
    case 'sla-breach':
      return products.slaBreach(body, reader)
    case 'adaptation-recorded':
      return products.adaptationRecorded(body, reader)
    case 'retired':
      return products.retired(body, reader)
    case 'part-taken-over':
      return products.partTakenOver(body, reader)
    case 'part-vacant':
      return products.partVacant(body, reader)
    case 'self-evaluated':
      return evaluations.selfEvaluated(body, reader)
    case 'level-assessed':
      return evaluations.levelAssessed(body, reader)
    case 'level-disputed':
      return evaluations.levelDisputed(body, reader)
    case 'dispute-decided':
      return evaluations.disputeDecided(body, reader)
    case 'reminder':
      return clocks.reminder(body, reader)
    case 'overdue':
      return clocks.overdue(body, reader)
    case 'meeting-called':
      return meetings.meetingCalled(body, reader)
    case 'papers-ready':
      return meetings.papersReady(body, reader)
    case 'vote-reminder':
      return meetings.voteReminder(body, reader)
    case 'proxy-named':
      return meetings.proxyNamed(body, reader)
    case 'meeting-cancelled':
      return meetings.meetingCancelled(body, reader)
    case 'meeting-concluded':
      return meetings.meetingConcluded(body, reader)
    case 'link-resent':
      return { what: reader.words.frame.linkResent.what, paragraphs: reader.words.frame.linkResent.text }
  }
}
