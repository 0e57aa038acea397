import type { PageAct } from '../../../shared/http/page-request.ts'
import { page } from '../layout.tsx'
import { ProcessMap } from '../parts/process-map.tsx'
import { StandingLine } from '../parts/standing.tsx'
import { Success } from '../parts/success.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { deskActs } from './act/acts.ts'
import { Acts } from './acts.tsx'
import { Concept, SinceReturn } from './concept.tsx'
import { CriteriaTable } from './criteria.tsx'
import { LevelProposal } from './level.tsx'
import { caseOf, differenceAt, isLeadMissing } from './load.ts'
import { People } from './people.tsx'
import type { CasePorts } from './ports.ts'
import { Conditions, Onboarding, Product, Reports } from './running.tsx'

/** What happened last; the rest stands on a page of its own. */
const mostTold = 20

/** `GET /desk/projects/{id}`: a case, what comes next, and all that is known of it. */
export const showCase =
  (ports: CasePorts): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const the = await caseOf(ports, request)
    const { view } = the
    const { case: words, desk } = reader.words
    const now = ports.clock()
    const hasWords = the.contentErasedAt === undefined
    return page({
      reader,
      title: view.title,
      at: 'desk',
      above: [{ label: desk.title, href: '/desk' }],
      children: (
        <>
          <p class="trin-soft trin-number">
            {view.graduatedAt === undefined ? words.kind[view.kind] : words.kind.product}, {view.authority}.{' '}
            {words.number} {view.id}
          </p>
          <Done reader={reader} done={request.query.done} />
          <StandingLine reader={reader} standing={{ ...view, isLeadMissing: isLeadMissing(view) }} now={now} />
          <Acts reader={reader} the={the} />
          <div class="row">
            <div class="col-12 col-lg-7">{hasWords && <LevelProposal reader={reader} view={view} />}</div>
            <div class="col-12 col-lg-5">
              <ProcessMap reader={reader} standing={view} path={the.path} now={now} />
            </div>
          </div>
          {hasWords && <SinceReturn reader={reader} view={view} />}
          <Reports reader={reader} view={view} />
          <Conditions reader={reader} view={view} now={now} />
          <Onboarding reader={reader} view={view} />
          <Product reader={reader} view={view} />
          {hasWords && <Concept reader={reader} view={view} />}
          {hasWords && <CriteriaTable reader={reader} the={the} />}
          <People reader={reader} view={view} />
          <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <Timeline reader={reader} told={the.history.slice(-mostTold)} differenceAt={differenceAt(view)} />
            {the.history.length > mostTold && (
              <p>
                <a href={`/p/${view.id}/history`}>{words.wholeHistory}</a>
              </p>
            )}
          </section>
        </>
      ),
    })
  }

/** What was just done, said once on the page that shows what came of it. */
const Done = ({ reader, done }: { readonly reader: Reader; readonly done: string | undefined }) => {
  const [, said] = Object.entries(reader.words.deskActs.acts).find(([name]) => name === done && name in deskActs) ?? []
  if (said === undefined) return null
  return <Success>{said.done}</Success>
}
