import { type Actor, actsAsSecretariat } from '../actor.ts'
import type { Commit } from '../commit.ts'
import { fire, moveDue, moveOn, withDue, withoutDue } from '../deadlines/open-items.ts'
import { nobody, type ProjectId } from '../identifiers.ts'
import { isPublic } from '../publication.ts'
import type { Instant } from '../time.ts'
import type { ProjectEvent } from './events.ts'
import { steward } from './evolve-product.ts'
import {
  approve,
  closeAll,
  ended,
  goOn,
  inState,
  receiveReport,
  resume,
  returnToIdeas,
  without,
} from './evolve-steps.ts'
import { type Project, stageOf } from './state.ts'
import { whoseMove } from './whose-move.ts'
import { withoutPerson } from './without-person.ts'

/** What the commit says about an event beside the event itself. */
export interface CommitMeta {
  readonly stream: ProjectId
  readonly version: number
  readonly at: Instant
  readonly actor: Actor
}

/** The project after one more event. Pure: everything it needs is in the event and its commit. */
export const evolve = (before: Project | undefined, event: ProjectEvent, meta: CommitMeta): Project => {
  if (event.type === 'submitted') return born(event, meta)
  if (before === undefined) throw new Error(`${meta.stream} begins with ${event.type}: its first event is missing`)
  const after = lookedAt(happen(settleLevel(before, meta.at), event, meta), event, meta)
  return published({ ...handedOver(before, after, meta.at), version: meta.version }, meta.at)
}

/**
 * What the proposer writes anew while the concept is shaped waits for the secretariat to look at it, until it says something to
 * it (a comment, a colour, words of its own) or the concept moves on.
 */
const lookedAt = (project: Project, event: ProjectEvent, { at, actor }: CommitMeta): Project => {
  if (project.state !== 'shaping') return project.revisedAt === undefined ? project : without(project, 'revisedAt')
  if (!actsAsSecretariat(actor)) return event.type === 'revised' ? { ...project, revisedAt: at } : project
  const isSaid = event.type === 'commented' || event.type === 'assessed' || event.type === 'revised'
  return isSaid && project.revisedAt !== undefined ? without(project, 'revisedAt') : project
}

/** The move begins anew in other hands, also where the project stays as it was: its holder was erased, or named again. */
const handedOver = (before: Project, after: Project, at: Instant): Project =>
  whoseMove(before).party === whoseMove(after).party ? after : { ...after, moveSince: at }

/** When anyone could first know of it stays noted, whatever becomes of it. */
const published = (project: Project, at: Instant): Project =>
  project.publishedAt === undefined && isPublic(project) ? { ...project, publishedAt: at } : project

/** The project as its log tells it, or as it goes on `from` there; undefined for a log without events. Voids are passed over. */
export const fold = (commits: readonly Commit<ProjectEvent>[], from?: Project): Project | undefined => {
  let project = from
  for (const { stream, version, at, actor, events } of commits)
    for (const event of events) project = evolve(project, event, { stream: stream as ProjectId, version, at, actor })
  return project
}

/**
 * A lowered level takes effect at the next due date: from the first thing that happens after it. Not while clocks stand
 * still, nor while it is reconsidered: who has it on the table decides it.
 */
export const settleLevel = (project: Project, now: Instant): Project =>
  project.levelFrom !== undefined && project.levelFrom.effectiveAt <= now && project.state === 'implementation'
    ? { ...without(project, 'levelFrom'), level: project.levelFrom.level }
    : project

const born = (event: ProjectEvent & { type: 'submitted' }, { stream, version, at }: CommitMeta): Project => ({
  state: 'idea',
  id: stream,
  kind: event.kind,
  concept: event.concept,
  answers: event.answers,
  evaluations: {},
  consentToPublish: event.consentToPublish,
  submittedAt: at,
  proposer: event.proposer,
  contacts: [],
  steering: [],
  authorities: [...new Set([event.concept.authority, ...event.concept.otherAuthorities])].map((authority) => ({
    authority,
    pledge: {},
  })),
  returns: [],
  decisions: [],
  conditions: [],
  reports: [],
  live: [],
  onboarding: [],
  changes: [],
  slaResults: [],
  adaptations: [],
  assessments: [],
  ...withDue({ due: [], counted: {} }, { kind: 'answer', since: at, dueAt: event.answerDueAt }),
  moveSince: at,
  version,
})

