import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Level, level } from './messages.ts'

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

/**
 * What the functions say: `functions.ndjson`, a line of JSON each; the file before it is kept once it grew large. What a
 * function writes as JSON stands as it wrote it, as in CloudWatch; any other text, and what the runtime says, gets a line
 * of the same shape.
 */
export const openFunctionLog = (folder: string): FunctionLog => {
  const file = join(folder, 'functions.ndjson')
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 })
  return {
    file,
    write: ({ level, message, ...line }) => {
      const at = new Date().toISOString()
      stream.write(
        levelWritten(message) === undefined ? `${JSON.stringify({ level, message, at, ...line })}\n` : `${message}\n`,
      )
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}

const written = z.looseObject({ level })

/** The level that a text says itself, being a line of JSON of ours; undefined when it is any other text. */
export const levelWritten = (message: string): Level | undefined => {
  if (!message.startsWith('{')) return undefined
  try {
    return written.safeParse(JSON.parse(message)).data?.level
  } catch {
    return undefined
  }
}
