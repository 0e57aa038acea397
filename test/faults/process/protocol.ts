import * as z from 'zod'

/** Ways to break the protocol on purpose: each must make the matrix fail, or the matrix sees nothing. */
export const mutations = [
  'commits-before-announcing',
  'drops-instead-of-voiding',
  'does-not-look-for-the-command',
  'refused-projection-ends-the-work',
  'discards-people-without-looking',
] as const
export type Mutation = (typeof mutations)[number]

const queueUrls = z.object({
  commits: z.string(),
  classify: z.string(),
  agenda: z.string(),
  mail: z.string(),
  webhooks: z.string(),
  erasures: z.string(),
})

/** The first message to a process: what it is and whom it speaks to. */
export const assignment = z.object({
  kind: z.enum(['writer', 'relay']),
  endpoint: z.string(),
  queueUrls,
  mutation: z.enum(mutations).optional(),
  /** Milliseconds the relay looks again. */
  lookAgain: z.number(),
})
export type Assignment = z.output<typeof assignment>

/** What a writer is asked to do: say something, and bring a person along. */
export const command = z.object({
  stream: z.templateLiteral(['prj_', z.string()]),
  commandId: z.string(),
  text: z.string(),
  email: z.string(),
})
export type Command = z.output<typeof command>

const record = z.object({
  messageId: z.string(),
  receiptHandle: z.string(),
  body: z.string(),
  receives: z.number(),
})
export type Received = z.output<typeof record>

export const call = z.object({
  call: z.number(),
  command: command.optional(),
  batch: z.array(record).optional(),
})
export type Call = z.output<typeof call>

/** What a process says: that it is up, or what came of a call. */
export const reply = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({
    call: z.number(),
    /** The id of the commit that answers the command. */
    commitId: z.string().optional(),
    refused: z.string().optional(),
    /** Messages that are to come again. */
    failures: z.array(z.string()).optional(),
    error: z.string().optional(),
  }),
])
export type Reply = z.output<typeof reply>
