import { edge } from '../../shared/http/edge.ts'
import { portfolioActs } from './acts.ts'
import { portfolio } from './container.ts'

const ports = portfolio(process.env)

export const handler = edge({ identify: ports.identify, acts: portfolioActs(ports), forms: true })
