import { routes } from '../../../shared/api/routes.ts'
import { type Role, roles } from '../../../shared/domain/actor.ts'
import { edge } from '../../../shared/http/edge.ts'
import type { Act, Acts } from '../../../shared/http/exchange.ts'
import type { Identify } from '../../../shared/use-cases/people.ts'
import { httpEvent, lambdaContext, type Sent } from '../../fakes/http-event.ts'
import { asProblemsAre } from '../../openapi/support/answered.ts'

/** Trusts a token that is a list of roles. */
export const identify: Identify = async (authorization) => {
  if (authorization === undefined) return { kind: 'anonymous' }
  const said = authorization.replace('Bearer ', '').split(',')
  const given = said.filter((name): name is Role => (roles as readonly string[]).includes(name))
  return given.length === said.length ? { kind: 'person', id: 'con_1', roles: given } : 'bad-token'
}

export const call = async (
  act: Act,
  sent: Sent,
  options: { forms?: boolean; limit?: number; remaining?: number } = {},
) => {
  const lines: string[] = []
  const acts: Acts = Object.fromEntries(routes.map(({ method, path }) => [`${method} ${path}`, act]))
  const { remaining, ...rules } = options
  const handler = edge({ identify, acts, write: (line) => lines.push(line), ...rules })
  const answer = await handler(httpEvent(sent), lambdaContext(remaining))
  asProblemsAre({ status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body })
  return {
    status: answer.statusCode,
    headers: answer.headers ?? {},
    body: answer.body === undefined ? undefined : JSON.parse(answer.body),
    lines: lines.map((line) => JSON.parse(line)),
  }
}

export const fine: Act = async () => ({ status: 200, json: { fine: true } })
export const echo: Act = async ({ body, sentAs }) => ({ status: 200, json: { body, sentAs } })
export const anyone: Sent = { route: 'POST /api/projects' }
export const desk: Sent = { route: 'POST /api/projects/{id}/return', params: { id: 'prj_1' } }
