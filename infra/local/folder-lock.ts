import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type DataFolder, findRunning } from './data-folder.ts'

/** Another stack runs on the same data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes the data folder for this process. The lock is the operating system's (through SQLite), so that it goes with the
 * process however that ends: there are no stale ones.
 * @returns what gives it back.
 * @throws FolderInUse
 */
export const lockFolder = (data: DataFolder): (() => void) => {
  const lock = new DatabaseSync(join(data.path, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const other = findRunning(data)
    const who = other === undefined ? 'Another process' : `${other.url} (process ${other.pid})`
    throw new FolderInUse(`${who} runs on ${data.path}. Stop it, or choose another folder with TRIN_DATA`, {
      cause: error,
    })
  }
  return () => lock.close()
}
