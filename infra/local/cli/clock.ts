/**
 * `npm run clock`: tells the domain's time. `npm run clock -- +31d`: steps through everything that is due on the way.
 * `npm run clock -- +31d --jump`: goes there at once, as if all had been down meanwhile.
 */
import { request } from 'node:http'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { command, runningStack } from './running-stack.ts'

const reading = z.object({ now: z.string() })
const moved = z.object({ from: z.string(), to: z.string(), stops: z.array(z.string()) })

/** Without the time limit that `fetch` has: a year takes its time. */
const ask = (url: string, body?: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request(url, { method, headers: { 'content-type': 'application/json' } }, async (answer) => {
      const text = (await answer.setEncoding('utf8').toArray()).join('')
      if (answer.statusCode === 200) resolve(JSON.parse(text))
      else reject(new Error(text.trim()))
    })
    asked.on('error', reject).end(body)
  })

await command(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { jump: { type: 'boolean' } } })
  const [to] = positionals
  const url = `${runningStack().url}/local/clock`
  if (to === undefined) {
    process.stdout.write(`${reading.parse(await ask(url)).now}\n`)
    return
  }
  const move = moved.parse(await ask(url, JSON.stringify(values.jump ? { jump: to } : { step: to })))
  for (const stop of move.stops) process.stdout.write(`  ${stop}\n`)
  process.stdout.write(`${move.from} → ${move.to}\n`)
})
