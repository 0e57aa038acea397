import { describe, expect, test } from 'vitest'
import { routes } from '../../shared/api/routes.ts'
import { roles } from '../../shared/domain/actor.ts'
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
