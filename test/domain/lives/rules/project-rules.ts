import type { Moment, Rule } from '../moment.ts'
import { changeRules } from './changes.ts'
import { clockRules } from './clocks.ts'
import { decisionRules } from './decisions.ts'
import { erasureRules } from './erasure.ts'
import { evaluationRules } from './evaluations.ts'
import { levelRules } from './levels.ts'
import { logRules } from './log.ts'
import { moveRules } from './moves.ts'
import { pauseRules } from './pauses.ts'
import { productRules } from './products.ts'
import { publicityRules } from './publicity.ts'
import { reportRules } from './reports.ts'
import { returnRules } from './returns.ts'
import { roleRules } from './roles.ts'
import { serviceRules } from './service.ts'
import { stepRules } from './steps.ts'

/** Every rule that must hold of a project, at every commit. */
export const projectRules: readonly Rule<Moment>[] = [
  ...levelRules,
  ...returnRules,
  ...moveRules,
  ...clockRules,
  ...stepRules,
  ...pauseRules,
  ...reportRules,
  ...decisionRules,
  ...productRules,
  ...changeRules,
  ...serviceRules,
  ...evaluationRules,
  ...erasureRules,
  ...publicityRules,
  ...roleRules,
  ...logRules,
]
