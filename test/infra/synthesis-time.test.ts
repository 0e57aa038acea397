import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'trin-synthesis-'))
afterAll(() => rmSync(folder, { recursive: true }))

const noteTime =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.log((user+system)/1e6)})'

describe.each(['local', 'production'])('given the stage %s', (stage) => {
  it('when the app is run as CDK runs it, then the template is there after less than 8 seconds of work', () => {
    const outdir = join(folder, stage)
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', noteTime, 'infra/app.ts'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      // Not as a test: CDK would then skip what it otherwise checks.
      env: { PATH: process.env.PATH, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify({ stage }) },
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(existsSync(join(outdir, 'Trin.template.json'))).toBe(true)
    // Seconds of this process on all cores: unlike the clock on the wall, it does not grow when other tests run beside.
    expect(Number(stdout)).toBeLessThan(8)
  }, 60_000)
})
