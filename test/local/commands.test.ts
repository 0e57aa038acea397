import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { decodeJwt } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'
import { planStack } from '../../infra/local/plan/plan.ts'
import { synthesize } from '../../infra/local/synthesize.ts'
import { readAssembly, TemplateNotUnderstood } from '../../infra/local/template.ts'
import { queues } from '../../infra/queues.ts'
import { temporaryFolder } from './tiny-stack.ts'

const run = promisify(execFile)

/** The stack of `npm start`, and a way to run the other commands beside it. */
const npmStart = async (TRIN_DATA: string) => {
  const env = { ...process.env, TRIN_DATA, PORT: '0' }
  const child: ChildProcess = spawn(process.execPath, ['infra/local/cli/start.ts'], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text) => lines.push(String(text)))
    child.on('exit', (code) => reject(new Error(`exited with ${code}: ${lines.join('\n')}`)))
    if (child.stdout === null) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const ready = /^trin is ready at (http:\/\/localhost:\d+)$/.exec(line)?.[1]
      if (ready !== undefined) resolve(ready)
    })
  })
  return {
    url,
    child,
    said: lines.join('\n'),
    npm: async (command: string, ...asked: string[]) =>
      (await run(process.execPath, [`infra/local/cli/${command}.ts`, ...asked], { env })).stdout.trimEnd(),
  }
}

describe('the commands of the local stack', () => {
  it('start it, get tokens, move its clock, look at it, bring dead letters back, and end it cleanly', async () => {
    const folder = temporaryFolder()
    const { url, child, npm, said } = await npmStart(folder)
    expect((await fetch(`${url}/health`)).status).toBe(200)
    expect(said).toContain(`Pages     ${url}:`)
    expect(said).toContain(`Sign-in   ${url}/sign-in:`)
    expect(said).toContain(`TRIN_DATA=${folder} npm run token -- secretariat`)

    const token = await npm(
      'token',
      'lead',
      '--project',
      'prj_1',
      '--authority',
      'Ny Kommune',
      '--email',
      'n@ny.example',
    )
    expect(decodeJwt(token)).toMatchObject({
      iss: `${url}/oidc`,
      roles: ['lead'],
      project: 'prj_1',
      authority: 'Ny Kommune',
      email: 'n@ny.example',
    })
    await expect(npm('token', 'king')).rejects.toThrow('one of secretariat, board')

    expect(await npm('clock', '+31d')).toMatch(/^\S+Z → \S+Z$/)
    expect(Date.parse(await npm('clock')) - Date.now()).toBeGreaterThan(30 * 86_400_000)
    expect(await npm('clock', '+1h', '--jump')).toMatch(/→/)
    await expect(npm('clock', 'yesterday')).rejects.toThrow('neither a step')

    expect((await npm('redrive')).split('\n')).toEqual([
      ...Object.keys(queues)
        .toSorted()
        .map((queue) => expect.stringMatching(new RegExp(`^ +0 {2}trin-local-${queue}$`))),
      'npm run redrive -- <queue> brings them back to it',
    ])
    expect(await npm('redrive', 'commits')).toBe('0 messages back in commits')
    await expect(npm('redrive', 'nothing')).rejects.toThrow('no queue nothing among')
    expect(JSON.parse(await npm('status'))).toMatchObject({
      quiet: true,
      deadLetters: { commits: 0, classify: 0, agenda: 0, mail: 0, webhooks: 0, monitor: 0 },
      functions: { 'progress-monitor': { invocations: 2, errors: 0 } },
    })

    child.removeAllListeners('exit')
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    await expect(npm('status')).rejects.toThrow('no stack runs on')
  }, 240_000)
})

describe('the template of the project', () => {
  const place = {
    region: 'eu-north-1',
    account: '000000000000',
    url: 'http://localhost:3000',
    queueUrl: (name: string) => `http://127.0.0.1/000000000000/${name}`,
    secret: () => 'secret',
  }

  it('is understood whole, and not without any one of its queues, functions or its table', async () => {
    const folder = await synthesize({
      stage: 'local',
      baseUrl: 'http://trin-local.invalid',
      issuer: 'http://trin-local.invalid/oidc',
    })
    const assembly = readAssembly(folder)
    const plan = planStack(assembly, place)
    expect(plan.mappings.length).toBeGreaterThan(0)
    expect(plan.routes.length).toBeGreaterThan(0)
    expect(plan.schedules).toHaveLength(1)
    for (const { logicalId } of [...plan.queues, ...plan.functions, ...plan.tables]) {
      const { [logicalId]: _, ...Resources } = assembly.template.Resources
      const without = { ...assembly, template: { ...assembly.template, Resources } }
      expect(() => planStack(without, place), logicalId).toThrow(TemplateNotUnderstood)
    }
  }, 240_000)
})
