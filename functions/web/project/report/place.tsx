import { progressActs } from '../../../../shared/api/progress.ts'
import { report as reportSchema } from '../../../../shared/api/report.ts'
import { dateOf } from '../../../../shared/domain/calendar/days.ts'
import type { Report } from '../../../../shared/domain/economy/report.ts'
import { decide } from '../../../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../../../shared/domain/project/events.ts'
import { isRefusal } from '../../../../shared/domain/refusal.ts'
import type { EdgeAnswer } from '../../../../shared/http/exchange.ts'
import { parse } from '../../../../shared/http/parse.ts'
import { actOnProjectOf } from '../../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../../shared/http/trouble.ts'
import { attempt, freshForm } from '../../form/act.ts'
import { Form, mainForm } from '../../form/form.tsx'
import { HiddenFields } from '../../form/hidden-fields.tsx'
import type { FormState } from '../../form/state.ts'
import { page, seeOther } from '../../layout.tsx'
import { EconomyChart, framesOf } from '../../parts/economy-chart.tsx'
import { ReportChanges } from '../../parts/report-changes.tsx'
import { ReportShown } from '../../parts/report-shown.tsx'
import { aboveOf, News, unlessRefused } from '../form-place.tsx'
import { addressOf, type Place, type Visit } from '../place.ts'
import { ReportFields, reportNames } from './fields.tsx'
import { foretold } from './foretold.ts'
import { reasonsLacking, reportBefore, reportBegun, reportBody, toCorrect } from './typed.ts'

const act = progressActs['POST /api/projects/{id}/reports']

/** The progress report: written, looked at in words before it is sent, and sent. */
export const reportPlace: Place = {
  show: (visit) =>
    unlessRefused({ name: 'report', may: 'report' }, visit) ??
    written(
      visit,
      freshForm(
        reportBegun(visit.request.language, visit.found.project, visit.ports.clock()),
        visit.found.project.version,
      ),
    ),
  send: async (visit) => {
    const { request, ports, found } = visit
    const { _do: wish = 'check', _version } = request.form.own
    const kept = freshForm(request.form.typed, _version === undefined ? undefined : Number(_version))
    if (wish === 'rows' || wish === 'edit') return written(visit, kept)
    const sent = async () => {
      if (wish === 'send') {
        await actOnProjectOf(ports, act, request, { body: reportBody(request.form.values) })
        return seeOther(`${addressOf(found)}?done=report`)
      }
      return checked(visit, kept, ...foreseen(visit))
    }
    const tried = await attempt(request, () => tellingOfReasons(request, sent))
    return 'answer' in tried ? tried.answer : written(visit, tried.state, tried.status)
  },
}

/** Fields that could not be read, told together with the reasons that colours lack: else those would come to light only after. */
const tellingOfReasons = async ({ form }: Visit['request'], act: () => Promise<EdgeAnswer>): Promise<EdgeAnswer> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof InTrouble) || error.trouble.kind !== 'fields') throw error
    throw new InTrouble({ kind: 'fields', fields: [...error.trouble.fields, ...reasonsLacking(form.typed)] }, error)
  }
}

/** What was written, and what the project would answer to it. @throws InTrouble where it could not be sent so */
const foreseen = ({ request, ports, found }: Visit): readonly [Report, readonly ProjectEvent[]] => {
  const report = parse(reportSchema, reportBody(request.form.values))
  const { project } = found
  const context = { now: ports.clock(), actor: request.actor, settings: ports.settings, id: project.id }
  const decided = decide(project, { type: 'report', report }, context)
  if (isRefusal(decided)) throw new InTrouble({ kind: 'refused', refusal: decided })
  return [report, decided]
}

/** The form. */
const written = (visit: Visit, state: FormState, status = 200): EdgeAnswer => {
  const { reader, found } = visit
  const words = reader.words.projectActs.acts.report
  return page(
    {
      reader,
      title: words.title,
      above: aboveOf(visit),
      hasErrors: state.problem !== undefined,
      form: { id: mainForm, wish: 'check' },
      children: (
        <>
          <p class="font-lead">{found.project.reports.length === 0 ? reader.words.report.firstLead : words.lead}</p>
          {state.problem?.code === 'version-conflict' && <News visit={visit} />}
          <SentBack visit={visit} />
          <Form
            id={mainForm}
            reader={reader}
            state={state}
            action={addressOf(found, 'report')}
            submit={words.submit}
            wish="check"
            hasButtonsWithin
            fields={reportNames}
          >
            <ReportFields visit={visit} form={state} />
          </Form>
          <p>
            <a href={addressOf(found)}>{reader.words.project.back}</a>
          </p>
        </>
      ),
    },
    status,
  )
}

/** Why the report was sent back, where it was. */
const SentBack = ({ visit: { reader, found } }: { readonly visit: Visit }) => {
  const corrected = toCorrect(found.project)
  if (corrected === undefined) return null
  const why = found.commits
    .flatMap(({ events }) => events)
    .findLast((event) => event.type === 'report-returned' && event.number === corrected.number)
  if (why?.type !== 'report-returned') return null
  return (
    <section class="trin-beside" aria-labelledby="sent-back">
      <h2 id="sent-back">{reader.words.report.sentBack}</h2>
      <p class="trin-text">{why.text}</p>
    </section>
  )
}

/** What the report will mean, and the report itself, before it is sent. */
const checked = (visit: Visit, state: FormState, report: Report, events: readonly ProjectEvent[]): EdgeAnswer => {
  const { reader, found, ports } = visit
  const { project } = found
  const { report: words } = reader.words
  const told = foretold(report, events, { project, settings: ports.settings, reader })
  const isGrave = events.some(({ type }) => type === 'reconsideration-opened')
  const before = project.reports.filter(({ number }) => number !== toCorrect(project)?.number)
  return page({
    reader,
    title: words.check.title,
    form: { id: mainForm, wish: 'send' },
    above: [...aboveOf(visit), { label: reader.words.projectActs.acts.report.title, href: addressOf(found, 'report') }],
    children: (
      <>
        <p class="font-lead">{words.check.lead}</p>
        <section class={isGrave ? 'trin-now trin-now-grave' : 'trin-now'} aria-labelledby="means">
          <h2 id="means">{words.check.means}</h2>
          <ul>
            {told.map(({ weight, text }, place) => (
              <li key={`${place}-${weight}`}>{weight === 'grave' ? <strong>{text}</strong> : text}</li>
            ))}
          </ul>
          <Form
            id={mainForm}
            reader={reader}
            state={state}
            action={addressOf(found, 'report')}
            submit={words.check.send}
            wish="send"
            leaves={addressOf(found, 'reports')}
            beside={
              <button type="submit" class="button button-secondary" name="_do" value="edit">
                {words.check.edit}
              </button>
            }
          >
            <HiddenFields typed={state.typed ?? {}} />
          </Form>
        </section>
        <h2>{words.check.since}</h2>
        <ReportChanges reader={reader} before={reportBefore(project)?.report} after={report} />
        <EconomyChart
          reader={reader}
          frames={framesOf(found.commits)}
          reports={[...before.map((one) => one.report), report]}
        />
        <h2>{words.check.whole}</h2>
        <ReportShown
          reader={reader}
          report={report}
          today={dateOf(ports.clock())}
          {...(project.baseline === undefined ? {} : { baseline: project.baseline })}
        />
      </>
    ),
  })
}
