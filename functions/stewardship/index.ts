import { stewardshipActs } from '../../shared/api/stewardship.ts'
import { edge } from '../../shared/http/edge.ts'
import { projectActs } from '../../shared/http/project-acts.ts'
import { desk } from '../desk.ts'
import { namingThrottle } from '../throttles.ts'

const parts = desk(process.env)
const ports = { ...parts, naming: namingThrottle(process.env, parts) }

export const handler = edge({ identify: parts.identify, acts: projectActs(ports, stewardshipActs) })
