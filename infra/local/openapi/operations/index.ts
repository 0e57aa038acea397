import type { RouteKey } from '../../../../shared/api/routes.ts'
import type { Operation } from '../operation.ts'
import { boardDecision } from './board-decision.ts'
import { classification } from './classification.ts'
import { erasure } from './erasure.ts'
import { portfolio } from './portfolio.ts'
import { progress } from './progress.ts'
import { stewardship } from './stewardship.ts'
import { submission } from './submission.ts'

/** What the description says of each route. Who adds a route says it in the file of the function that serves it. */
export const operations: Readonly<Record<RouteKey, Operation>> = {
  ...submission,
  ...classification,
  ...boardDecision,
  ...progress,
  ...stewardship,
  ...erasure,
  ...portfolio,
}
