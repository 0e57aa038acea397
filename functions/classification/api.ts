import { edge } from '../../shared/http/edge.ts'
import { desk } from '../desk.ts'
import { classificationHandlers } from './handler.ts'

const parts = desk(process.env)

export const handler = edge({ identify: parts.identify, acts: classificationHandlers(parts) })
