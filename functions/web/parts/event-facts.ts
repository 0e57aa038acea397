import type { CriterionId } from '../../../shared/domain/criteria.ts'
import type { Baseline } from '../../../shared/domain/economy/report.ts'
import type { ImpersonalDecision } from '../../../shared/domain/impersonal-event.ts'
import type { Ground } from '../../../shared/domain/project/events.ts'
import type { PublicDecision } from '../../../shared/domain/publication.ts'
import type { ReturnReason } from '../../../shared/domain/return-reasons.ts'
import type { ShownEvent } from '../../../shared/i18n/shown-event.ts'
import type { Reader } from '../reader.ts'

/** Something an event tells beside what happened. `text` may be what somebody wrote. */
export interface Fact {
  readonly label: string
  readonly text: string
  /** What `text` counts, for whoever unfolds it. */
  readonly list?: readonly string[]
}

const some = (label: string, text: string | undefined): readonly Fact[] =>
  text === undefined || text === '' ? [] : [{ label, text }]

/** So many criteria are said in a line. */
const inALine = 3

/** Criteria by their ids and in words: a code alone says nothing to whoever does not work with them. */
const criteriaFacts = (label: string, ids: readonly CriterionId[], reader: Reader): readonly Fact[] => {
  const said = ids.map((id) => `${id} ${reader.labels.criteria[id]}`)
  if (said.length <= inALine) return some(label, said.join('; '))
  return [{ label, text: reader.words.timeline.criteriaCount(said.length), list: said }]
}

/** What else there is to say of an event, in the order in which it matters. An event that says nothing of itself does not compile. */
export const factsOf = (event: ShownEvent, reader: Reader): readonly Fact[] => {
  const { timeline: words } = reader.words
  const { facts } = words
  switch (event.type) {
    case 'submitted':
      return [{ label: facts.until, text: reader.dayOf(event.answerDueAt) }]
    case 'level-proposed':
    case 'assessed':
    case 'merged':
    case 'authority-left':
    case 'board-informed':
    case 'resumed':
    case 'report-accepted':
    case 'condition-waived':
    case 'completed':
    case 'change-done':
    case 'retired':
      return [
        ...some(facts.reason, 'reason' in event ? event.reason : undefined),
        ...some(facts.note, 'note' in event ? event.note : undefined),
      ]
    case 'placed':
      return [...some(facts.reason, event.reason), { label: facts.until, text: reader.dayOf(event.conceptDueAt) }]
    case 'level-changed':
      return some(facts.reason, 'reason' in event ? event.reason : undefined)
    case 'commented':
      return [{ label: facts.text, text: event.text }]
    case 'marked-ready':
      return [...some(facts.note, event.note), { label: facts.until, text: reader.dayOf(event.decisionDueAt) }]
    case 'returned':
      return [
        ...decisionFacts(event.decision, reader),
        ...returnFacts(event.reasons, reader),
        ...some(facts.comeBackWith, 'comeBackWith' in event ? event.comeBackWith : undefined),
        { label: facts.until, text: reader.dayOf(event.resubmissionDueAt) },
      ]
    case 'resubmitted':
      return [
        ...some(facts.note, event.note),
        ...some(facts.changedFields, event.changedFields.map((field) => reader.words.concept.fields[field]).join(', ')),
        ...criteriaFacts(facts.changedCriteria, event.changedCriteria, reader),
        { label: facts.until, text: reader.dayOf(event.answerDueAt) },
      ]
    case 'withdrawn':
      return some(facts.reason, 'reason' in event ? event.reason : undefined)
    case 'put-on-agenda':
      return [{ label: facts.meeting, text: reader.moment(event.meeting.meetingAt) }]
    case 'postponed':
      return some(facts.meeting, event.to === undefined ? undefined : reader.moment(event.to.meetingAt))
    case 'approved':
      return [
        ...decisionFacts(event.decision, reader),
        ...frameFacts(event.baseline, reader),
        ...('conditions' in event
          ? event.conditions.map(({ text, dueOn }) => ({
              label: facts.conditions,
              text: `${text} (${reader.day(dueOn)})`,
            }))
          : []),
      ]
    case 'rejected':
    case 'stopped':
      return decisionFacts(event.decision, reader)
    case 'continued':
      return [
        ...decisionFacts(event.decision, reader),
        ...some(facts.endsOn, event.endsOn === undefined ? undefined : reader.day(event.endsOn)),
      ]
    case 'rescoped':
      return [...decisionFacts(event.decision, reader), ...frameFacts(event.baseline, reader)]
    case 'dispute-decided':
      return decisionFacts(event.decision, reader)
    case 'steering-group-named':
    case 'coordination-group-named':
      return [{ label: facts.members, text: String(event.count) }]
    case 'authority-joined':
      return 'pledge' in event ? pledgeFacts(event.pledge, reader) : []
    case 'started':
      return [
        ...frameFacts(event.baseline, reader),
        { label: facts.nextReport, text: reader.dayOf('report' in event ? event.report.dueAt : event.reportDueAt) },
      ]
    case 'reported':
      return some(facts.nextReport, event.next === undefined ? undefined : reader.dayOf(event.next.dueAt))
    case 'report-returned':
      return [
        { label: facts.text, text: event.text },
        { label: facts.until, text: reader.dayOf(event.correctionDueAt) },
      ]
    case 'reconsideration-opened':
      return [
        ...('grounds' in event
          ? event.grounds.map((ground) => ({ label: facts.grounds, text: groundSaid(ground, reader) }))
          : []),
        { label: facts.until, text: reader.dayOf(event.decisionDueAt) },
      ]
    case 'paused':
      return [
        ...some(facts.reason, 'reason' in event ? event.reason : undefined),
        { label: facts.lookAgain, text: reader.dayOf(event.lookAgainAt) },
      ]
    case 'reopened':
      return [{ label: facts.reason, text: event.reason }]
    case 'condition-fulfilled':
      return [{ label: facts.evidence, text: event.evidence }]
    case 'went-live':
      return [
        { label: facts.from, text: reader.day(event.on) },
        ...some(facts.note, 'note' in event ? event.note : undefined),
      ]
    case 'graduation-checked':
      return [
        { label: facts.missing, text: event.missing.map((item) => reader.labels.onboarding[item]).join(', ') },
        ...some(facts.note, event.note),
      ]
    case 'change-requested':
      return [{ label: facts.text, text: event.text }]
    case 'change-assessed':
      return [
        { label: facts.text, text: event.text },
        ...some(facts.cost, event.cost === undefined ? undefined : reader.kroner(event.cost.amount)),
      ]
    case 'change-decided':
      return [{ label: facts.reason, text: event.reason }]
    case 'sla-result-recorded':
      return some(facts.note, event.note)
    case 'adaptation-recorded':
      return [
        { label: facts.text, text: event.text },
        { label: facts.reason, text: event.reason },
      ]
    case 'self-evaluated':
      return criteriaFacts(facts.changedCriteria, event.changedCriteria, reader)
    case 'evaluated':
      return [
        ...some(facts.reason, 'reason' in event ? event.reason : undefined),
        ...criteriaFacts(facts.missing, event.missingForNext, reader),
      ]
    case 'level-disputed':
      return [{ label: facts.reason, text: event.reason }]
    case 'step-taken':
      return [{ label: facts.about, text: words.dueKinds[event.kind] }]
    case 'frame-withheld':
      return [{ label: facts.until, text: reader.day(event.until) }]
    case 'frame-released':
    case 'revised':
    case 'joined-by':
    case 'lead-appointed':
    case 'proposer-transferred':
    case 'graduated':
    case 'sla-set':
    case 'person-erased':
    case 'content-erased':
      return []
  }
}

