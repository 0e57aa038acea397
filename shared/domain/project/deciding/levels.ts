import { dueDate } from '../../deadlines/steps.ts'
import type { Level } from '../../level.ts'
import { refuse } from '../../refusal.ts'
import type { ProjectEvent } from '../events.ts'
import type { Project } from '../state.ts'
import type { Command, Decided, DecisionContext } from './context.ts'
import { reconsider } from './reconsiderations.ts'
import { firstReport } from './report-schedule.ts'

/**
 * Raised: at once; from level 1, a running project is reconsidered and goes on inside its frame meanwhile. Lowered: a running project's
 * from its next due date, until when it may be taken back. A concept that is ready changes hands between the board and the secretariat.
 */
export const changeLevel = (project: Project, command: Command<'place'>, context: DecisionContext): Decided => {
  const from = project.levelFrom?.level ?? (project.level as Level)
  const to = command.level
  const reason = command.reason?.trim()
  if (from === to) return []
  if (!reason) return refuse('reason-required', 'change-needs-reason', { at: ['reason'] })
  const { now, settings } = context
  const changed = { type: 'level-changed', from, to, reason, effectiveAt: now } as const
  if (project.state === 'ready') {
    const handedOver = from === 1 || to === 1
    const readyDueAt = dueDate(to === 1 ? 'answer' : 'decision', to, now, settings)
    return [handedOver ? { ...changed, readyDueAt } : changed]
  }
  if (project.state !== 'implementation') return [changed]
  const report = project.due.find(({ kind }) => kind === 'report')
  const inForce = project.level as Level
  if (to < inForce) return [{ ...changed, effectiveAt: report?.dueAt ?? now }]
  const sooner = firstReport(to, now, settings)
  const events: ProjectEvent[] = [
    report !== undefined && sooner.dueAt < report.dueAt ? { ...changed, report: sooner } : changed,
  ]
  if (inForce === 1)
    events.push(...reconsider({ ...project, level: to }, [{ kind: 'level-raised', from, to }], context))
  return events
}
