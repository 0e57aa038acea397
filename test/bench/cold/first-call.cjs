/**
 * One cold start: a fresh process that loads a bundle and makes its first call, as Lambda's runtime does. What it costs in
 * processor time, on all threads, goes to file descriptor 3; what the function logs goes where it always goes.
 */
const { readFileSync, writeSync } = require('node:fs')

// What AWS's own runtime client has loaded before it loads any function, an empty one too: `index.mjs` of aws-lambda-ric 4.0.2.
for (const name of ['path', 'net', 'http', 'os', 'util', 'worker_threads']) require(`node:${name}`)

const { file, event, functionName, timeout } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const deadline = Date.now() + timeout
const context = {
  functionName,
  functionVersion: '$LATEST',
  memoryLimitInMB: '512',
  awsRequestId: 'first-call',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => deadline - Date.now(),
}
/** Microseconds since the mark. */
const since = (mark) => {
  const { user, system } = process.cpuUsage(mark)
  return user + system
}

const begin = process.cpuUsage()
const { handler } = require(file)
const load = since(begin)
Promise.resolve(handler(event, context)).then(
  (answer) => {
    const total = since(begin)
    writeSync(3, JSON.stringify({ load, total, answer: answer ?? null }))
    process.exit(0)
  },
  (error) => {
    process.stderr.write(`${error?.stack ?? error}\n`)
    process.exit(1)
  },
)
