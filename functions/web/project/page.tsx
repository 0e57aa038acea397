import { toldHistory } from '../../../shared/api/history-view.ts'
import { moveOf } from '../../../shared/domain/correspondence/next-move.ts'
import { happenings } from '../../../shared/domain/project/happenings.ts'
import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { nothingFor } from '../entrance/link-needed.tsx'
import { page, seeOther } from '../layout.tsx'
import { ProcessMap } from '../parts/process-map.tsx'
import { StandingLine } from '../parts/standing.tsx'
import { Timeline } from '../parts/timeline.tsx'
import type { WebPorts } from '../ports.ts'
import { type Reader, readerOf } from '../reader.ts'
import { ConceptShown } from './concept-shown.tsx'
import { Deadlines, Dialogue } from './dialogue.tsx'
import { Done } from './done.tsx'
import { type Found, findProject } from './found.ts'
import { Now } from './now.tsx'
import { addressOf } from './place.ts'
import { ProductPages } from './product/pages.tsx'
import { Progress } from './progress.tsx'
import { Conditions, Decisions, OtherActs, People } from './sections.tsx'
import { tasksOf } from './task.ts'
import { WhyReturned } from './why-returned.tsx'

const latest = 6

/** `GET /p/{id}`: a project as those on it see it; anybody else sees its public page, if it has one. */
export const projectPage =
  (ports: WebPorts): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const found = await findProject(request, ports)
    if ((typeof found === 'string' && hasLeft(request)) || isErased(request)) return farewell(reader, request)
    if (found === 'public') return seeOther(`/portfolio/${request.params.id}`)
    if (found === 'nothing') return nothingFor(reader, request)
    const { project, view } = found
    const now = ports.clock()
    const hasWords = project.contentErasedAt === undefined
    const told = toldHistory(project, found.commits, { actor: request.actor, now }) ?? []
    return page({
      reader,
      title: view.title,
      children: (
        <>
          <p class="trin-soft trin-text">{reader.words.project.number(project.id)}</p>
          <Done reader={reader} request={request} />
          <div class="row">
            <div class="col-12 col-lg-7">
              <Now reader={reader} tasks={tasksOf(found, reader, now)} now={now} />
              <StandingLine
                reader={reader}
                standing={{ ...view, isLeadMissing: moveOf(project).task === 'name-lead' }}
                now={now}
              />
              {project.state === 'returned' && <WhyReturned reader={reader} project={project} />}
            </div>
            <div class="col-12 col-lg-5">
              <h2 class="sr-only">{reader.words.project.where}</h2>
              <ProcessMap reader={reader} standing={view} path={pathOf(found)} now={now} />
              <Deadlines reader={reader} found={found} now={now} />
            </div>
          </div>
          <section aria-labelledby="history">
            <h2 id="history">{reader.words.project.history}</h2>
            <Timeline
              reader={reader}
              told={told.slice(-latest)}
              differenceAt={(version) => addressOf(found, `difference?version=${version}`)}
            />
            {told.length > latest && (
              <p>
                <a href={addressOf(found, 'history')}>{reader.words.project.wholeHistory(told.length)}</a>
              </p>
            )}
          </section>
          <ProductPages reader={reader} found={found} />
          <Progress reader={reader} found={found} now={now} />
          {hasWords && <Dialogue reader={reader} found={found} told={told} />}
          <Conditions reader={reader} found={found} />
          <Decisions reader={reader} found={found} />
          {hasWords && <ConceptShown reader={reader} project={project} />}
          <People reader={reader} found={found} />
          <OtherActs reader={reader} found={found} />
        </>
      ),
    })
  }

/** Whoever handed a case over, or asked to be erased, comes back to a page that is no longer theirs. */
const hasLeft = ({ query }: PageRequest): boolean => query.done === 'proposer' || query.done === 'erase'

/** Who asked to be erased is on their way out, and has nothing left to do here, however long that takes. */
const isErased = ({ query }: PageRequest): boolean => query.done === 'erase'

const farewell = (reader: Reader, { query }: PageRequest) => {
  const { handedOver } = reader.words.project
  return page({
    reader,
    title: handedOver.title,
    children: <p class="font-lead">{query.done === 'erase' ? handedOver.erased : handedOver.text}</p>,
  })
}

/** The states a project went through, in order, up to now. */
export const pathOf = ({ project, commits }: Pick<Found, 'project' | 'commits'>): readonly ProjectStateName[] => {
  const states = happenings(project.id, commits).map(({ after }) => after.state)
  return states.filter((state, place) => state !== states[place - 1])
}
