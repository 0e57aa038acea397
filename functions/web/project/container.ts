import { linkCookies } from '../../../shared/identity/link-cookies.ts'
import { visitorByCookies } from '../../../shared/identity/visitor.ts'
import type { LinkCookies } from '../../../shared/use-cases/people.ts'
import { namingThrottle } from '../../throttles.ts'
import { acting, erasing, type Web, web } from '../container.ts'
import type { OwnPorts } from './ports.ts'

export interface WebProject extends Web {
  readonly ports: OwnPorts
  readonly links: LinkCookies
}

/** The parts of people's own pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webProject = (variables: Readonly<Record<string, string | undefined>>): WebProject => {
  const parts = web(variables)
  const ports = acting(variables, parts.signingKey)
  const naming = namingThrottle(variables, { table: ports.table, signingKey: parts.signingKey })
  return {
    ...parts,
    identify: visitorByCookies(parts.signingKey),
    ports: { ...ports, erasing: erasing(variables, ports), naming },
    links: linkCookies(parts.signingKey),
  }
}
