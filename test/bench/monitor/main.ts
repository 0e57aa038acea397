/**
 * `npm run bench:monitor`: requests and capacity of one run of the monitor for a thousand, ten and a hundred thousand
 * projects of which a hundred are due, and the time to chase a thousand at once.
 */
import { type MonitorRun, measureMonitor } from './measure.ts'

/** What a run over the most projects may ask for, as a share of a run over the fewest. */
const bar = 1.05

const line = ({ projects, due, steps, requests, units, seconds }: MonitorRun): string =>
  [
    projects.toLocaleString('en').padStart(9),
    due.toLocaleString('en').padStart(7),
    String(steps).padStart(7),
    String(requests.dynamodb).padStart(9),
    String(requests.sqs).padStart(6),
    units.read.toFixed(1).padStart(9),
    String(units.written).padStart(8),
    seconds.toFixed(2).padStart(8),
  ].join('')

const runs: MonitorRun[] = []
process.stdout.write(' projects    due  steps DynamoDB   SQS  read u. write u. seconds\n')
for (const [projects, due] of [
  [1_000, 100],
  [10_000, 100],
  [100_000, 100],
  [1_000, 1_000],
] as const) {
  const run = await measureMonitor(projects, due)
  runs.push(run)
  process.stdout.write(`${line(run)}\n`)
}
const asked = ({ requests }: MonitorRun): number => requests.dynamodb + requests.sqs
const [fewest, , most] = runs as [MonitorRun, MonitorRun, MonitorRun]
const ratio = asked(most) / asked(fewest)
process.stdout.write(`requests at 100,000 projects: ${ratio.toFixed(3)} of those at 1,000 (bar: ${bar})\n`)
process.exitCode = ratio <= bar && runs.every(({ steps, due }) => steps === due) ? 0 : 1
