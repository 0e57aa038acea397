import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeContenders } from './cold/contenders.ts'
import { measure } from './cold/measure.ts'
import { rowsOf, tableOf, tooSlow, withTable } from './cold/table.ts'

/**
 * `npm run bench:cold`: what a cold start of each function costs, against the usual set in the same run.
 * `--runs <n>` (25 at least count), `--json` for machines, `--write` puts the table into the README. Exit 1 above a bar.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '25' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs <a whole number from 1>')
if (values.write && runs < 25) throw new Error('what is written down rests on 25 runs at least')

const contenders = await makeContenders()
try {
  const { empty, usual, functions } = contenders
  const medians = await measure([empty, usual, ...functions], runs)
  const rows = rowsOf(contenders, medians)
  const table = tableOf(rows)
  const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}, medians of ${runs} runs`
  process.stdout.write(
    values.json ? `${JSON.stringify({ machine, runs, rows }, undefined, 2)}\n` : `${table}\n\n${machine}\n`,
  )
  if (values.write) {
    const readme = fileURLToPath(new URL('../../README.md', import.meta.url))
    const day = new Date().toISOString().slice(0, 10)
    writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), `${table}\n\n${machine}, ${day}.`))
  }
  for (const { name, ratio, bar } of tooSlow(rows)) {
    process.stderr.write(`${name} costs ${ratio.toFixed(3)} of the usual set, more than ${bar}\n`)
    process.exitCode = 1
  }
} finally {
  await contenders.stop()
}
