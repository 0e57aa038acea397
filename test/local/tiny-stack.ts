import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { type LocalStack, type LocalStackOptions, startLocalStack } from '../../infra/local/start.ts'
import { type TinyAssembly, writeAssembly } from './tiny-assembly.ts'

// Threads, databases and servers start slowly on a machine that does much else.
vi.setConfig({ testTimeout: 60_000 })

/** A folder that goes with the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Runs a stack of a few lines until the test ends. */
export const startTiny = async (
  parts: readonly TinyAssembly[],
  options: Partial<LocalStackOptions> = {},
): Promise<LocalStack> => {
  const dataFolder = options.dataFolder ?? temporaryFolder()
  const assembly = writeAssembly(join(temporaryFolder(), 'cdk.out'), ...parts)
  const stack = await startLocalStack({ dataFolder, assembly, grace: 200, ...options })
  onTestFinished(stack.stop)
  return stack
}

/** Waits until it is so. */
export const until = async (condition: () => boolean | Promise<boolean>, within = 50_000): Promise<void> => {
  const end = Date.now() + within
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not so within ${within} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
