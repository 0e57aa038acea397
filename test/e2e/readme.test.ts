import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalStack, startLocalStack } from '../../infra/local/start.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('npm run demo', () => {
  const demo = (...asked: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(root, 'infra/local/cli/demo.ts'), ...asked])

  it('when it is asked for help, then it says its options and starts nothing', async () => {
    const { stdout, stderr } = await demo('--help')
    for (const option of ['--from', '--json', '--keep']) expect(stdout).toContain(option)
    expect(stdout).not.toContain('Starting')
    expect(stderr).toBe('')
  })

  it('when it is asked for what it does not know, then it says so in a line', async () => {
    await expect(demo('--nonsense')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]*--nonsense[^\n]*\n$/),
    })
  })
})

describe('the first tour of the README', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'trin-tour-'))
  let stack: LocalStack
  beforeAll(async () => {
    stack = await startLocalStack({ dataFolder })
  }, 60_000)
  afterAll(async () => {
    await stack?.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  })

  it('given a running stack, when the tour is pasted into a shell, then every line of it works', async () => {
    const [, tour = ''] = /```sh\n([\s\S]*?)```/.exec(readme) ?? []
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', tour], {
      cwd: root,
      env: { ...process.env, TRIN: stack.url, TRIN_DATA: dataFolder },
      maxBuffer: 16 * 1_024 * 1_024,
    })
    expect(stdout).toContain('"state":"idea"')
    expect(stdout).toContain('"points":2')
    expect(stdout).toContain('"state":"returned"')
    expect(stdout).toContain('Påmindelse')
    expect(stdout).toContain('"type":"step-taken"')
  }, 60_000)
})
