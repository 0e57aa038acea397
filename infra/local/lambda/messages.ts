import { z } from 'zod'

/** What a worker is given when it starts. */
export interface WorkerStart {
  /** Folder of the bundle. */
  readonly code: string
  /** `index.handler` */
  readonly handler: string
  /** One `BigInt64` of milliseconds: how far the domain's clock is ahead. */
  readonly clock: SharedArrayBuffer
  readonly functionName: string
  readonly functionArn: string
  readonly memory: number
}

/** One call of the function. */
export interface Invocation {
  readonly requestId: string
  /** JSON. */
  readonly event: string
  /** Epoch milliseconds of the timeout. */
  readonly deadline: number
}

export const level = z.enum(['debug', 'info', 'warn', 'error'])
export type Level = z.output<typeof level>

/** What a worker says. `cpu`: milliseconds of processor time that its thread spent on the invocation. */
export const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), level, requestId: z.string().optional(), message: z.string() }),
  z.object({ kind: z.literal('done'), requestId: z.string(), cpu: z.number(), result: z.string().optional() }),
  z.object({
    kind: z.literal('failed'),
    requestId: z.string(),
    cpu: z.number(),
    error: z.object({ name: z.string(), message: z.string(), stack: z.string().optional() }),
  }),
])
export type Said = z.output<typeof said>
