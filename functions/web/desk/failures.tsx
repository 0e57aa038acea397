import * as z from 'zod/mini'
import { toldHistory } from '../../../shared/api/history-view.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { isProjectId } from '../../../shared/domain/identifiers.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import { saidOf } from '../../../shared/i18n/shown-event.ts'
import { type DeadLetter, type RedrivableQueue, redrivable } from '../../../shared/use-cases/dead-letters.ts'
import { readProject } from '../../../shared/use-cases/read-project.ts'
import { freshForm } from '../form/act.ts'
import { Form } from '../form/form.tsx'
import { page, seeOther } from '../layout.tsx'
import { Success } from '../parts/success.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { DeskPorts } from './ports.ts'

/** A dead letter, with what its log says of it. */
interface Told {
  readonly letter: DeadLetter
  readonly title?: string
  readonly href?: string
  readonly what?: string
}

interface Failing {
  readonly queue: RedrivableQueue
  readonly count: number
  readonly told: readonly Told[]
}

/** `GET /desk/failures`: what could not be handled, by queue, and what each is about; without a person's name. */
export const failuresPage =
  (ports: DeskPorts): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { failures: words, desk } = reader.words
    const failing = (await Promise.all(redrivable.map((queue) => failingIn(queue, ports, request, reader)))).filter(
      ({ count, told }) => count > 0 || told.length > 0,
    )
    return page({
      reader,
      title: words.title,
      at: 'desk',
      above: [{ label: desk.title, href: '/desk' }],
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          <Done reader={reader} query={request.query} />
          {failing.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            failing.map((one) => <Queue key={one.queue} reader={reader} failing={one} />)
          )}
        </>
      ),
    })
  }

const redriveBody = z.strictObject({ queue: z.enum(redrivable) })

/** `POST /desk/failures`: has what lies in a queue tried again. */
export const redriveFailures =
  ({ deadLetters }: Pick<DeskPorts, 'deadLetters'>): PageAct =>
  async (request) => {
    const { queue } = parse(redriveBody, request.form.values)
    const count = await deadLetters.redrive(queue)
    return seeOther(`/desk/failures?done=${queue}&count=${count}`)
  }

const failingIn = async (
  queue: RedrivableQueue,
  ports: DeskPorts,
  { actor }: PageRequest,
  reader: Reader,
): Promise<Failing> => {
  const count = await ports.deadLetters.count(queue)
  if (count === 0) return { queue, count, told: [] }
  const letters = await ports.deadLetters.look(queue)
  return { queue, count, told: await Promise.all(letters.map((letter) => toldOf(letter, ports, actor, reader))) }
}

/** What happened, in words, where the log still says it: an event by its place there. */
const toldOf = async (
  letter: DeadLetter,
  ports: Pick<DeskPorts, 'log' | 'clock'>,
  actor: Actor,
  reader: Reader,
): Promise<Told> => {
  const { about } = letter
  if (about.kind !== 'event' && about.kind !== 'delivery' && about.kind !== 'link') return { letter }
  const stream = about.kind === 'link' ? about.project : about.stream
  if (!isProjectId(stream)) return { letter, href: `/board/${encodeURIComponent(stream)}` }
  const found = await readProject(stream, ports)
  if (found === undefined) return { letter }
  const { project, commits } = found
  const there = { letter, title: project.concept.title, href: `/desk/projects/${project.id}` }
  if (about.kind === 'link') return there
  const told = toldHistory(project, commits, { actor, now: ports.clock() })?.filter(
    ({ version }) => version === about.version,
  )
  const what = told?.map(({ event }) => saidOf(reader.words.timeline.events, event)).join('; ')
  return { ...there, ...(what ? { what } : {}) }
}

const Queue = ({ reader, failing: { queue, count, told } }: { readonly reader: Reader; readonly failing: Failing }) => {
  const { failures: words } = reader.words
  const { name, means } = words.queues[queue]
  const oldest = told[0]?.letter.sentAt
  return (
    <section aria-labelledby={`queue-${queue}`}>
      <h2 id={`queue-${queue}`}>{name}</h2>
      <p>{means}</p>
      <p>
        {words.count}: <strong>{count}</strong>
        {oldest !== undefined && `. ${words.oldest}: ${reader.moment(oldest)}`}
      </p>
      {told.length > 0 && (
        <details>
          <summary>{words.first(told.length)}</summary>
          <ul>
            {told.map((one) => (
              <li key={one.letter.id}>
                <About reader={reader} told={one} />{' '}
                <span class="trin-soft">{words.sent(reader.moment(one.letter.sentAt))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="trin-soft">{words.hint}</p>
      <Form reader={reader} state={freshForm(undefined)} action="/desk/failures" submit={words.againFor(name)}>
        <input type="hidden" name="queue" value={queue} />
      </Form>
    </section>
  )
}

const About = ({ reader, told: { letter, title, href, what } }: { readonly reader: Reader; readonly told: Told }) => {
  const { about: words } = reader.words.failures
  const { about } = letter
  const link = href === undefined ? title : <a href={href}>{title ?? href}</a>
  switch (about.kind) {
    case 'event':
      return (
        <>
          {link} {what ?? words.version(about.version)}
        </>
      )
    case 'delivery':
      return (
        <>
          {link} {what ?? words.version(about.version)} {words.delivery(about.endpoint)}
        </>
      )
    case 'link':
      return (
        <>
          {words.link} {link}
        </>
      )
    case 'digest':
    case 'erasure':
    case 'unknown':
      return <>{words[about.kind]}</>
  }
}

const Done = ({ reader, query }: { readonly reader: Reader; readonly query: Readonly<Record<string, string>> }) => {
  const { failures: words } = reader.words
  const queue = redrivable.find((one) => one === query.done)
  const count = /^\d{1,4}$/.test(query.count ?? '') ? Number(query.count) : undefined
  return queue === undefined || count === undefined ? null : (
    <Success>{words.done(count, words.queues[queue].name)}</Success>
  )
}
