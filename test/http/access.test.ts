import { describe, expect, test } from 'vitest'
import { classificationActs } from '../../shared/api/classification.ts'
import { progressActs } from '../../shared/api/progress.ts'
import type { Given, ProjectAct, Read } from '../../shared/api/project-act.ts'
import { routes } from '../../shared/api/routes.ts'
import { onboardingActs, stewardshipActs } from '../../shared/api/stewardship.ts'
import { submissionActs } from '../../shared/api/submission.ts'
import { type Role, roles } from '../../shared/domain/actor.ts'
import { permissions } from '../../shared/domain/project/acts.ts'
import { call, desk, fine } from './support/call.ts'

describe('who gets in', () => {
  const cases = routes.flatMap((route) =>
    (['nobody', 'bad', ...roles] as const).map((who) => ({
      route,
      who,
      key: `${route.method} ${route.path}` as const,
    })),
  )
  test.each(cases)('$key as $who', async ({ route, who, key }) => {
    const headers = who === 'nobody' ? {} : { authorization: `Bearer ${who}` }
    const { status } = await call(fine, { route: key, params: { id: 'prj_1', n: '1' }, headers })
    const allowed: readonly string[] = route.access === 'public' ? roles : route.access.roles
    const expected = () => {
      if (who === 'bad') return 401
      if (who === 'nobody') return route.access === 'public' ? 200 : 401
      return route.access === 'public' || allowed.includes(who) ? 200 : 403
    }
    expect(status).toBe(expected())
  })

  test('given nobody, the problem says how to come in', async () => {
    const { status, headers, body } = await call(fine, desk)
    expect(status).toBe(401)
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer realm="trin"',
      'content-language': 'da',
    })
    expect(body).toEqual({
      type: '/problems/unauthenticated',
      title: 'Ikke logget ind',
      status: 401,
      code: 'unauthenticated',
      detail: 'Log ind, eller brug linket fra din mail.',
      correlationId: expect.any(String),
    })
  })

  test('given a route that is not in the table, it is not found', async () => {
    expect((await call(fine, { route: 'GET /api/secrets' })).status).toBe(404)
    expect((await call(fine, { route: '$default' })).status).toBe(404)
  })

  test('given a role that can never do it, the problem names who can', async () => {
    const { body } = await call(fine, { ...desk, headers: { authorization: 'Bearer board', 'accept-language': 'en' } })
    expect(body).toMatchObject({
      status: 403,
      code: 'not-your-role',
      allowedRoles: ['secretariat'],
      title: 'No access',
    })
  })
})

describe('given a route whose body is one command', () => {
  const acts: Readonly<Record<string, ProjectAct>> = {
    ...submissionActs,
    ...classificationActs,
    ...progressActs,
    ...onboardingActs,
    ...stewardshipActs,
  }
  /** A body that says nothing: enough to see which command it becomes. */
  const empty = (() => ({ members: [] })) as unknown as Read
  const given: Given = { person: () => 'con_1', contact: () => 'con_1', number: 1 }
  const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)

  test.each(Object.entries(acts))('%s lets in those who may ever give it, and nobody else', (key, { command }) => {
    const { type } = command(empty, given)
    if (type === 'submit') throw new Error('an idea comes in by a route of its own')
    const route = routes.find(({ method, path }) => `${method} ${path}` === key)
    const may = new Set(permissions[type].flatMap(({ to }) => to).filter(isRole))
    expect(route?.access).toEqual({ roles: expect.any(Array) })
    expect(new Set(route?.access === 'public' ? [] : route?.access.roles)).toEqual(may)
  })
})
