import * as z from 'zod'
import { variable } from '../../shared/environment.ts'
import { processSettings } from '../../shared/process-settings.ts'

const mailbox = z.strictObject({ email: z.email(), language: z.enum(['da', 'en']).default('da') })
const mailboxes = z.strictObject({ secretariat: mailbox, board: mailbox, chair: mailbox })

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})

/** What notification reads of its environment. */
export const environmentSchema = z.object({
  [variable.table]: z.string().min(1),
  [variable.mailQueue]: z.url(),
  [variable.signingKey]: z.string().min(32),
  [variable.baseUrl]: z.url(),
  [variable.mailSender]: z.email(),
  [variable.configurationSet]: z.exactOptional(z.string().min(1)),
  [variable.mailboxes]: json.pipe(mailboxes),
  [variable.processSettings]: processSettings,
  [variable.mailLease]: z.coerce.number().int().min(1).default(90),
  [variable.digestQuiet]: z.coerce.number().int().min(0).max(900).default(120),
})
