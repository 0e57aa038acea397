import * as z from 'zod/mini'
import type { RouteKey } from '../../shared/api/routes.ts'
import { routes } from '../../shared/api/routes.ts'
import type { Chance } from '../domain/lives/chance.ts'
import { placeOf, schemaOf, validatorAt } from '../openapi/support/description.ts'
import { hostile } from './hostile.ts'
import { mutated, strangeValues } from './mutations.ts'
import { isGroup, type Pools, type Schema, valueFor } from './values.ts'
import type { Somebody, World } from './world.ts'

export const kinds = ['valid', 'near-valid', 'hostile'] as const
export type Kind = (typeof kinds)[number]

/** One request, as text: how it goes out is the driver's. */
export interface Request {
  readonly kind: Kind
  readonly route: RouteKey
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Sent in base64, as the gateway does with bytes that are no text. */
  readonly bytes?: boolean
  /** Whom a token is for; a text stands in the header as it is. */
  readonly who?: Somebody | string
  /** Whether the body is as the description has it; undefined where there is none, or none that it describes. */
  readonly fits?: boolean
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}
const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z._default(z.boolean(), false),
  schema: z.record(z.string(), z.unknown()),
})

/** One operation as the description has it. */
export interface Described {
  readonly route: RouteKey
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly schema: Schema; readonly example: unknown; readonly fits: (body: unknown) => boolean }
  readonly forms: boolean
  readonly roles: readonly string[]
  /** Statuses of success. */
  readonly successes: readonly number[]
}

const operation = z.object({
  parameters: z.array(z.unknown()),
  'x-roles': z._default(z.array(z.string()), []),
  responses: z.record(z.string(), z.unknown()),
})

const describedAs = (method: string, path: string): Described => {
  const at = ['paths', path, method.toLowerCase()] as const
  const said = z.parse(operation, schemaOf(...at))
  const parameters = said.parameters.map((_, place) => z.parse(parameter, schemaOf(...at, 'parameters', String(place))))
  const content = [...at, 'requestBody', 'content'] as const
  const schema = placeOf(...content, 'application/json', 'schema')
  const body = schema && {
    schema: Object(schemaOf(...schema)),
    example: schemaOf(...content, 'application/json', 'example'),
    fits: (value: unknown) => validatorAt(...schema)(value),
  }
  return {
    route: `${method} ${path}` as RouteKey,
    parameters,
    ...(body === undefined ? {} : { body }),
    forms: placeOf(...content, 'application/x-www-form-urlencoded') !== undefined,
    roles: said['x-roles'],
    successes: Object.keys(said.responses)
      .map(Number)
      .filter((status) => status < 400),
  }
}

export const operations: readonly Described[] = routes.map(({ method, path }) => describedAs(method, path))

const json = { 'content-type': 'application/json' } as const

/** A request that keeps to the description in all: of somebody who may call the route. */
const valid = (chance: Chance, described: Described, world: World, pools: Pools): Request => {
  const { route, parameters, body, roles } = described
  const callers = world.cast.filter(({ role }) => roles.includes(role))
  const item = chance.percent(60) ? chance.of(world.agenda) : undefined
  const fitting = chance.percent(60) ? world.fitting[route] : undefined
  const found =
    fitting === undefined
      ? pools
      : { ...pools, projects: fitting, meetings: world.agenda.map(({ meeting }) => meeting) }
  const own = item === undefined || fitting ? found : { ...pools, meetings: [item.meeting], projects: [item.project] }
  const named = (place: string): Record<string, string> =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === place && (one.required || chance.percent(one.name === 'If-None-Match' ? 50 : 20)))
        .map(({ name, schema }) => [
          name,
          place === 'path' && name === 'n' ? '1' : textFor(chance, name, schema, own, world.keys[route]),
        ]),
    )
  const path = named('path')
  const sent = body === undefined ? undefined : bodyFor(chance, body, fitting ? pools : own)
  return {
    kind: 'valid',
    route,
    params: path,
    query: withoutFilter(named('query')),
    headers: { ...named('header'), ...(sent === undefined ? {} : json) },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent), fits: body?.fits(sent) ?? false }),
    ...(callers.length > 0
      ? { who: chance.of(callers) }
      : chance.percent(50)
        ? { who: chance.of([...world.cast, ...world.links]) }
        : {}),
  }
}

/** A cursor belongs to the filter that it came of. */
const withoutFilter = (query: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  query.cursor === undefined ? query : { cursor: query.cursor }

const textFor = (chance: Chance, name: string, schema: Schema, pools: Pools, keys: readonly string[] = []): string => {
  if (name === 'key' || name === 'cursor') return chance.of(keys)
  if (name === 'If-None-Match') return chance.of(['*', '"1"', '"2"', 'W/"3"', '"4", "5"', 'x'])
  return String(valueFor(chance, schema, pools, name))
}

/** The example, with what it is about put in; or anything that the schema takes. */
const bodyFor = (chance: Chance, { schema, example }: NonNullable<Described['body']>, pools: Pools): unknown => {
  if (isGroup(example) && chance.percent(55)) {
    const about = Object.entries(example).map(([name, value]) => [
      name,
      name === 'authority' ? chance.of(pools.authorities) : idsIn(value, chance, pools),
    ])
    return Object.fromEntries(about)
  }
  return valueFor(chance, schema, pools)
}

const idsIn = (value: unknown, chance: Chance, pools: Pools): unknown => {
  if (Array.isArray(value)) return [...new Set(value.map((one) => idsIn(one, chance, pools)))]
  return typeof value === 'string' && value.startsWith('prj_') ? chance.of(pools.projects) : value
}

/** A valid request with one thing changed. */
const nearValid = (chance: Chance, described: Described, world: World, pools: Pools): Request => {
  const request: Request = { ...valid(chance, described, world, pools), kind: 'near-valid' }
  const { body } = described
  if (body !== undefined && request.body !== undefined && chance.percent(65)) {
    const sent = mutated(chance, JSON.parse(request.body))
    return { ...request, body: JSON.stringify(sent), fits: body.fits(sent) }
  }
  const strange = String(chance.of(strangeValues)).slice(0, 2_000)
  const swapped = (named: Readonly<Record<string, string>>) => {
    const names = Object.keys(named)
    return names.length === 0 ? named : { ...named, [chance.of(names)]: strange }
  }
  switch (chance.below(5)) {
    case 0:
      return { ...request, params: swapped(request.params) }
    case 1:
      return { ...request, query: chance.percent(50) ? swapped(request.query) : { ...request.query, extra: strange } }
    case 2: {
      const { who: _, ...nobody } = request
      return nobody
    }
    case 3:
      return { ...request, who: chance.of(world.cast) }
    default:
      return { ...request, headers: { ...request.headers, ...chance.of(badHeaders) } }
  }
}

const badHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': '"1"' },
  { 'if-match': '1' },
  { 'if-match': '"9999999999"' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'two words' },
  { 'idempotency-key': 'k'.repeat(201) },
  { 'accept-language': 'xx;q=two, *' },
  { 'x-correlation-id': 'no\u0001good' },
  { 'content-type': 'application/json; charset=latin1' },
]

/** One request of this kind, about this world. */
export const requestOf = (kind: Kind, chance: Chance, described: Described, world: World, pools: Pools): Request => {
  switch (kind) {
    case 'valid':
      return valid(chance, described, world, pools)
    case 'near-valid':
      return nearValid(chance, described, world, pools)
    case 'hostile':
      return hostile(chance, valid(chance, described, world, pools), described)
  }
}