const happen = (project: Project, event: Exclude<ProjectEvent, { type: 'submitted' }>, meta: CommitMeta): Project => {
  const { at } = meta
  switch (event.type) {
    case 'level-proposed':
      return { ...project, proposal: event.proposal }
    case 'placed': {
      const placed = closeAll(project, ['answer'])
      return {
        ...inState(placed, 'shaping', at),
        level: event.level,
        ...withDue(placed, { kind: 'concept', since: at, dueAt: event.conceptDueAt }),
      }
    }
    case 'level-changed':
      return changeLevel(project, event, at)
    case 'commented':
      return project
    case 'revised':
      return { ...project, concept: event.concept, answers: event.answers }
    case 'assessed':
      return { ...project, evaluations: { ...project.evaluations, ...event.evaluations } }
    case 'marked-ready': {
      const ready = closeAll(project, ['concept'])
      const kind = project.level === 1 ? 'answer' : 'decision'
      return {
        ...inState(without(ready, 'recommendation'), 'ready', at),
        ...(event.note === undefined ? {} : { recommendation: event.note }),
        ...withDue(ready, { kind, since: at, dueAt: event.decisionDueAt }),
      }
    }
    case 'returned':
      return returnToIdeas(project, event, at)
    case 'resubmitted': {
      const back = closeAll(project, ['resubmission'])
      return {
        ...inState(without(back, 'proposal'), 'idea', at),
        concept: event.concept,
        answers: event.answers,
        ...withDue(back, { kind: 'answer', since: at, dueAt: event.answerDueAt }),
      }
    }
    case 'merged':
      return {
        ...ended(project, at, event.retentionDueAt),
        state: 'merged',
        into: event.into,
        closedAt: at,
        from: project.state,
      }
    case 'joined-by':
      return {
        ...project,
        contacts: [...new Set([...project.contacts, event.contact])].filter((contact) => contact !== nobody),
        authorities: project.authorities.some(({ authority }) => authority === event.authority)
          ? project.authorities
          : takePart(project, event.authority, {}),
      }
    case 'withdrawn':
      return {
        ...ended(project, at, event.retentionDueAt),
        state: 'withdrawn',
        closedAt: at,
        from: stageOf(project),
      }
    case 'put-on-agenda':
      return { ...project, meeting: event.meeting, ...moveOn(project, askedOfBoard(project), event.decisionDueAt, at) }
    case 'postponed': {
      const kind = askedOfBoard(project)
      const moved = closeAll(without(project, 'meeting'), [kind])
      return {
        ...moved,
        ...withDue(moved, { kind, since: at, dueAt: event.decisionDueAt }),
        ...(event.to === undefined ? {} : { meeting: event.to }),
      }
    }
    case 'approved':
      return approve(project, event, at)
    case 'rejected':
      return {
        ...ended(project, at, event.retentionDueAt),
        state: 'rejected',
        closedAt: at,
        from: project.state,
        decisions: [...project.decisions, { ...event.decision, at }],
      }
    case 'lead-appointed':
      return { ...project, lead: event.lead }
    case 'proposer-transferred':
      return { ...project, proposer: event.proposer }
    case 'steering-group-named':
      return { ...project, steering: event.members }
    case 'authority-joined':
      return { ...project, authorities: takePart(project, event.authority, event.pledge) }
    case 'authority-left':
      return {
        ...project,
        authorities: project.authorities.filter(({ authority }) => authority !== event.authority),
        live: project.live.filter(({ authority }) => authority !== event.authority),
      }
    case 'started': {
      const started = closeAll(without(project, 'waived'), ['start', 'answer'])
      return {
        ...inState(started, 'implementation', at),
        baseline: event.baseline,
        startedAt: at,
        regularReportOn: event.report.regularOn,
        ...beginClocks(started, event, at),
      }
    }
    case 'board-informed':
      return { ...project, boardInformedAt: at }
    case 'reported':
      return receiveReport(project, event, at)
    case 'report-accepted':
      return {
        ...project,
        reports: project.reports.map((record) =>
          record.number === event.number
            ? { ...record, review: event.by === 'silence' ? 'accepted-by-silence' : 'accepted' }
            : record,
        ),
        due: withoutDue(project.due, ['review'], event.number),
      }
    case 'report-returned': {
      const reviewed = { ...project, due: withoutDue(project.due, ['review'], event.number) }
      return {
        ...reviewed,
        reports: project.reports.map((record) =>
          record.number === event.number ? { ...record, review: 'returned' } : record,
        ),
        ...withDue(reviewed, { kind: 'correction', about: event.number, since: at, dueAt: event.correctionDueAt }),
      }
    }
    case 'reconsideration-opened': {
      const from = project.state === 'approved' ? 'approved' : 'implementation'
      const taken = closeAll(putOffDispute(project, event.decisionDueAt, at), ['start'])
      const kind = project.level === 1 ? 'answer' : 'decision'
      return {
        ...inState(taken, 'idea', at),
        ...withDue(taken, { kind, since: at, dueAt: event.decisionDueAt }),
        state: 'reconsideration',
        from,
        grounds: event.grounds,
      }
    }
    case 'continued':
      return goOn(
        {
          ...project,
          ...(event.waived === undefined ? {} : { waived: event.waived }),
          ...(event.endsOn === undefined || project.baseline === undefined
            ? {}
            : { baseline: { ...project.baseline, endsOn: event.endsOn } }),
        },
        event,
        at,
      )
    case 'rescoped':
      return goOn({ ...without(project, 'waived'), baseline: event.baseline }, event, at)
    case 'stopped':
      return {
        ...ended(project, at),
        state: 'stopped',
        closedAt: at,
        from: project.state,
        decisions: [...project.decisions, { ...event.decision, at }],
      }
    case 'frame-withheld':
      return { ...project, frameWithheldUntil: event.until }
    case 'frame-released':
      return without(project, 'frameWithheldUntil')
    case 'paused': {
      const { due, ...rest } = inState({ ...without(project, 'meeting'), due: [] }, 'idea', at)
      return {
        ...rest,
        ...withDue({ due, counted: project.counted }, { kind: 'look-again', since: at, dueAt: event.lookAgainAt }),
        state: 'paused',
        from: event.from,
        pausedAt: at,
        reason: event.reason,
        held: project.due,
        lookAgainAt: event.lookAgainAt,
      }
    }
    case 'resumed':
      return resume(project, event, at)
    case 'reopened': {
      const again = closeAll(project)
      return {
        ...inState(again, 'idea', at),
        ...withDue(again, { kind: 'answer', since: at, dueAt: event.answerDueAt }),
        onboarding: [],
      }
    }
    case 'condition-fulfilled':
    case 'condition-waived':
      return {
        ...project,
        conditions: project.conditions.map((condition) =>
          condition.number === event.condition
            ? { ...condition, state: event.type === 'condition-fulfilled' ? 'fulfilled' : 'waived' }
            : condition,
        ),
        due: withoutDue(project.due, ['condition'], event.condition),
      }
    case 'step-taken':
      return { ...project, due: fire(project.due, event.item, event.step) }
    case 'went-live':
    case 'coordination-group-named':
    case 'graduation-checked':
    case 'graduated':
    case 'completed':
    case 'change-requested':
    case 'change-assessed':
    case 'change-decided':
    case 'change-done':
    case 'sla-set':
    case 'sla-result-recorded':
    case 'adaptation-recorded':
    case 'self-evaluated':
    case 'evaluated':
    case 'level-disputed':
    case 'dispute-decided':
    case 'retired':
      return steward(project, event, meta)
    case 'person-erased':
      return withoutPerson(project, event)
    case 'content-erased':
      return { ...closeAll(project), contentErasedAt: at }
  }
}

