import { toldHistory } from '../../../shared/api/history-view.ts'
import { type PublicView, projectView } from '../../../shared/api/project-view.ts'
import { sightOf } from '../../../shared/domain/publication.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import { projectIn } from '../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readProject } from '../../../shared/use-cases/read-project.ts'
import { page } from '../layout.tsx'
import { StandingLine } from '../parts/standing.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { PortfolioPorts } from './ports.ts'

const anyone = { kind: 'anonymous' } as const

/** `GET /portfolio/{id}`: one project as anybody may see it, whoever looks. */
export const publicProjectPage =
  (ports: Pick<PortfolioPorts, 'log' | 'clock'>): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const found = await readProject(projectIn(request), ports)
    const view = found === undefined ? undefined : projectView(found.project, { actor: anyone, now: ports.clock() })
    // What anybody sees never has more than the public fields: the type cannot know.
    if (found === undefined || view === undefined) throw new InTrouble({ kind: 'not-found' })
    const project = view as PublicView
    const told = toldHistory(found.project, found.commits, { actor: anyone, now: ports.clock() }) ?? []
    const { portfolio: words } = reader.words
    return page({
      reader,
      title: project.title,
      at: 'portfolio',
      above: [{ label: words.title, href: '/portfolio' }],
      children: (
        <>
          <StandingLine reader={reader} standing={project} now={ports.clock()} />
          {sightOf(found.project, request.actor) !== 'public' && (
            <p>
              <a href={`/p/${project.id}`}>{words.project.own}</a>
            </p>
          )}
          <h2>{words.project.purpose}</h2>
          <p class="trin-text">{project.purpose}</p>
          <Facts reader={reader} project={project} />
          <Decisions reader={reader} project={project} />
          <Assessment reader={reader} project={project} />
          <h2>{words.project.history}</h2>
          <Timeline reader={reader} told={told} />
        </>
      ),
    })
  }

interface Parts {
  readonly reader: Reader
  readonly project: PublicView
}

const Facts = ({ reader, project }: Parts) => {
  const { project: words } = reader.words.portfolio
  const { baseline, frameWithheldUntil, live } = project
  const facts: readonly (readonly [term: string, text: string | undefined])[] = [
    [words.theme, project.theme && reader.labels.themes[project.theme]],
    [words.proposedBy, project.authority],
    [words.authorities, project.authorities.length === 0 ? undefined : project.authorities.join(', ')],
    [words.submitted, reader.dayOf(project.submittedAt)],
    [words.approved, project.approvedAt && reader.dayOf(project.approvedAt)],
    [words.started, project.startedAt && reader.dayOf(project.startedAt)],
    [words.product, project.graduatedAt && reader.dayOf(project.graduatedAt)],
    [words.closed, project.closedAt && reader.dayOf(project.closedAt)],
    [words.budget, baseline && reader.kroner(baseline.budget.amount)],
    [words.ends, baseline && reader.day(baseline.endsOn)],
    [words.scope, baseline?.scope],
    [words.frame, frameWithheldUntil && words.frameWithheld(reader.day(frameWithheldUntil))],
    [
      words.live,
      live.length === 0
        ? undefined
        : live.map(({ authority, on }) => words.liveSince(authority, reader.day(on))).join(', '),
    ],
  ]
  return (
    <>
      <h2>{words.facts}</h2>
      <dl class="trin-facts">
        {facts.map(([term, text]) =>
          text === undefined ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

const Decisions = ({ reader, project }: Parts) => {
  const { project: words, outcomes, by } = reader.words.portfolio
  return (
    <>
      <h2>{words.decisions}</h2>
      {project.decisions.length === 0 ? (
        <p>{words.noDecisions}</p>
      ) : (
        <ol class="unstyled-list">
          {project.decisions.map((decision) => (
            <li key={decision.at}>
              <h3 class="h5">
                {outcomes[decision.outcome]}{' '}
                <span class="trin-soft">
                  {reader.dayOf(decision.at)}, {by[decision.by]}
                </span>
              </h3>
              <p class="trin-text">{decision.reason}</p>
              {decision.criteria.length > 0 && (
                <p class="trin-soft">
                  {words.restsOn}: {decision.criteria.map((id) => `${id} ${reader.labels.criteria[id]}`).join('; ')}
                </p>
              )}
              {decision.nextStep !== '' && (
                <p>
                  {words.nextStep}: {decision.nextStep}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

const Assessment = ({ reader, project }: Parts) => {
  const { project: words, assessedLevels } = reader.words.portfolio
  const { assessment } = project
  if (assessment === undefined) return null
  return (
    <>
      <h2>{words.assessment}</h2>
      <p>{words.assessedAt(assessedLevels[assessment.level], reader.dayOf(assessment.at))}</p>
      {assessment.missingForNext.length > 0 && (
        <>
          <h3 class="h5">{words.missing}</h3>
          <ul>
            {assessment.missingForNext.map((id) => (
              <li key={id}>
                {id} {reader.labels.criteria[id]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
