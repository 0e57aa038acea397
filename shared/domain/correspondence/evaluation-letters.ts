import type { Answer, Answers } from '../concept.ts'
import { criteria } from '../criteria.ts'
import type { ProjectEvent } from '../project/events.ts'
import type { Project } from '../project/state.ts'
import { countByTheme } from '../stewardship/evaluation.ts'
import {
  type Addressee,
  coordinationMembers,
  evaluatorsOf,
  office,
  secretariatUnlessActing,
  theEvaluators,
  theLead,
  unlessActing,
} from './addressees.ts'
import type { Letter } from './letter.ts'
import { levelMove, type OpenMove } from './next-move.ts'
import { actorOf, type ProjectLetterContext, write } from './writing.ts'

type Event<Type extends ProjectEvent['type']> = ProjectEvent & { readonly type: Type }
type Letters = readonly Letter[]

/** Those who hear of a level: whoever answers for it, and whoever carries the work. */
const theEvaluated = (project: Project): readonly Addressee[] => [
  ...theEvaluators(project),
  ...(project.state === 'product' ? coordinationMembers(project) : theLead(project)),
]

/** How many criteria were answered how; what nobody answered is not known. */
const countAnswers = (answers: Answers): Readonly<Record<Answer['answer'], number>> => {
  const counts = { yes: 0, no: 0, planned: 0, 'not-relevant': 0, 'dont-know': 0 }
  for (const { id } of criteria) counts[answers[id]?.answer ?? 'dont-know'] += 1
  return counts
}

/** The secretariat evaluates; no clock of the process says by when. */
export const selfEvaluated = (
  event: Event<'self-evaluated'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const move: OpenMove = { task: 'evaluate', party: 'secretariat' }
  return write(
    project,
    context,
    [office('secretariat'), ...unlessActing(theEvaluated(project), actorOf(context))],
    {
      template: 'self-evaluated',
      answers: countAnswers(event.answers),
      changedCriteria: event.changedCriteria,
    },
    { move },
  )
}

/** To those evaluated, and, where the level is new, to the board, which is last instance. */
export const evaluated = (event: Event<'evaluated'>, project: Project, context: ProjectLetterContext): Letters => {
  const { level, before, found, reason, missingForNext, evaluations, published } = event
  const told = [...theEvaluated(project), ...(level === before ? [] : [office('board')])]
  return write(project, context, told, ({ as }) => ({
    template: 'level-assessed',
    level,
    ...(before === undefined ? {} : { before }),
    ...(found === level ? {} : { found }),
    ...(reason === undefined ? {} : { reason }),
    missingForNext,
    counts: countByTheme(evaluations),
    published,
    ...(as === evaluatorsOf(project) ? { mayDispute: true } : {}),
  }))
}

/** The board has to decide; the secretariat, whose level it is, puts it on an agenda. */
export const levelDisputed = (
  event: Event<'level-disputed'>,
  project: Project,
  context: ProjectLetterContext,
): Letters => {
  const fixed = project.assessments.at(-1)
  return write(
    project,
    context,
    [office('board'), office('secretariat'), ...unlessActing(theEvaluated(project), actorOf(context))],
    {
      template: 'level-disputed',
      fixed: fixed?.level ?? 'sandbox',
      wanted: event.wanted,
      reason: event.reason,
    },
    { move: levelMove(project) },
  )
}

/** The board, which decided, knows. */
export const disputeDecided = (
  event: Event<'dispute-decided'>,
  project: Project,
  context: ProjectLetterContext,
): Letters =>
  write(project, context, [...theEvaluated(project), ...secretariatUnlessActing(actorOf(context))], {
    template: 'dispute-decided',
    decision: event.decision,
    level: event.level,
    missingForNext: event.missingForNext,
  })
