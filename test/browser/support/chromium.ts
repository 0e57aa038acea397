import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * A browser from npm, unpacked on first use. Several test processes may come at once: each unpacks into a folder of its
 * own, and the first to be done gives its copy to all.
 */
const unpacked = async (): Promise<string> => {
  const kept = join(tmpdir(), 'trin-chromium-147')
  const path = join(kept, 'chromium')
  if (existsSync(path)) return path
  const own = mkdtempSync(join(tmpdir(), 'trin-chromium-'))
  const { TMPDIR } = process.env
  process.env.TMPDIR = own
  try {
    await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  try {
    renameSync(own, kept)
  } catch {
    // Somebody else was faster.
    rmSync(own, { recursive: true, force: true })
  }
  return path
}

/** Starts a browser that reaches nothing but this machine. */
export const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await unpacked(),
    headless: true,
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
