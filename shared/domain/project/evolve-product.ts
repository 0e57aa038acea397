import type { Actor } from '../actor.ts'
import { withDue, withoutDue } from '../deadlines/open-items.ts'
import { type Change, type Requester, stateAfter } from '../stewardship/changes.ts'
import { countByTheme } from '../stewardship/evaluation.ts'
import { measuresOf } from '../stewardship/sla.ts'
import type { Instant } from '../time.ts'
import { rolesOn } from './acts.ts'
import type { ProjectEvent } from './events.ts'
import { atItsLevel, closeAll, ended, inState, without } from './evolve-steps.ts'
import type { Project } from './state.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }

/** What happens on the way to a product and to the product itself. */
type StewardshipEvent = Event<
  | 'went-live'
  | 'coordination-group-named'
  | 'graduation-checked'
  | 'graduated'
  | 'completed'
  | 'change-requested'
  | 'change-assessed'
  | 'change-decided'
  | 'change-done'
  | 'sla-set'
  | 'sla-result-recorded'
  | 'adaptation-recorded'
  | 'self-evaluated'
  | 'evaluated'
  | 'level-disputed'
  | 'dispute-decided'
  | 'retired'
>

/** Whoever asks stands in the commit: those of the secretariat ask for their office, and a part of Trin for nobody. */
const requesterBy = (project: Project, actor: Actor): { readonly requester?: Requester } => {
  if (actor.kind !== 'person' || actor.roles.includes('secretariat')) return {}
  const onBoard = rolesOn(project, actor).every((role) => role === 'board' || role === 'chair')
  return { requester: { contact: actor.id, onBoard } }
}

/** The project after one more event of its stewardship. */
export const steward = (
  project: Project,
  event: StewardshipEvent,
  { at, actor }: { readonly at: Instant; readonly actor: Actor },
): Project => {
  switch (event.type) {
    case 'went-live': {
      const { authority, on, graduationDueAt } = event
      return {
        ...project,
        live: [...project.live, { authority, on }],
        ...(graduationDueAt === undefined
          ? {}
          : withDue(project, { kind: 'graduation', since: at, dueAt: graduationDueAt })),
      }
    }
    case 'coordination-group-named':
      return { ...project, coordination: { members: event.members, chair: event.chair } }
    case 'graduation-checked': {
      const checked = closeAll(project, ['graduation'])
      return {
        ...checked,
        onboarding: event.confirmed,
        ...withDue(checked, { kind: 'graduation', since: at, dueAt: event.checkAgainAt }),
      }
    }
    case 'graduated':
      return graduate(project, event, at)
    case 'completed':
      return { ...ended(project, at), state: 'completed', closedAt: at, from: project.state }
    case 'change-requested': {
      const { number, title, text, answerDueAt } = event
      return {
        ...project,
        changes: [...project.changes, { number, title, text, state: 'proposed', ...requesterBy(project, actor) }],
        ...withDue(project, { kind: 'change', about: number, since: at, dueAt: answerDueAt }),
      }
    }
    case 'change-assessed': {
      const { number, text, cost } = event
      return withChange(project, number, (change) => ({
        ...change,
        state: 'assessed',
        assessment: text,
        ...(cost === undefined ? {} : { cost }),
      }))
    }
    case 'change-decided':
      return decideChange(project, event, at)
    case 'change-done':
      return withChange(project, event.number, (change) => ({ ...change, state: 'done' }))
    case 'sla-set':
      return setSla(project, event, at)
    case 'sla-result-recorded': {
      const { type: _, nextDueAt, nextOn, ...result } = event
      const told = closeAll(project, ['sla-result'])
      return {
        ...told,
        ...(nextOn === undefined ? {} : { slaResultOn: nextOn }),
        slaResults: [...project.slaResults, result],
        ...withDue(told, { kind: 'sla-result', since: at, dueAt: nextDueAt }),
      }
    }
    case 'adaptation-recorded': {
      const { type: _, ...adaptation } = event
      return { ...project, adaptations: [...project.adaptations, { ...adaptation, at }] }
    }
    case 'self-evaluated': {
      const answered = closeAll(project, ['self-evaluation'])
      return {
        ...answered,
        answers: event.answers,
        selfEvaluatedAt: at,
        ...withDue(answered, { kind: 'self-evaluation', since: at, dueAt: event.nextDueAt }),
      }
    }
    case 'evaluated':
      return evaluate(project, event, at)
    case 'level-disputed':
      return {
        ...project,
        dispute: { wanted: event.wanted, reason: event.reason },
        ...withDue(project, { kind: 'dispute', since: at, dueAt: event.decisionDueAt }),
      }
    case 'dispute-decided':
      return decideDispute(project, event, at)
    case 'retired':
      return { ...ended(project, at), state: 'retired', closedAt: at, from: project.state }
  }
}

