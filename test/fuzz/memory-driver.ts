import { people } from '../../infra/local/demo/material.ts'
import { isProjectId } from '../../shared/domain/identifiers.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import { identifier } from '../../shared/identity/identify.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { httpEvent } from '../fakes/http-event.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryStack, signingKey } from '../fakes/memory-stack.ts'
import type { Answer } from '../openapi/support/answered.ts'
import type { Request } from './requests.ts'
import { type Somebody, type World, worldBehind } from './world.ts'

/** Something that requests go to, and what it keeps. */
export interface Driver {
  readonly world: World
  readonly send: (request: Request) => Promise<Answer>
  /** Equal texts: nothing was stored between them. */
  readonly stored: () => string
  /** What follows from what was done. */
  readonly settle: () => Promise<void>
}

/** The functions over a log in memory, with a world that has lived a little. */
export const memoryDriver = async (change?: (acts: Acts) => Acts): Promise<Driver> => {
  const log = memoryLog()
  let commits = 0
  const counted = {
    ...log,
    append: async (commit: Parameters<typeof log.append>[0]) => {
      const result = await log.append(commit)
      if (result === 'committed') commits += 1
      return result
    },
  }
  const ofLinks = identifier({
    signingKey,
    issuer: 'https://issuer.invalid',
    audience: 'trin',
    idOf: () => 'con_nobody',
  })
  const isLink = (authorization: string) =>
    authorization.startsWith('Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6Imxpbmsrand0In0.')
  const stack = memoryStack({
    log: counted,
    identify: async (authorization) =>
      authorization !== undefined && isLink(authorization) ? ofLinks(authorization) : 'bad-token',
    ...(change === undefined ? {} : { change }),
  })
  const actorOf = ({ email, role }: Somebody) =>
    ({ kind: 'person', id: stack.contacts.idOf(email), roles: [role] }) as const
  let made = 0
  const lived = await worldBehind({
    post: async (route, params, who, body) => {
      made += 1
      const headers = { 'idempotency-key': `world-${made}` }
      const asked = { params, body, headers, ...(who === undefined ? {} : { as: actorOf(who) }) }
      const answer = await stack.act(route, asked)
      if (answer.status >= 400) throw new Error(`${route}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
  })
  const held = await stack.act('POST /api/meetings', {
    as: actorOf({ email: 'signe@os2.example', role: 'secretariat' }),
    headers: { 'idempotency-key': 'world-held' },
    body: { meetsAt: '2026-12-01T09:00:00+01:00', members: [{ ...people.birgitte, seat: 'chair' }] },
  })
  stack.moveTo('2026-12-01T12:00:00.000Z')

  const helle = stack.contacts.idOf(people.helle.email)
  const signed = personalLinks({ signingKey, baseUrl: '' })
  const links = await Promise.all(
    lived.projects.filter(isProjectId).map(async (project) => {
      const link = await signed.linkFor({ project, contact: helle, purpose: 'proposer' })
      return `Bearer ${link.slice(link.indexOf('key=') + 4)}`
    }),
  )
  const cursors = sealBy(signingKey, 'cursors')
  const ending = sealBy(signingKey, 'unsubscribe').close(helle)
  const world: World = {
    ...lived,
    meetings: [...lived.meetings, held.body.id],
    links: links.slice(0, 4),
    keys: {
      'GET /api/unsubscribe': [ending],
      'POST /api/unsubscribe': [ending],
      'GET /api/projects': [cursors.close(JSON.stringify({ state: 'idea' }))],
      'GET /api/meetings': [cursors.close(JSON.stringify({ meetings: '' }))],
    },
  }

  return {
    world,
    settle: stack.settle,
    stored: () =>
      JSON.stringify([
        commits,
        stack.contacts.all.size,
        stack.contacts.staged.size,
        stack.asked.length,
        stack.refusing.length,
        stack.erasures.size,
      ]),
    send: async ({ route, params, query, headers, body, bytes = false, who }) => {
      const authorization = typeof who === 'object' ? stack.tokenOf(actorOf(who)) : who
      const sent = { route, params, query, body, base64: bytes }
      const answer = await stack.handle(
        httpEvent({ ...sent, headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) } }),
      )
      return { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body }
    },
  }
}
