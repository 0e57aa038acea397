import type { ComponentChildren } from 'preact'
import { toldHistory } from '../../../shared/api/history-view.ts'
import type { ProjectAct } from '../../../shared/api/project-act.ts'
import { refusalOf } from '../../../shared/domain/project/acts.ts'
import type { ProjectCommandType } from '../../../shared/domain/project/commands.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { problemOf } from '../../../shared/http/problem.ts'
import { actOnProjectOf } from '../../../shared/http/project-acts.ts'
import type { SentForm } from '../../../shared/http/sent-form.ts'
import { attempt, freshForm } from '../form/act.ts'
import { Form, type FormProps, mainForm } from '../form/form.tsx'
import { overNow } from '../form/meanwhile.ts'
import type { FormState } from '../form/state.ts'
import { page, seeOther } from '../layout.tsx'
import { Timeline } from '../parts/timeline.tsx'
import type { Reader } from '../reader.ts'
import { foundAt } from './found.ts'
import { addressOf, type Place, type Visit } from './place.ts'

/** A form that is one act of the process. */
export interface FormPlace {
  /** The last part of the page's path, and the name of its words. */
  readonly name: keyof Reader['words']['projectActs']['acts']
  /** The act of the process, which says who may see the form. */
  readonly may: Exclude<ProjectCommandType, 'submit'>
  /** What the form becomes, by the API's own schema. */
  readonly act: ProjectAct
  /** Names of its fields in their order, for what was wrong with them. */
  readonly fields: (visit: Visit) => readonly string[]
  readonly Fields: (props: { readonly visit: Visit; readonly form: FormState }) => ComponentChildren
  /** What stands in it at first. */
  readonly begin?: (visit: Visit) => FormObject
  /** What the reader needs beside the form, or before it. */
  readonly before?: (visit: Visit) => ComponentChildren
  /** What was sent, as the schema has it, where empty lists are left out. */
  readonly body?: (sent: unknown, form: SentForm) => unknown
  readonly weight?: FormProps['weight']
  /** The page under the project that says what came of it. @default the project's own */
  readonly after?: string
}

/** Shows a form, does its act, and goes back to the project, which says what came of it. */
export const formPlace = (settings: FormPlace): Place => ({
  show: (visit) =>
    unlessRefused(settings, visit) ??
    shown(settings, visit, freshForm(begun(settings, visit), visit.found.project.version), 200),
  send: async (visit) => {
    const { request, ports, found } = visit
    const body = settings.body ?? ((sent: unknown) => sent)
    const tried = await attempt(request, () =>
      actOnProjectOf(ports, settings.act, request, {
        body: body(request.form.values, request.form),
        number: numberIn(visit),
      }),
    )
    if ('answer' in tried) return seeOther(`${addressOf(found, settings.after)}?done=${settings.name}`)
    const state = overNow(tried.state, (version) => begunAt(settings, visit, version), {
      seen: Number(request.form.own._version),
      reader: visit.reader,
    })
    const answer = shown(settings, visit, state, tried.status)
    return { ...answer, headers: { ...answer.headers, ...tried.headers } }
  },
})

const begun = ({ begin }: FormPlace, visit: Visit): FormObject | undefined => begin?.(visit)

/** What the form began with for whoever saw that version. */
const begunAt = (settings: FormPlace, visit: Visit, version: number): FormObject | undefined => {
  const found = foundAt(visit.found, version, { actor: visit.request.actor, now: visit.ports.clock() })
  return found === undefined ? undefined : begun(settings, { ...visit, found })
}

/** Which condition, report or change a form is about: `?n=`. */
export const numberIn = ({ request: { query } }: Visit): number =>
  /^\d{1,6}$/.test(query.n ?? '') ? Number(query.n) : 0

/** Why the reader cannot do this, on a page of its own; undefined where they may. */
export const unlessRefused = ({ name, may }: Pick<FormPlace, 'name' | 'may'>, visit: Visit): EdgeAnswer | undefined => {
  const { request, reader, found } = visit
  const refusal = refusalOf(found.project, may, request.actor)
  if (refusal === undefined) return undefined
  const { status, problem } = problemOf({ kind: 'refused', refusal }, request.language, request.correlationId)
  return page(
    {
      reader,
      title: reader.words.projectActs.acts[name].title,
      above: aboveOf(visit),
      children: (
        <>
          <h2>{reader.words.project.cannot}</h2>
          <p>{problem.detail}</p>
          <p>
            <a href={addressOf(found)}>{reader.words.project.back}</a>
          </p>
        </>
      ),
    },
    status,
  )
}

/** The pages above one of a project's own. */
export const aboveOf = ({ found }: Pick<Visit, 'found'>) => [{ label: found.view.title, href: addressOf(found) }]

const shown = (settings: FormPlace, visit: Visit, state: FormState, status: number): EdgeAnswer => {
  const { reader, found } = visit
  const words = reader.words.projectActs.acts[settings.name]
  const n = numberIn(visit)
  const { Fields } = settings
  return page(
    {
      reader,
      title: words.title,
      above: aboveOf(visit),
      hasErrors: state.problem !== undefined,
      form: { id: mainForm },
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          {state.problem?.code === 'version-conflict' && <News visit={visit} />}
          {settings.before?.(visit)}
          <Form
            id={mainForm}
            reader={reader}
            state={state}
            action={`${addressOf(found, settings.name)}${n === 0 ? '' : `?n=${n}`}`}
            submit={words.submit}
            fields={settings.fields(visit)}
            {...(settings.weight === undefined ? {} : { weight: settings.weight })}
          >
            <Fields visit={visit} form={state} />
          </Form>
          <p>
            <a href={addressOf(found, settings.after)}>
              {settings.after === undefined ? reader.words.project.back : reader.words.product.back}
            </a>
          </p>
        </>
      ),
    },
    status,
  )
}

/** What happened since the reader opened the form that could not be taken. */
export const News = ({ visit: { reader, request, found, ports } }: { readonly visit: Visit }) => {
  const seen = Number(request.form.own._version)
  const told = toldHistory(found.project, found.commits, { actor: request.actor, now: ports.clock() }) ?? []
  return (
    <section aria-labelledby="news">
      <h2 id="news">{reader.words.project.news}</h2>
      <Timeline reader={reader} told={told.filter(({ version }) => version > seen)} />
    </section>
  )
}
