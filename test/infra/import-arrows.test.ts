import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A file, what it imports, and whether that follows the arrows of the project. */
const imports = [
  ['shared/domain/project/decide.ts', './evolve.ts', 'follows'],
  ['shared/domain/project/deciding/start.ts', '../../time.ts', 'follows'],
  ['shared/domain/project/decide.ts', '../../use-cases/ports.ts', 'breaks'],
  ['shared/domain/time.ts', '../store/table.ts', 'breaks'],
  ['shared/domain/time.ts', '../environment.ts', 'breaks'],
  ['shared/domain/level.ts', 'zod', 'breaks'],
  ['shared/domain/level.ts', 'node:crypto', 'breaks'],
  ['shared/use-cases/submit-idea.ts', '../domain/time.ts', 'follows'],
  ['shared/use-cases/submit-idea.ts', '../store/commit-log.ts', 'breaks'],
  ['shared/use-cases/submit-idea.ts', '../http/problem.ts', 'breaks'],
  ['shared/use-cases/submit-idea.ts', '@aws-sdk/client-sqs', 'breaks'],
  ['shared/use-cases/submit-idea.ts', '../logging/log-line.ts', 'breaks'],
  ['shared/logging/log-line.ts', '../domain/identifiers.ts', 'follows'],
  ['shared/logging/log-line.ts', '../http/problem.ts', 'breaks'],
  ['shared/http/edge.ts', '../logging/log-line.ts', 'follows'],
  ['functions/relay/handler.ts', '../../shared/logging/log-line.ts', 'follows'],
  ['shared/webhooks/sender.ts', '../tracing/trace-context.ts', 'follows'],
  ['shared/store/commit-log.ts', '../use-cases/ports.ts', 'follows'],
  ['shared/store/commit-log.ts', '../http/problem.ts', 'breaks'],
  ['shared/messaging/fan-out.ts', '../../functions/relay/handler.ts', 'breaks'],
  ['shared/mail/templates/received.ts', '../../i18n/labels.ts', 'follows'],
  ['shared/mail/ses.ts', '../http/problem.ts', 'breaks'],
  ['shared/http/edge.ts', '../api/problem-codes.ts', 'follows'],
  ['shared/http/edge.ts', '../store/commit-log.ts', 'breaks'],
  ['functions/relay/index.ts', '../../shared/store/commit-log.ts', 'follows'],
  ['functions/relay/container.ts', '../../shared/store/commit-log.ts', 'follows'],
  ['functions/classification/on-submitted.ts', '../../shared/store/commit-log.ts', 'follows'],
  ['functions/relay/handler.ts', '../../shared/use-cases/ports.ts', 'follows'],
  ['functions/relay/handler.ts', '../../shared/store/commit-log.ts', 'breaks'],
  ['functions/relay/handler.ts', '../progress/handler.ts', 'breaks'],
  ['functions/relay/index.ts', '../progress/handler.ts', 'breaks'],
  ['functions/relay/index.ts', '../../infra/queues.ts', 'breaks'],
  ['infra/stack.ts', '../shared/environment.ts', 'follows'],
  ['infra/constructs/trin-table.ts', '../../shared/store/table.ts', 'follows'],
  ['infra/constructs/trin-table.ts', '../../shared/store/commit-log.ts', 'breaks'],
  ['infra/stack.ts', '../functions/relay/handler.ts', 'breaks'],
  ['infra/local/start.ts', '../../functions/relay/handler.ts', 'breaks'],
  ['infra/stack.ts', '../test/fakes/log.ts', 'breaks'],
] as const

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }) }),
  ),
})
const biome = fileURLToPath(new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url))

/** Lints files that hold nothing but these imports, by the project's own rules; the imports that were refused. */
const refusedBy = (folder: string): ReadonlySet<string> => {
  cpSync(fileURLToPath(new URL('../../biome.json', import.meta.url)), join(folder, 'biome.json'))
  const lines = new Map<string, string[]>()
  for (const [file, from] of imports) lines.set(file, [...(lines.get(file) ?? []), from])
  for (const [file, sources] of lines) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), sources.map((from) => `import '${from}'\n`).join(''))
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      biome,
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
      '--reporter=json',
      '.',
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  return new Set(
    report
      .parse(JSON.parse(stdout))
      .diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map(({ location: { path, start } }) => `${path} ${lines.get(path)?.[start.line - 1]}`),
  )
}

describe('given files that import along and against the arrows, when they are linted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-arrows-'))
  let refused: ReadonlySet<string> = new Set()
  beforeAll(() => {
    refused = refusedBy(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(imports)('then %s with %s %s them', (file, from, verdict) => {
    expect(refused.has(`${file} ${from}`) ? 'breaks' : 'follows').toBe(verdict)
  })
})
