import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from './messages.ts'

export interface LogLine {
  readonly function: string
  readonly level: Level
  readonly message: string
  readonly requestId?: string | undefined
}

export interface FunctionLog {
  readonly write: (line: LogLine) => void
  /** Where it stands. */
  readonly file: string
  readonly close: () => Promise<void>
}

const largest = 32 * 1_024 * 1_024

/** What the functions say: `functions.ndjson`, a line of JSON each; the file before it is kept once it grew large. */
export const openFunctionLog = (folder: string): FunctionLog => {
  const file = join(folder, 'functions.ndjson')
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 })
  return {
    file,
    write: ({ message, ...line }) => {
      stream.write(`${JSON.stringify({ at: new Date().toISOString(), ...line, ...structured(message) })}\n`)
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}

/** What a function logs as JSON stays structured. */
const structured = (message: string): { readonly message?: string; readonly entry?: unknown } => {
  if (!message.startsWith('{')) return { message }
  try {
    return { entry: JSON.parse(message) }
  } catch {
    return { message }
  }
}
