import { type Answers, changedAnswers, changedConcept } from '../../concept.ts'
import { changedCriteria, refusedOutright, unexplained } from '../../criteria.ts'
import { dueDate } from '../../deadlines/steps.ts'
import { nobody } from '../../identifiers.ts'
import type { Level } from '../../level.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { changedFields } from '../changed-fields.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { changeLevel } from './levels.ts'
import { retentionAfter } from './retention.ts'
import { citeReasons } from './return-reasons.ts'

export const submit = (command: Command<'submit'>, { now, settings }: DecisionContext): Decided => [
  {
    type: 'submitted',
    kind: command.kind,
    concept: command.concept,
    answers: command.answers,
    proposer: command.proposer,
    consentToPublish: command.consentToPublish,
    answerDueAt: dueDate('answer', undefined, now, settings),
  },
]

/** A proposal that comes again, or after the idea was placed, changes nothing. */
export const proposeLevel = (project: Project, { proposal }: Command<'propose-level'>): Decided =>
  project.proposal === undefined ? [{ type: 'level-proposed', proposal }] : []

/** A person confirms the proposed level or overrides it with a reason; on a project that is placed already, changes its level. */
export const place = (project: Project, command: Command<'place'>, context: DecisionContext): Decided => {
  if (project.state !== 'idea') return changeLevel(project, command, context)
  const proposed = project.proposal?.level
  const reason = command.reason?.trim()
  if (proposed !== undefined && proposed !== command.level && !reason)
    return refuse('reason-required', 'override-needs-reason', { at: ['reason'], facts: { proposed } })
  return [
    {
      type: 'placed',
      level: command.level,
      ...(proposed === undefined ? {} : { proposed }),
      ...(reason ? { reason } : {}),
      conceptDueAt: dueDate('concept', command.level, context.now, context.settings),
    },
  ]
}

export const revise = (project: Project, { concept, answers }: Command<'revise'>): Decided => {
  const revised = changedConcept(project.concept, concept)
  const answered = changedAnswers(project.answers, answers)
  const unchanged =
    changedFields(project.concept, revised).length === 0 && changedCriteria(project.answers, answered).length === 0
  return unchanged ? [] : [{ type: 'revised', concept: revised, answers: answered }]
}

/** Ready for decision: what the level asks for is met or explained; law and licence (F2, F3) cannot be explained away. */
export const markReady = (
  project: Project,
  { note }: Command<'mark-ready'>,
  { now, settings }: DecisionContext,
): Decided => {
  const level = project.level as Level
  const trouble = complyOrExplain(project.answers, level)
  if (trouble !== undefined) return trouble
  return [
    {
      type: 'marked-ready',
      ...(note === undefined ? {} : { note }),
      decisionDueAt: dueDate(level === 1 ? 'answer' : 'decision', level, now, settings),
    },
  ]
}

const complyOrExplain = (answers: Answers, level: Level): Refusal | undefined => {
  const beyond = refusedOutright(answers)
  if (beyond.length > 0)
    return refuse('invalid', 'law-and-licence', { at: ['answers', beyond[0] as string], facts: { criteria: beyond } })
  const silent = unexplained(answers, level)
  return silent.length === 0
    ? undefined
    : refuse('invalid', 'unmet-unexplained', { at: ['answers', silent[0] as string], facts: { criteria: silent } })
}

export const returnIdea = (
  project: Project,
  command: Command<'return'>,
  { now, settings }: DecisionContext,
): Decided => {
  const cited = citeReasons(command.reasons, command.comeBackWith)
  if ('refused' in cited) return cited
  return [
    {
      type: 'returned',
      from: 'secretariat',
      ...cited,
      loop: project.returns.length + 1,
      resubmissionDueAt: dueDate('resubmission', project.level, now, settings),
    },
  ]
}

export const resubmit = (
  project: Project,
  command: Command<'resubmit'>,
  { now, settings }: DecisionContext,
): Decided => {
  const concept = changedConcept(project.concept, command.concept)
  const answers = changedAnswers(project.answers, command.answers)
  return [
    {
      type: 'resubmitted',
      concept,
      answers,
      ...(command.note === undefined ? {} : { note: command.note }),
      changedCriteria: changedCriteria(project.answers, answers),
      changedFields: changedFields(project.concept, concept),
      answerDueAt: dueDate('answer', project.level, now, settings),
    },
  ]
}

/** The proposer's own end of it, before the work begins. */
export const withdraw = (project: Project, { reason }: Command<'withdraw'>, context: DecisionContext): Decided => [
  {
    type: 'withdrawn',
    by: 'proposer',
    ...(reason === undefined ? {} : { reason }),
    ...retentionAfter(project, 'withdrawn', context),
  },
]

export const merge = (
  project: Project,
  { into, intoIsLive, reason }: Command<'merge'>,
  context: DecisionContext,
): Decided => {
  if (into === project.id) return refuse('invalid', 'merge-into-itself', { at: ['into'] })
  if (!intoIsLive) return refuse('invalid', 'merge-target-not-live', { at: ['into'] })
  return [{ type: 'merged', into, reason, ...retentionAfter(project, 'merged', context) }]
}

/** The other side of a merge: its proposer becomes a contact here, if there still is one, and its authority takes part. */
export const absorb = (project: Project, { project: joined, contact, authority }: Command<'absorb'>): Decided =>
  (contact === nobody || project.contacts.includes(contact)) &&
  project.authorities.some((participation) => participation.authority === authority)
    ? []
    : [{ type: 'joined-by', project: joined, contact, authority }]
