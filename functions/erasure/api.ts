import { edge } from '../../shared/http/edge.ts'
import { erasureDesk } from './container.ts'
import { requestHandlers } from './request.ts'

const parts = erasureDesk(process.env)

export const handler = edge({ identify: parts.identify, acts: requestHandlers(parts) })
