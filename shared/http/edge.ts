import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { pageRoutes } from '../api/page-routes.ts'
import { routes } from '../api/routes.ts'
import { standardOutput, type WriteLine } from '../logging/log-line.ts'
import type { Identify } from '../use-cases/people.ts'
import { answerOf } from './answer-of.ts'
import type { Acts, EdgeAnswer, EdgeEvent, EdgeRequest } from './exchange.ts'
import { admitted, begun, doorsOf, identified, logged, problems, routed, secured, withBody } from './middlewares.ts'
import type { BodyRules } from './read-body.ts'
import { requestOf } from './request-of.ts'
import { InTrouble } from './trouble.ts'

export interface EdgeSettings extends BodyRules {
  readonly identify: Identify
  /** What the function does, by route; any other route is not found. */
  readonly acts: Acts
  /** @default standard output */
  readonly write?: WriteLine
}

const doors = doorsOf([...routes, ...pageRoutes])

/** Before Lambda ends the invocation, so that the caller gets an answer with `Retry-After` and not the gateway's. */
const timeoutEarlyInMillis = 300

/**
 * The handler of an HTTP function: correlation and log line, problems, security headers, route, identity, access, body,
 * and then the act. The same chain for every function, so that no route can leave out a part of it.
 */
export const edge = (settings: EdgeSettings) =>
  middy<EdgeEvent, APIGatewayProxyStructuredResultV2>(
    async (event: EdgeEvent, context: Context) => answerOf(await act(settings.acts, requestOf(event, context))),
    {
      timeoutEarlyInMillis,
      timeoutEarlyResponse: () => {
        throw new InTrouble({ kind: 'unavailable' })
      },
    },
  ).use([
    logged(settings.write ?? standardOutput),
    begun(),
    secured(),
    problems(),
    routed(settings.acts, doors),
    identified(settings.identify),
    admitted(doors),
    withBody(settings),
  ])

const act = (acts: Acts, request: EdgeRequest): Promise<EdgeAnswer> => {
  const found = acts[request.route]
  if (found === undefined) throw new InTrouble({ kind: 'not-found' })
  return found(request)
}
