import * as z from 'zod/mini'
import { variable } from '../../../shared/environment.ts'
import { previewLetter } from '../../../shared/mail/preview-letter.ts'
import { sqsDeadLetters } from '../../../shared/messaging/dead-letters.ts'
import { dynamoProjections } from '../../../shared/store/projections.ts'
import { acting, erasing, type Web, web } from '../container.ts'
import type { DeskPorts } from './ports.ts'

const environment = z.object({
  [variable.erasuresQueue]: z.url(),
  [variable.commitsQueue]: z.url(),
  [variable.classifyQueue]: z.url(),
  [variable.agendaQueue]: z.url(),
  [variable.mailQueue]: z.url(),
  [variable.webhooksQueue]: z.url(),
})

export interface WebDesk extends Web {
  readonly ports: DeskPorts
}

/** The parts of the desks' pages, by their environment. @throws ZodError when something they read is missing or wrong */
export const webDesk = (variables: Readonly<Record<string, string | undefined>>): WebDesk => {
  const settings = z.parse(environment, variables)
  const parts = web(variables)
  const ports = acting(variables, parts.signingKey)
  return {
    ...parts,
    ports: {
      ...ports,
      projections: dynamoProjections(ports.table),
      typesetter: { letter: previewLetter },
      erasing: erasing(variables, ports),
      deadLetters: sqsDeadLetters({
        client: ports.sqs,
        urls: {
          commits: settings[variable.commitsQueue],
          classify: settings[variable.classifyQueue],
          agenda: settings[variable.agendaQueue],
          mail: settings[variable.mailQueue],
          webhooks: settings[variable.webhooksQueue],
          erasures: settings[variable.erasuresQueue],
        },
      }),
    },
  }
}
