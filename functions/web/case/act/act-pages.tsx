import type { ComponentChildren } from 'preact'
import type { EdgeAnswer } from '../../../../shared/http/exchange.ts'
import type { PageAct, PageRequest } from '../../../../shared/http/page-request.ts'
import { problemOf } from '../../../../shared/http/problem.ts'
import { actOnProjectOf } from '../../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../../shared/http/trouble.ts'
import type { Language } from '../../../../shared/i18n/language.ts'
import type { PreviewedMail } from '../../../../shared/use-cases/preview-letters.ts'
import { attempt, freshForm } from '../../form/act.ts'
import { Form, mainForm } from '../../form/form.tsx'
import { overNow } from '../../form/meanwhile.ts'
import type { FormState } from '../../form/state.ts'
import { Icon } from '../../icon.tsx'
import { type PageProps, page, seeOther } from '../../layout.tsx'
import { StandingLine } from '../../parts/standing.tsx'
import { type Reader, readerOf } from '../../reader.ts'
import { findWish } from '../forms/merge.tsx'
import { type Case, caseOf, isLeadMissing } from '../load.ts'
import { News } from '../news.tsx'
import type { CasePorts } from '../ports.ts'
import { deskActs } from './acts.ts'
import type { ActName, DeskAct } from './desk-act.ts'
import { mailsBefore, Previews } from './preview.tsx'

/** One act as an address names it: `return`, `review-3`. */
interface Named {
  readonly name: ActName
  readonly act: DeskAct
  readonly number: number
}

/** @throws `InTrouble` for what is no act of the desk */
const actIn = (path: string | undefined): Named => {
  const [, name = '', number] = /^([a-z-]*[a-z])(?:-(\d{1,6}))?$/.exec(path ?? '') ?? []
  const found = Object.entries(deskActs).find(([one]) => one === name) as [ActName, DeskAct] | undefined
  if (found === undefined || (found[1].numbers === undefined) !== (number === undefined))
    throw new InTrouble({ kind: 'not-found' })
  return { name: found[0], act: found[1], number: Number(number ?? 0) }
}

/** A page for each act on a case, with its form. */
export const showAct =
  (ports: CasePorts): PageAct =>
  async (request) => {
    const named = actIn(request.params.page)
    const the = await caseOf(ports, request)
    const { view } = the
    if (named.act.numbers?.(view).includes(named.number) === false) throw new InTrouble({ kind: 'not-found' })
    const refusal = named.act.needs === undefined ? undefined : the.refusal(named.act.needs)
    if (refusal !== undefined || named.act.when?.(view) === false) return notNow(request, the, named, refusal)
    const state = freshForm(named.act.begins?.(view, named.number, request.language), view.version)
    return actPage({ ports, request, the, named, state })
  }

/** Does what the form of an act's page asks for, and goes back to the case; or shows the page again, as typed. */
export const doAct =
  (ports: CasePorts): PageAct =>
  async (request) => {
    const named = actIn(request.params.act)
    const { act, number } = named
    if (request.form.own._do === 'look') return lookBefore(ports, request, named)
    if (request.form.own._do === findWish) return findBefore(ports, request, named)
    const done = await attempt(request, async () => {
      if ('run' in act) return act.run(ports, request)
      return actOnProjectOf(ports, act.does(request.language), request, { body: bodyIn(request, act), number })
    })
    if ('answer' in done) return seeOther(`/desk/projects/${request.params.id}?done=${named.name}`)
    const the = await caseOf(ports, request)
    const state = overNow(
      inFields(done.state, act, request),
      (version) => begunAt(act, the, { version, number, language: request.language }),
      {
        seen: Number(request.form.own._version),
        reader: readerOf(request),
      },
    )
    return actPage({ ports, request, the, named, state, status: done.status })
  }

/** What the form began with for whoever saw that version. */
const begunAt = (
  { begins }: DeskAct,
  { viewAt }: Case,
  { version, number, language }: { readonly version: number; readonly number: number; readonly language: Language },
) => {
  const view = viewAt(version)
  return view === undefined ? undefined : begins?.(view, number, language)
}

const bodyIn = ({ form }: PageRequest, act: DeskAct): unknown =>
  'does' in act ? (act.body?.(form.values, form) ?? form.values) : form.values

/** What was wrong with the body, said of the fields that it was made from. */
const inFields = (state: FormState, act: DeskAct, request: PageRequest): FormState => {
  const { problem } = state
  if (problem?.errors === undefined || !('does' in act) || act.fieldAt === undefined) return state
  const { fieldAt } = act
  const body = bodyIn(request, act)
  return {
    ...state,
    problem: {
      ...problem,
      errors: problem.errors.map((error) => ({ ...error, pointer: fieldAt(error.pointer, body) })),
    },
  }
}

