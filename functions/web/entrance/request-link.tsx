import { linksBody } from '../../../shared/api/reads.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import type { LinkRequests } from '../../../shared/use-cases/link-requests.ts'
import type { Contacts } from '../../../shared/use-cases/ports.ts'
import { attempt, freshForm } from '../form/act.ts'
import { mainForm } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import { page, seeOther } from '../layout.tsx'
import { readerOf } from '../reader.ts'
import { AskForLink } from './ask-for-link.tsx'

export interface LinkRequestPorts {
  readonly links: LinkRequests
  readonly contacts: Pick<Contacts, 'idOf'>
}

const sentQuery = 'sent'

/** `GET /links`: the form; with `?sent` what happens now. */
export const linksPage: PageAct = async (request) =>
  request.query[sentQuery] === undefined ? formPage(request, freshForm(undefined)) : sentPage(request)

/**
 * `POST /links`: a personal link by mail, again. Nothing is looked up here, so that answer and time are the same whether
 * anybody has this address or not.
 */
export const requestLink =
  ({ links, contacts }: LinkRequestPorts): PageAct =>
  async (request) => {
    const tried = await attempt(request, async () => {
      const { email, project } = parse(linksBody, asNumbered(request.form.values))
      await links.send({ contact: contacts.idOf(email), project, correlationId: request.correlationId })
      return seeOther(`/links?${sentQuery}=1`)
    })
    return 'answer' in tried ? tried.answer : formPage(request, tried.state, tried.status)
  }

/** The number of a case as somebody types or copies it: in small letters, with what stands beside it. */
const asNumbered = (sent: unknown): unknown => {
  if (typeof sent !== 'object' || sent === null || !('project' in sent)) return sent
  const [, digits] = /prj_([0-9a-z]+)/i.exec(String(sent.project)) ?? []
  return digits === undefined ? sent : { ...sent, project: `prj_${digits.toUpperCase()}` }
}

const formPage = (request: PageRequest, state: FormState, status = 200): EdgeAnswer => {
  const reader = readerOf(request)
  const { link: words } = reader.words.entrance
  return page(
    {
      reader,
      title: words.askTitle,
      hasErrors: state.problem !== undefined,
      form: { id: mainForm },
      children: (
        <>
          <p class="font-lead">{words.ask}</p>
          <AskForLink reader={reader} state={state} />
        </>
      ),
    },
    status,
  )
}

const sentPage = (request: PageRequest): EdgeAnswer => {
  const reader = readerOf(request)
  const { title, text, nothing } = reader.words.entrance.link.asked
  return page({
    reader,
    title,
    children: (
      <>
        <p class="font-lead">{text}</p>
        <p>{nothing}</p>
      </>
    ),
  })
}
