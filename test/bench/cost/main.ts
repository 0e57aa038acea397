/**
 * `npm run bench:cost`: lives at least 200 full lives on the local stack as it runs, counts everything that AWS would, and
 * prices it. Options: `--lives N`, `--detail`, `--json file`.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalStack } from '../../../infra/local/start.ts'
import { billOf, readPrices } from './bill.ts'
import { callsTo } from './calls.ts'
import { lettersIn } from './letters.ts'
import { startRecorder } from './recorder.ts'
import { report } from './report.ts'
import { runLives } from './run-lives.ts'
import { addInvocation, newTally } from './tally.ts'

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '200' },
    detail: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
// Nothing of it is to last, so that no engine need wait for a disk.
const memory = '/dev/shm'
const dataFolder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'trin-cost-'))
const began = performance.now()
let tally = newTally()
const recorder = await startRecorder(tally)
const stack = await startLocalStack({
  dataFolder,
  template: recorder.template,
  before: recorder.before,
  answered: (invocation) => addInvocation(tally, invocation.plan.name.replace(/^trin-[a-z]+-/, ''), invocation),
})
try {
  const calls = callsTo(stack.url)
  const { lives, months } = await runLives(Number(values.lives), calls, (line) => {
    process.stderr.write(`${line}\n`)
    recorder.check()
  })
  // Everything is told, and a monitor that finds nothing to do is measured for itself.
  const whole = tally
  tally = newTally()
  recorder.countIn(tally)
  const idleRuns = 20
  for (let run = 0; run < idleRuns; run += 1) await stack.invoke('progress-monitor', {})
  recorder.check()
  const prices = readPrices()
  const letters = await lettersIn(recorder.items())
  const told = report({
    lives,
    months,
    whole,
    letters,
    idle: { runs: idleRuns, bill: billOf(tally, prices) },
    prices,
    minutes: (performance.now() - began) / 60_000,
    deadLetters: stack.status().deadLetters,
    detail: values.detail,
  })
  process.stdout.write(`${told.text}\n`)
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify(
        {
          ...whole,
          dynamodb: Object.fromEntries(whole.dynamodb),
          sqs: Object.fromEntries(whole.sqs),
          lambda: Object.fromEntries(whole.lambda),
          http: Object.fromEntries(whole.http),
          letters: Object.fromEntries(letters),
        },
        undefined,
        2,
      ),
    )
  process.exitCode = told.isWithin ? 0 : 1
} finally {
  await stack.stop()
  await recorder.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