/** What the board has been asked: the project itself, or only its assessed level. */
const askedOfBoard = ({ state }: Project): 'decision' | 'dispute' =>
  state === 'ready' || state === 'reconsideration' ? 'decision' : 'dispute'

/** A disagreement waits until the project is decided on, its clock anew too, and then comes on an agenda again. */
const putOffDispute = (project: Project, until: Instant, at: Instant): Project => {
  if (project.dispute === undefined) return project
  const off = closeAll(without(project, 'meeting'), ['dispute'])
  return { ...off, ...withDue(off, { kind: 'dispute', since: at, dueAt: until }) }
}

/** The clocks of a project that runs: reports, self-evaluations, and a look at whether it is a product already. */
const beginClocks = (project: Project, event: ProjectEvent & { type: 'started' }, at: Instant) => {
  const reporting = withDue(project, { kind: 'report', since: at, dueAt: event.report.dueAt })
  const evaluated = withDue(reporting, { kind: 'self-evaluation', since: at, dueAt: event.selfEvaluationDueAt })
  return event.graduationDueAt === undefined
    ? evaluated
    : withDue(evaluated, { kind: 'graduation', since: at, dueAt: event.graduationDueAt })
}

const takePart = (project: Project, authority: string, pledge: object): Project['authorities'] => [
  ...project.authorities.filter((participation) => participation.authority !== authority),
  { authority, pledge },
]

const changeLevel = (project: Project, event: ProjectEvent & { type: 'level-changed' }, at: Instant): Project => {
  if (event.effectiveAt > at) return { ...project, levelFrom: { level: event.to, effectiveAt: event.effectiveAt } }
  const changed: Project = { ...without(project, 'levelFrom'), level: event.to }
  if (event.report !== undefined)
    return {
      ...changed,
      regularReportOn: event.report.regularOn,
      due: moveDue(changed.due, 'report', event.report.dueAt),
    }
  if (event.readyDueAt === undefined) return changed
  const handed = closeAll(without(changed, 'meeting'), ['decision', 'answer'])
  const kind = event.to === 1 ? 'answer' : 'decision'
  return { ...handed, moveSince: at, ...withDue(handed, { kind, since: at, dueAt: event.readyDueAt }) }
}
