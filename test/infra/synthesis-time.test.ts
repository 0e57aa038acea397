import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'trin-synthesis-'))
afterAll(() => rmSync(folder, { recursive: true }))

const noteTime =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.log((user+system)/1e6)})'

/** Runs the app as CDK runs it, in a process of its own; its seconds of work, and where the template is. */
const run = (name: string, environment: Readonly<Record<string, string>>) => {
  const outdir = join(folder, name)
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', noteTime, 'infra/app.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env.PATH, CDK_OUTDIR: outdir, ...environment },
    encoding: 'utf8',
  })
  return { seconds: Number(stdout), stderr, status, read: (file: string) => readFileSync(join(outdir, file), 'utf8') }
}

describe.each(['local', 'production'])('given the stage %s', (stage) => {
  it('when it is synthesized, then the template is there after less than 8 seconds of work, without a build step', () => {
    const { seconds, stderr, status, read } = run(stage, {
      CDK_CONTEXT_JSON: JSON.stringify({ stage }),
      CDK_VALIDATION: 'false',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(read('Trin.template.json')).toContain(`trin-${stage}-relay`)
    // Of this process, on all cores: unlike the clock on the wall, it hardly grows when other tests run beside.
    expect(seconds).toBeLessThan(8)
  }, 60_000)
})

it('given a stage that is deployed, when it is synthesized, then CDK checks the template and finds nothing', () => {
  const { status, read } = run('checked', { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'production' }) })
  expect(status).toBe(0)
  const report = z.object({ pluginReports: z.array(z.object({ violations: z.array(z.unknown()).optional() })) })
  const { pluginReports } = report.parse(JSON.parse(read('validation-report.json')))
  expect(pluginReports.flatMap(({ violations = [] }) => violations)).toEqual([])
}, 60_000)
