import { dynamoProjections } from '../../shared/store/projections.ts'
import { committing } from '../committing.ts'
import { monitorHandler } from './handler.ts'

const parts = committing(process.env)

export const handler = monitorHandler({ ...parts, projections: dynamoProjections(parts.table) })
