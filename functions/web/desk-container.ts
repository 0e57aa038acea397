import { renderLetter } from '../../shared/mail/render-letter.ts'
import { type Web, web } from './container.ts'
import type { DeskPorts } from './desk/ports.ts'

export interface WebDesk extends Web {
  readonly ports: DeskPorts
}

/** The parts of the desks' pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webDesk = (variables: Readonly<Record<string, string | undefined>>): WebDesk => {
  const parts = web(variables)
  return { ...parts, ports: { ...parts.ports, typesetter: { letter: renderLetter } } }
}
