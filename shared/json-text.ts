import * as z from 'zod/mini'

/** Text that is JSON, as the value it says, which is yet to be parsed by a schema of its own. */
export const jsonText = z.pipe(
  z.string(),
  z.transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.issues.push({ code: 'custom', message: 'not JSON', input: text })
      return z.NEVER
    }
  }),
)
