import { board, people } from '../../infra/local/demo/material.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import { chanceFrom } from '../domain/lives/chance.ts'
import type { Driver } from './memory-driver.ts'
import { type Kind, kinds, operations, type Request, requestOf } from './requests.ts'
import type { Pools } from './values.ts'
import { verdictOn } from './verdict.ts'

export interface Fuzzing {
  /** How many requests. */
  readonly requests: number
  /** The same seed asks the same. */
  readonly seed: number
  /** A world that lives for one round. */
  readonly driver: () => Promise<Driver>
  /** @default all: only requests of this one */
  readonly route?: RouteKey
  /** @default 500: then the world begins anew, so that logs stay short */
  readonly perRound?: number
  /** @default 20: what follows is done after so many requests */
  readonly perSettling?: number
  /** @default 20: it stops once so much is wrong */
  readonly enough?: number
}

export interface Found {
  readonly requests: number
  /** `valid POST /api/projects 201` → how many. */
  readonly counts: ReadonlyMap<string, number>
  /** What was wrong, with the request to do it again. */
  readonly wrong: readonly string[]
}

/** Asks so many requests, a third of each kind, of every operation (or of the one) in turn; stops once enough is wrong. */
export const fuzz = async ({
  requests,
  seed,
  driver,
  route,
  perRound = 500,
  perSettling = 20,
  enough = 20,
}: Fuzzing): Promise<Found> => {
  const described = operations.filter((one) => route === undefined || one.route === route)
  const counts = new Map<string, number>()
  const wrong: string[] = []
  let asked = 0
  for (let round = 0; asked < requests && wrong.length < enough; round += 1) {
    const chance = chanceFrom(seed + 7_919 * round)
    const { world, send, stored, settle } = await driver()
    const pools: Pools = {
      projects: world.projects,
      meetings: world.meetings,
      authorities: ['Skovby Kommune', 'Fjordby Kommune', 'Havneby Kommune', 'Åby Kommune'],
      emails: [...Object.values(people), ...board].map(({ email }) => email),
    }
    for (let place = 0; place < perRound && asked < requests && wrong.length < enough; place += 1) {
      const kind = kinds[asked % kinds.length] ?? 'valid'
      const operation = described[Math.floor(asked / kinds.length) % described.length]
      if (operation === undefined) throw new Error('nothing is described')
      const request = requestOf(kind, chance, operation, world, pools)
      const before = stored()
      const answer = await send(request)
      const verdict = verdictOn(request, answer, stored() !== before)
      if (verdict !== undefined)
        wrong.push(`seed ${seed}, request ${asked}: ${told(request)}\n    ${verdict.slice(0, 1_500)}`)
      const key = `${kind} ${operation.route} ${answer.status}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      asked += 1
      if (asked % perSettling === 0) await settle()
    }
  }
  return { requests: asked, counts, wrong }
}

const told = ({ kind, route, ...request }: Request): string =>
  `${kind} ${route} ${JSON.stringify(request).slice(0, 1_500)}`

const split = (key: string) => {
  const [kind = '', method = '', path = '', status = ''] = key.split(' ')
  return { kind: kind as Kind, route: `${method} ${path}`, status: Number(status) }
}

/** Counts by kind and status, and by route. */
export const tableOf = ({ requests, counts }: Found): string => {
  const [byKind, byRoute] = [new Map<string, number>(), new Map<string, Map<number, number>>()]
  for (const [key, count] of counts) {
    const { kind, route, status } = split(key)
    byKind.set(`${kind} ${status}`, (byKind.get(`${kind} ${status}`) ?? 0) + count)
    const row = byRoute.get(route) ?? new Map<number, number>()
    byRoute.set(route, row.set(status, (row.get(status) ?? 0) + count))
  }
  const rows = [...byRoute].map(([route, statuses]) => {
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
    return `  ${route.padEnd(58)} ${told.join('  ')}`
  })
  const ofKind = kinds.map((kind) => {
    const some = [...byKind].filter(([key]) => key.startsWith(`${kind} `)).sort(([a], [b]) => (a < b ? -1 : 1))
    return `  ${kind.padEnd(10)} ${some.map(([key, count]) => `${key.split(' ')[1]}: ${count}`).join('  ')}`
  })
  return [`${requests} requests`, ...ofKind, ...rows.sort()].join('\n')
}

/** Declared successes that no answer was. */
export const unseenIn = ({ counts }: Found): readonly string[] => {
  const seen = new Set([...counts.keys()].map((key) => key.replace(/^\S+ /, '')))
  return operations.flatMap(({ route, successes }) =>
    successes.filter((status) => !seen.has(`${route} ${status}`)).map((status) => `${route} ${status}`),
  )
}
