import { edge } from '../../shared/http/edge.ts'
import { desk } from '../desk.ts'
import { submissionHandlers } from './handler.ts'

const parts = desk(process.env)

export const handler = edge({ identify: parts.identify, acts: submissionHandlers(parts), forms: true })
