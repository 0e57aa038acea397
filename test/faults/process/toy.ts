import type { ProjectId, StreamId } from '../../../shared/domain/identifiers.ts'
import { isProjectId } from '../../../shared/domain/identifiers.ts'
import type { CommitLog, Projection } from '../../../shared/use-cases/ports.ts'
import { said, saying } from '../../use-cases/support/comments.ts'

export const signingKey = 'a signing key for the fault matrix'
export const at = '2026-09-01T08:00:00.000Z'

/** Every command makes two events, so that a commit is seen to be handed on whole. */
export const machineFor = (text: string) =>
  saying(text, () => [
    { type: 'commented', text },
    { type: 'withdrawn', by: 'proposer' },
  ])

/** The projection of what was said: all of it in the title. */
export const toyProjectionOf =
  (log: Pick<CommitLog, 'load'>) =>
  async (stream: StreamId): Promise<Projection | undefined> => {
    if (!isProjectId(stream)) return undefined
    const commits = await log.load(stream)
    const texts = said(commits)
    const version = commits.findLast(({ events }) => events.length > 0)?.version
    return texts === undefined || version === undefined ? undefined : toyProjection(stream, version, texts)
  }

export const toyProjection = (stream: ProjectId, version: number, texts: readonly string[]): Projection => ({
  stream,
  version,
  state: 'idea',
  orderedBy: at,
  summary: {
    kind: 'project',
    id: stream,
    title: texts.join(', '),
    purpose: '',
    authority: '',
    authorities: [],
    state: 'idea',
    since: at,
    public: false,
    submittedAt: at,
  },
})
