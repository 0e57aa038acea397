import { dueDate } from '../../deadlines/steps.ts'
import { isPublic } from '../../publication.ts'
import type { Instant } from '../../time.ts'
import { type Project, stageOf } from '../state.ts'
import type { DecisionContext } from './context.ts'

/**
 * When the content of a project that ends so is erased: closed, never published ideas are kept for their time only. What
 * was public once, or is public as it ends, stays.
 */
export const retentionAfter = (
  project: Project,
  state: 'rejected' | 'withdrawn' | 'merged',
  { now, settings }: DecisionContext,
): { readonly retentionDueAt?: Instant } => {
  const facts = { ...project, closedAt: now, from: stageOf(project) }
  const ended: Project = state === 'merged' ? { ...facts, state, into: project.id } : { ...facts, state }
  return project.publishedAt !== undefined || isPublic(ended)
    ? {}
    : { retentionDueAt: dueDate('retention', project.level, now, settings) }
}
