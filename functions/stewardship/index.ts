import { stewardshipActs } from '../../shared/api/stewardship.ts'
import { edge } from '../../shared/http/edge.ts'
import { projectActs } from '../../shared/http/project-acts.ts'
import { desk } from '../desk.ts'

const parts = desk(process.env)

export const handler = edge({ identify: parts.identify, acts: projectActs(parts, stewardshipActs) })
