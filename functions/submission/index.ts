import { edge } from '../../shared/http/edge.ts'
import { submission } from './container.ts'
import { submissionHandlers } from './handler.ts'

const parts = submission(process.env)

export const handler = edge({ identify: parts.identify, acts: submissionHandlers(parts), forms: true })
