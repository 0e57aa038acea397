import { desk } from '../desk.ts'
import { ideaThrottle } from '../throttles.ts'

/** The parts of where ideas come in, by its environment. @throws ZodError when something it reads is missing or wrong */
export const submission = (variables: Readonly<Record<string, string | undefined>>) => {
  const parts = desk(variables)
  return { ...parts, ...ideaThrottle(variables, parts) }
}
