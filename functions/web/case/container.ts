import { previewLetter } from '../../../shared/mail/preview-letter.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { acting, erasing, type Web, web } from '../container.ts'
import type { CasePorts } from './ports.ts'

export interface WebCase extends Web {
  readonly ports: CasePorts
}

/** The parts of a case's pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webCase = (variables: Readonly<Record<string, string | undefined>>): WebCase => {
  const parts = web(variables)
  const ports = acting(variables, parts.signingKey)
  return {
    ...parts,
    ports: {
      ...ports,
      projections: dynamoProjections(ports.table),
      typesetter: { letter: previewLetter },
      erasing: erasing(variables, ports),
    },
  }
}
