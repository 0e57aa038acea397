import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['functions', 'infra', 'shared', 'package-lock.json', 'cdk.json', 'tsconfig.json']
/** Milliseconds that a synthesis nobody asked for again is kept; a killed one leaves an unfinished folder. */
const kept = { finished: 7 * 86_400_000, unfinished: 3_600_000 }

/** The CDK app did not synthesize. */
export class SynthesisFailed extends Error {
  override readonly name = 'SynthesisFailed'
}

/**
 * Synthesizes the stack as `cdk synth` does, or takes what an earlier synthesis made of the same sources and context.
 * @param context values of the CDK app's settings.
 * @returns the folder of the cloud assembly.
 * @throws SynthesisFailed with what the app said.
 */
export const synthesize = async (context: Readonly<Record<string, unknown>>): Promise<string> => {
  const all = join(root, '.build/local')
  const folder = join(all, fingerprint(context))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}.part`
  mkdirSync(unfinished, { recursive: true })
  try {
    await promisify(execFile)(process.execPath, [join(root, 'infra/app.ts')], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: unfinished, CDK_CONTEXT_JSON: JSON.stringify(context) },
      maxBuffer: 64 * 1_024 * 1_024,
    })
    // The bundles are CommonJS, whatever the package around them is.
    writeFileSync(join(unfinished, 'package.json'), '{"type":"commonjs"}\n')
    if (!existsSync(folder)) renameSync(unfinished, folder)
  } catch (error) {
    // Another process that synthesized the same at the same time was first.
    if (existsSync(folder)) return folder
    throw new SynthesisFailed(error instanceof Error ? said(error) : String(error), { cause: error })
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  forgetOld(all, folder)
  return folder
}

const said = (error: Error): string =>
  'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '' ? error.stderr : error.message

const fingerprint = (context: Readonly<Record<string, unknown>>): string => {
  const hash = createHash('sha256').update(JSON.stringify([process.version, Object.entries(context).toSorted()]))
  for (const file of sources.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 24)
}

/** Files that the template and its bundles are made of; this interpreter is not among them. */
const filesIn = (path: string): readonly string[] => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !file.startsWith('infra/local/'))
    .toSorted()
}

const forgetOld = (all: string, current: string): void => {
  for (const name of readdirSync(all)) {
    const folder = join(all, name)
    const longest = name.endsWith('.part') ? kept.unfinished : kept.finished
    if (folder !== current && Date.now() - statSync(folder).mtimeMs > longest)
      rmSync(folder, { recursive: true, force: true })
  }
}
