import type { RoutePlan } from '../plan/routes.ts'

export interface Match {
  readonly route: RoutePlan
  /** Decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

interface Pattern {
  readonly method: string
  readonly segments: readonly string[]
  readonly route: RoutePlan
}

/**
 * Finds the route of a request as the HTTP API does: the more specific path wins, then the method over `ANY`, then
 * `$default`.
 * @throws URIError for a path parameter that is not well encoded.
 */
export const router = (routes: readonly RoutePlan[]): ((method: string, path: string) => Match | undefined) => {
  const patterns = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map((route): Pattern => {
      const [method = '', path = ''] = route.routeKey.split(' ')
      return { method, segments: path.slice(1).split('/'), route }
    })
    .toSorted((a, b) => order(a) - order(b) || specificity(b).localeCompare(specificity(a)))
  const fallback = routes.find(({ routeKey }) => routeKey === '$default')
  return (method, path) => {
    const segments = path.slice(1).split('/')
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== 'ANY') continue
      const parameters = match(pattern.segments, segments)
      if (parameters !== undefined) return { route: pattern.route, parameters }
    }
    return fallback && { route: fallback, parameters: {} }
  }
}

const isGreedy = (segment: string): boolean => /^\{.+\+\}$/.test(segment)
const nameOf = (segment: string): string | undefined => /^\{(.+?)\+?\}$/.exec(segment)?.[1]

/** Exact and parameterised paths before greedy ones. */
const order = ({ segments, method }: Pattern): number => (segments.some(isGreedy) ? 2 : 0) + (method === 'ANY' ? 1 : 0)

/** Per segment: 2 is a text, 1 a parameter, 0 takes all the rest. */
const specificity = ({ segments }: Pattern): string =>
  segments.map((segment) => (isGreedy(segment) ? 0 : nameOf(segment) === undefined ? 2 : 1)).join('')

const match = (pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of pattern.entries()) {
    const there = path[index]
    if (there === undefined) return undefined
    const name = nameOf(segment)
    if (name === undefined) {
      if (segment !== there) return undefined
    } else if (isGreedy(segment)) {
      parameters[name] = decodeURIComponent(path.slice(index).join('/'))
      return parameters
    } else {
      if (there === '') return undefined
      parameters[name] = decodeURIComponent(there)
    }
  }
  return pattern.length === path.length ? parameters : undefined
}
