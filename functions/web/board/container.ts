import { dynamoProjections } from '../../../shared/store/projections.ts'
import { acting, type Web, web } from '../container.ts'
import type { BoardPorts } from './ports.ts'

export interface WebBoard extends Web {
  readonly ports: BoardPorts
}

/** The parts of the board's pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webBoard = (variables: Readonly<Record<string, string | undefined>>): WebBoard => {
  const parts = web(variables)
  const ports = acting(variables, parts.signingKey)
  return { ...parts, ports: { ...ports, projections: dynamoProjections(ports.table) } }
}
