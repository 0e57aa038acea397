import * as z from 'zod/mini'
import { variable } from '../shared/environment.ts'
import { identifier } from '../shared/identity/identify.ts'
import { dynamoContacts } from '../shared/store/contacts.ts'
import { committing } from './committing.ts'

const environment = z.object({
  [variable.issuer]: z.url(),
  [variable.audience]: z.string().check(z.minLength(1)),
  [variable.signingKey]: z.string().check(z.minLength(32)),
})

/** What every function is built of at which people act: it commits, knows who speaks, and keeps whom they name. @throws ZodError */
export const desk = (variables: Readonly<Record<string, string | undefined>>) => {
  const settings = z.parse(environment, variables)
  const parts = committing(variables)
  const signingKey = settings[variable.signingKey]
  const contacts = dynamoContacts({ ...parts.table, signingKey })
  const identify = identifier({
    signingKey,
    issuer: settings[variable.issuer],
    audience: settings[variable.audience],
    idOf: contacts.idOf,
  })
  return { ...parts, contacts, identify, signingKey }
}
