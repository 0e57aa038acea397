import { randomUUID } from 'node:crypto'
import type { Problem } from '../../../shared/api/problem-codes.ts'
import type { ProjectAct } from '../../../shared/api/project-act.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import type { PageRequest, ShownAgain } from '../../../shared/http/page-request.ts'
import { problemOf, troubleOf } from '../../../shared/http/problem.ts'
import { type ActingPorts, actOnProjectOf } from '../../../shared/http/project-acts.ts'
import { pointerOfField } from '../../../shared/http/sent-form.ts'
import { InTrouble, type Trouble } from '../../../shared/http/trouble.ts'
import { pageWords } from '../../../shared/i18n/page-words.ts'
import { type FormState, sentState } from './state.ts'

/** A form that nobody has sent yet. @param version what the reader sees */
export const freshForm = (typed: FormState['typed'], version?: number): FormState => ({
  key: randomUUID(),
  ...(typed === undefined ? {} : { typed }),
  ...(version === undefined ? {} : { version }),
})

/** Troubles that whoever typed can mend on the same page, or wait out there; anything else is a page of its own. */
const canBeMended = ({ kind }: Trouble): boolean => kind === 'fields' || kind === 'refused' || kind === 'too-many'

/**
 * Does what a form asks for. What was wrong with it comes back as the form's state, as typed, for the page to show again;
 * it has a new key, since what is sent next is something else. `version` is the one the page shows by then.
 * A form that is only shown again, since it lay open for too long, say, is not sent, and comes back in the same way.
 * @throws `InTrouble` where nothing on the page could mend it
 */
export const attempt = async (
  request: PageRequest,
  act: () => Promise<EdgeAnswer>,
): Promise<{ readonly answer: EdgeAnswer } | NotDone> => {
  if (request.again !== undefined) return shownAgain(request, request.again)
  try {
    return { answer: await act() }
  } catch (error) {
    const trouble = troubleOf(error)
    if (!(error instanceof InTrouble) || !canBeMended(trouble)) throw error
    const { problem, status, headers } = problemOf(trouble, request.language, request.correlationId)
    const seen = request.form.own._version
    const version = problem.version ?? (seen === undefined ? undefined : Number(seen))
    const told = inFormWords(problem, request)
    const state = sentState(request.form, told, { key: randomUUID(), ...(version === undefined ? {} : { version }) })
    const { 'retry-after': wait } = headers
    return { problem: told, status, state, ...(wait === undefined ? {} : { headers: { 'retry-after': wait } }) }
  }
}

interface NotDone {
  /** None where all that was asked for is another language. */
  readonly problem?: Problem
  readonly status: number
  readonly state: FormState
  /** What the page's answer says besides: when to send again. */
  readonly headers?: EdgeAnswer['headers']
}

/** A form that is only shown again comes back with a token of now: sending it once more is all that is asked. */
export const shownAgain = ({ form, language, correlationId }: PageRequest, why: ShownAgain): NotDone => {
  const { _version: seen } = form.own
  const fresh = freshForm(form.typed, seen === undefined ? undefined : Number(seen))
  const state = { ...fresh, wasSent: true }
  if (why === 'language') return { status: 200, state }
  const { problem: told, status } = problemOf({ kind: 'not-our-form' }, language, correlationId)
  const { stale, visitorChanged } = pageWords[language].shell
  const { title, text } = why === 'stale' ? stale : visitorChanged
  const problem = { ...told, title, detail: text }
  return { problem, status, state: { ...state, problem } }
}

/** An amount, a share or a time that could not be read stays text: what is wrong with that is told as to somebody who types, and not as to a program. */
const inFormWords = (problem: Problem, { form, language }: PageRequest): Problem => {
  const { errors } = problem
  if (errors === undefined) return problem
  const { shell, product } = pageWords[language]
  const said: Readonly<Record<string, string>> = {
    kr: shell.notAnAmount,
    percent: product.sla.notAPercent,
    time: product.sla.notATime,
  }
  const unread = new Map(
    namesIn(form.typed).flatMap((name) => {
      const detail = said[/:(\w+)$/.exec(name)?.[1] ?? '']
      return detail === undefined ? [] : [[pointerOfField(name), detail] as const]
    }),
  )
  return {
    ...problem,
    errors: errors.map((error) => {
      const detail = error.code === 'wrong-type' ? unread.get(error.pointer) : undefined
      return detail === undefined ? error : { ...error, detail }
    }),
  }
}

const namesIn = (typed: FormObject, within = ''): readonly string[] =>
  Object.entries(typed).flatMap(([name, value]) =>
    typeof value === 'string' || Array.isArray(value) ? [`${within}${name}`] : namesIn(value, `${within}${name}.`),
  )

/** The act of a route of the API, done by a form of a page about the project in its path. */
export const projectActBy =
  (ports: ActingPorts, act: ProjectAct, number?: number) =>
  (request: PageRequest): Promise<EdgeAnswer> =>
    actOnProjectOf(ports, act, request, { body: request.form.values, ...(number === undefined ? {} : { number }) })
