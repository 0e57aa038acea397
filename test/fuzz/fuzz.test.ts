import { describe, expect, test } from 'vitest'
import type { RouteKey } from '../../shared/api/routes.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import { memoryDriver } from './memory-driver.ts'
import { fuzz, tableOf, unseenIn } from './run.ts'

/** `npm test` asks a share; `npm run test:fuzz` asks 100,000. Another seed: `FUZZ_SEED=7 npm run test:fuzz`. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 6_000)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_125)

describe('requests made from the description', () => {
  test(`${requests} of them get what it says, and nothing is kept of those that are refused`, async () => {
    const found = await fuzz({ requests, seed, driver: () => memoryDriver() })
    process.stdout.write(`\n${tableOf(found)}\n`)
    expect(found.wrong).toEqual([])
    expect(found.requests).toBe(requests)
    // What can be done once in a world is rarely met in the crowd: that is asked for by itself, in many small worlds.
    const unseen = unseenIn(found)
    const alone = await Promise.all(
      [...new Set(unseen.map((one) => one.replace(/ \d+$/, '') as RouteKey))].map((route) =>
        fuzz({ requests: 1_500, perRound: 30, seed, route, driver: () => memoryDriver() }),
      ),
    )
    expect(alone.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(unseen.filter((one) => alone.every((more) => unseenIn(more).includes(one)))).toEqual([])
  }, 900_000)
})

type AllActs = Required<Acts>

/** Mistakes that anybody could make, each in one act. */
const mistakes: readonly (readonly [what: string, route: RouteKey, mistaken: (acts: AllActs) => AllActs[RouteKey]])[] =
  [
    [
      'an act that throws',
      'POST /api/projects/{id}/comments',
      () => async () => {
        throw new TypeError('cannot read properties of undefined')
      },
    ],
    [
      'a view that shows more',
      'GET /api/projects/{id}',
      (acts) => async (request) => {
        const answer = await acts['GET /api/projects/{id}'](request)
        return answer.json === undefined
          ? answer
          : { ...answer, json: { ...Object(answer.json), secret: 'of the board' } }
      },
    ],
    [
      'a view that lacks a field',
      'GET /api/counts',
      (acts) => async (request) => {
        const { total: _, ...counted } = Object((await acts['GET /api/counts'](request)).json)
        return { status: 200, headers: { 'cache-control': 'public, max-age=60' }, json: counted }
      },
    ],
    [
      'a status that nobody expects',
      'POST /api/projects/{id}/resumption',
      (acts) => async (request) => ({ ...(await acts['POST /api/projects/{id}/resumption'](request)), status: 201 }),
    ],
    [
      'a refusal after something was kept',
      'POST /api/projects/{id}/assessment',
      (acts) => async (request) => {
        await acts['POST /api/projects/{id}/assessment'](request)
        return acts['POST /api/projects/{id}/return']({ ...request, body: { reasons: [] } })
      },
    ],
    [
      'a body that is not looked at',
      'POST /api/projects/{id}/ready',
      (acts) => (request) => acts['POST /api/projects/{id}/ready']({ ...request, body: {} }),
    ],
    [
      'a field that is asked for and not described',
      'POST /api/links',
      (acts) => (request) =>
        acts['POST /api/links']({
          ...request,
          body: { ...Object(request.body), project: `${Object(request.body).project}x` },
        }),
    ],
  ]

describe('the run sees a mistake', () => {
  test.each(mistakes)(
    '%s',
    async (_, route, mistaken) => {
      const change = (acts: Acts): Acts => ({ ...acts, [route]: mistaken(acts as AllActs) })
      // Many worlds: what may be done once in each is soon done.
      const found = await fuzz({
        requests: 900,
        perRound: 30,
        seed,
        enough: 1,
        route,
        driver: () => memoryDriver(change),
      })
      expect(found.wrong).not.toEqual([])
    },
    60_000,
  )
})
