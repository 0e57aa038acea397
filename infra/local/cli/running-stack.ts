import { findRunning, openDataFolder, type Running } from '../data-folder.ts'

/** The folder of `npm start`, unless the environment names another. */
export const dataFolder = (): string => process.env.TRIN_DATA ?? '.trin'

/**
 * The stack that runs on the data folder.
 * @throws when none does.
 */
export const runningStack = (): Running => {
  const found = findRunning(openDataFolder(dataFolder()))
  if (found !== undefined) return found
  throw new Error(`no stack runs on ${dataFolder()}: start one with npm start (TRIN_DATA names another folder)`)
}

/** Runs a command: what it throws is told in a line, and it exits 1. */
export const command = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
