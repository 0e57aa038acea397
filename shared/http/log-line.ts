/** Where log lines go: standard output, one JSON object a line. Tests listen in. */
export type WriteLine = (line: string) => void

export const standardOutput: WriteLine = (line) => {
  process.stdout.write(`${line}\n`)
}

/** An error for the log: what it is and where it came from, with its causes. Never part of an answer. */
export const errorForLog = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return { thrown: typeof error }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim()),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: errorForLog(error.cause, depth + 1) }),
  }
}
