import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'
import { sqsPostMessages } from '../../shared/messaging/post-messages.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import type { ChasePorts } from '../../shared/use-cases/chase-overdue.ts'
import { committing } from '../committing.ts'

const environment = z.object({ [variable.mailQueue]: z.url() })

/** The parts of the monitor, by its environment. @throws ZodError when something it reads is missing or wrong. */
export const monitor = (variables: Readonly<Record<string, string | undefined>>): ChasePorts => {
  const { [variable.mailQueue]: queueUrl } = z.parse(environment, variables)
  const parts = committing(variables)
  return {
    ...parts,
    projections: dynamoProjections(parts.table),
    postMessages: sqsPostMessages({ client: parts.sqs, queueUrl }),
  }
}
