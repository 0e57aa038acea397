import { edge } from '../../shared/http/edge.ts'
import { feeds } from './container.ts'
import { feedActs } from './handler.ts'

export const handler = edge({ identify: async () => ({ kind: 'anonymous' }), acts: feedActs(feeds(process.env)) })
