import * as z from 'zod/mini'
import { variable } from '../../../shared/environment.ts'
import { proofOfWork } from '../../../shared/identity/proof-of-work.ts'
import { sealBy } from '../../../shared/identity/seal.ts'
import { sqsDraftLinkRequests } from '../../../shared/messaging/draft-link-requests.ts'
import { dynamoDrafts } from '../../../shared/store/drafts.ts'
import { ideaThrottle } from '../../throttles.ts'
import { acting, type Web, web } from '../container.ts'
import type { IdeaPorts } from './ports.ts'

const environment = z.object({
  [variable.mailQueue]: z.url(),
  [variable.proofOfWork]: z.enum(['true', 'false']),
})

export interface WebIdea extends Web {
  readonly ports: IdeaPorts
}

/** The parts of the form for ideas, by its environment. @throws ZodError when something it reads is missing or wrong */
export const webIdea = (variables: Readonly<Record<string, string | undefined>>): WebIdea => {
  const { [variable.mailQueue]: queueUrl, [variable.proofOfWork]: isAsked } = z.parse(environment, variables)
  const parts = web(variables)
  const { signingKey, tokens } = parts
  const ports = acting(variables, signingKey)
  return {
    ...parts,
    ports: {
      ...ports,
      tokens,
      ...ideaThrottle(variables, { table: ports.table, signingKey }),
      drafts: dynamoDrafts(ports.table),
      draftSeal: sealBy(signingKey, 'draft'),
      draftLinks: sqsDraftLinkRequests({ client: ports.sqs, queueUrl }),
      receipts: sealBy(signingKey, 'receipt'),
      ...(isAsked === 'true' ? { proofOfWork: proofOfWork(signingKey) } : {}),
    },
  }
}