/** The clocks of the project end; those of the product go on or begin. */
const graduate = (project: Project, event: Event<'graduated'>, at: Instant): Project => {
  const done = atItsLevel({
    ...project,
    due: project.due.filter(({ kind }) => kind === 'self-evaluation' || kind === 'dispute'),
  })
  const { selfEvaluationDueAt } = event
  return {
    ...inState(done, 'product', at),
    ...(selfEvaluationDueAt === undefined
      ? {}
      : withDue(done, { kind: 'self-evaluation', since: at, dueAt: selfEvaluationDueAt })),
    onboarding: event.confirmed,
    graduatedAt: at,
  }
}

const withChange = (project: Project, number: number, become: (change: Change) => Change): Project => ({
  ...project,
  changes: project.changes.map((change) => (change.number === number ? become(change) : change)),
})

const decideChange = (project: Project, event: Event<'change-decided'>, at: Instant): Project => {
  const { number, outcome, reason, answerDueAt } = event
  const decided = withChange(project, number, (change) => ({ ...change, state: stateAfter[outcome], reason }))
  const answered = { ...decided, due: withoutDue(decided.due, ['change', 'escalated-change'], number) }
  return answerDueAt === undefined
    ? answered
    : { ...answered, ...withDue(answered, { kind: 'escalated-change', about: number, since: at, dueAt: answerDueAt }) }
}

const setSla = (project: Project, { targets, resultDueAt, resultOn }: Event<'sla-set'>, at: Instant): Project => {
  if (measuresOf(targets).length === 0) return closeAll(without(without(project, 'sla'), 'slaResultOn'), ['sla-result'])
  const set = { ...project, sla: targets, ...(resultOn === undefined ? {} : { slaResultOn: resultOn }) }
  return resultDueAt === undefined
    ? set
    : { ...set, ...withDue(set, { kind: 'sla-result', since: at, dueAt: resultDueAt }) }
}

/** A new evaluation takes the place of the one in dispute: the board is asked nothing any more. */
const evaluate = (project: Project, event: Event<'evaluated'>, at: Instant): Project => {
  const { number, evaluations, changedCriteria, level, missingForNext, reason, published } = event
  const settled =
    project.dispute === undefined
      ? project
      : closeAll(without(project.state === 'reconsideration' ? project : without(project, 'meeting'), 'dispute'), [
          'dispute',
        ])
  return {
    ...settled,
    evaluations,
    assessments: [
      ...project.assessments,
      {
        number,
        at,
        by: 'secretariat',
        level,
        missingForNext,
        ...(reason === undefined ? {} : { reason }),
        themes: countByTheme(evaluations),
        changedCriteria,
        published,
      },
    ],
  }
}

const decideDispute = (project: Project, event: Event<'dispute-decided'>, at: Instant): Project => {
  const { decision, level, missingForNext } = event
  const fixed = project.assessments.at(-1)
  return {
    ...closeAll(without(without(project, 'dispute'), 'meeting'), ['dispute']),
    decisions: [...project.decisions, { ...decision, at }],
    assessments: [
      ...project.assessments,
      {
        number: project.assessments.length + 1,
        at,
        by: 'board',
        level,
        missingForNext,
        reason: decision.reason,
        themes: countByTheme(project.evaluations),
        changedCriteria: [],
        published: fixed?.published ?? false,
      },
    ],
  }
}
