import type { IdentifyVisitor } from '../use-cases/people.ts'
import { sessionCookie, sessions } from './session.ts'

/** Who looks at a page, by its cookies. */
export const visitorByCookies = (signingKey: string): IdentifyVisitor => {
  const { read } = sessions(signingKey)
  return async (cookies) => read(cookies[sessionCookie] ?? '') ?? { actor: { kind: 'anonymous' } }
}