/** A decision: its reason, what it rests on, what comes next, and the count where the reader may see it. */
export const decisionFacts = (
  decision: ImpersonalDecision | PublicDecision | undefined,
  reader: Reader,
): readonly Fact[] => {
  if (decision === undefined) return []
  const { timeline: words, board } = reader.words
  const tally = 'tally' in decision ? decision.tally : undefined
  const tie = tally?.tieBrokenBy
  const counts = Object.entries(tally?.counts ?? {}).map(([choice, count]) =>
    words.votes(words.choices[choice as keyof typeof words.choices], count),
  )
  return [
    { label: words.facts.reason, text: decision.reason },
    ...criteriaFacts(words.facts.criteria, decision.criteria, reader),
    { label: words.facts.nextStep, text: decision.nextStep },
    ...some(
      words.facts.votes,
      `${counts.join(', ')}${tie === undefined ? '' : `. ${board.votes.tied(board.seats[tie])}`}`,
    ),
  ]
}

/** The frame, unless it is withheld from the reader. */
const frameFacts = (baseline: Pick<Baseline, 'budget' | 'endsOn'> | undefined, reader: Reader): readonly Fact[] => {
  const { facts } = reader.words.timeline
  if (baseline === undefined) return []
  return [
    { label: facts.budget, text: reader.kroner(baseline.budget.amount) },
    { label: facts.endsOn, text: reader.day(baseline.endsOn) },
  ]
}

const returnFacts = (reasons: readonly ReturnReason[], reader: Reader): readonly Fact[] =>
  reasons.flatMap(({ code, criteria, text }) => {
    const { facts } = reader.words.timeline
    const reason = reader.labels.returnReasons[code]
    return [
      { label: facts.reason, text: text === undefined ? reason : `${reason}: ${text}` },
      ...criteriaFacts(facts.criteria, criteria, reader),
    ]
  })

const pledgeFacts = (
  { amount, hours }: { readonly amount?: { readonly amount: number }; readonly hours?: number },
  reader: Reader,
): readonly Fact[] => {
  const { timeline: words } = reader.words
  const parts = [
    ...(amount === undefined ? [] : [reader.kroner(amount.amount)]),
    ...(hours === undefined ? [] : [words.hours(hours)]),
  ]
  return some(words.facts.pledge, parts.join(', '))
}

/** Why a project is taken up again, in words. */
export const groundSaid = (ground: Ground, reader: Reader): string => {
  const { grounds, dueKinds } = reader.words.timeline
  switch (ground.kind) {
    case 'variance': {
      const { overrun, delay, exceeds } = ground.variance
      return [
        ...(exceeds.economy ? [grounds.overrun(reader.kroner(overrun))] : []),
        ...(exceeds.schedule ? [grounds.delay(delay)] : []),
      ].join(' ')
    }
    case 'two-red-reports':
      return grounds.twoRed
    case 'overdue':
      return grounds.overdue(dueKinds[ground.item])
    case 'condition-lapsed':
      return grounds.lapsed(ground.condition)
    case 'level-raised':
      return grounds.raised(ground.from, ground.to)
    case 'last-authority-left':
      return grounds.lastLeft
    case 'asked':
      return ground.text
  }
}