/** The page as it was typed, with the mails that would follow; nothing happens. */
const lookBefore = async (ports: CasePorts, request: PageRequest, named: Named): Promise<EdgeAnswer> => {
  const { act, number } = named
  if (!('does' in act)) throw new InTrouble({ kind: 'not-found' })
  let previews: readonly PreviewedMail[] = []
  const looked = await attempt(request, async () => {
    previews = await mailsBefore(ports, act.does(request.language), request, { body: bodyIn(request, act), number })
    return { status: 200 }
  })
  const the = await caseOf(ports, request)
  if ('state' in looked) {
    const state = inFields(looked.state, act, request)
    return actPage({ ports, request, the, named, state, status: looked.status })
  }
  return actPage({ ports, request, the, named, state: typedState(request, the), previews })
}

/** The page as it was typed, with what a search came to; nothing happens. */
const findBefore = async (ports: CasePorts, request: PageRequest, named: Named): Promise<EdgeAnswer> => {
  const { act } = named
  if (act.finds === undefined) throw new InTrouble({ kind: 'not-found' })
  const the = await caseOf(ports, request)
  const refusal = act.needs === undefined ? undefined : the.refusal(act.needs)
  if (refusal !== undefined) return notNow(request, the, named, refusal)
  return actPage({ ports, request, the, named, state: { ...typedState(request, the), wasSent: true } })
}

const typedState = ({ form }: PageRequest, { view }: Case): FormState =>
  freshForm(form.typed, form.own._version === undefined ? view.version : Number(form.own._version))

interface Shown {
  readonly ports: CasePorts
  readonly request: PageRequest
  readonly the: Case
  readonly named: Named
  readonly state: FormState
  readonly status?: number
  readonly previews?: readonly PreviewedMail[]
}

const actPage = async ({ ports, request, the, named, state, status = 200, previews }: Shown): Promise<EdgeAnswer> => {
  const { name, act, number } = named
  const { view } = the
  const reader = readerOf(request)
  const { deskActs: words } = reader.words
  const found = await act.finds?.(ports, request, the)
  const seen = Number(request.form.own._version ?? view.version)
  const fields = { reader, form: state, view, number, found }
  const isConflict = state.problem?.code === 'version-conflict'
  return casePage(
    { reader, the, title: titleOf(reader, named), hasErrors: state.problem !== undefined, form: { id: mainForm } },
    <>
      <p class="font-lead">{words.acts[name].lead}</p>
      <StandingLine reader={reader} standing={{ ...view, isLeadMissing: isLeadMissing(view) }} now={ports.clock()} />
      {isConflict && <News reader={reader} history={the.history} after={seen} />}
      {act.Before !== undefined && <act.Before {...fields} />}
      <Form
        id={mainForm}
        reader={reader}
        state={state}
        action={`/desk/projects/${view.id}/${name}${number === 0 ? '' : `-${number}`}`}
        submit={words.acts[name].submit}
        fields={act.fields(view, number)}
        leaves={reader.address}
        {...(act.weight === undefined ? {} : { weight: act.weight })}
        beside={
          'does' in act && act.tells === true ? (
            <button type="submit" name="_do" value="look" class="button button-secondary">
              {words.look}
            </button>
          ) : null
        }
      >
        <act.Fields {...fields} />
      </Form>
      {previews !== undefined && <Previews reader={reader} previews={previews} />}
    </>,
    status,
  )
}

const titleOf = (reader: Reader, { name, number }: Pick<Named, 'name' | 'number'>): string => {
  const { link } = reader.words.deskActs.acts[name]
  return number === 0 ? link : reader.words.deskActs.numbered(link, number)
}

/** A page within a case. */
export const casePage = (
  {
    reader,
    the: { view },
    title,
    ...more
  }: Pick<PageProps, 'reader' | 'title' | 'hasErrors' | 'form'> & { readonly the: Case },
  children: ComponentChildren,
  status = 200,
): EdgeAnswer =>
  page(
    {
      reader,
      title,
      ...more,
      at: 'desk',
      above: [
        { label: reader.words.desk.title, href: '/desk' },
        { label: view.title, href: `/desk/projects/${view.id}` },
      ],
      children,
    },
    status,
  )

/** The process does not let this be done now: says why, and where to go on. */
const notNow = (request: PageRequest, the: Case, named: Named, refusal: ReturnType<Case['refusal']>): EdgeAnswer => {
  const reader = readerOf(request)
  const { deskActs: words } = reader.words
  const { detail } =
    refusal === undefined
      ? { detail: words.notNow }
      : problemOf({ kind: 'refused', refusal }, request.language, request.correlationId).problem
  return casePage(
    { reader, the, title: titleOf(reader, named) },
    <>
      <div class="alert alert-warning">
        <Icon name="warning" alert />
        <div class="alert-body">
          <p class="alert-text">{detail}</p>
        </div>
      </div>
      <p>
        <a href={`/desk/projects/${the.view.id}`}>{words.back}</a>
      </p>
    </>,
    409,
  )
}
