import * as z from 'zod/mini'
import { variable } from '../../shared/environment.ts'
import { jsonText } from '../../shared/json-text.ts'
import { processSettings } from '../../shared/process-settings.ts'

const mailbox = z.strictObject({ email: z.email(), language: z._default(z.enum(['da', 'en']), 'da') })
const mailboxes = z.strictObject({ secretariat: mailbox, board: mailbox, chair: mailbox })

/** What notification reads of its environment. */
export const environmentSchema = z.object({
  [variable.table]: z.string().check(z.minLength(1)),
  [variable.mailQueue]: z.url(),
  [variable.signingKey]: z.string().check(z.minLength(32)),
  [variable.baseUrl]: z.url(),
  [variable.mailSender]: z.email(),
  [variable.configurationSet]: z.exactOptional(z.string().check(z.minLength(1))),
  [variable.mailboxes]: z.pipe(jsonText, mailboxes),
  [variable.processSettings]: processSettings,
  [variable.mailLease]: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 90),
  [variable.digestQuiet]: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(900)), 120),
})
