import type { IdentifyVisitor, Visitor } from '../use-cases/people.ts'
import { sessionCookie, sessions } from './session.ts'

const nobody: Visitor = { actor: { kind: 'anonymous' } }

/** Who looks at a page where personal links count for nothing: whoever signed in. @param signingKey at least 32 characters */
export const visitorBySession = (signingKey: string): IdentifyVisitor => {
  const { read } = sessions(signingKey)
  return async (cookies) => read(cookies[sessionCookie] ?? '') ?? nobody
}
