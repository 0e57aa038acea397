import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { NoSuchTime } from './clock/movable-clock.ts'
import type { ClockMover } from './clock/move-clock.ts'
import { bodyOf } from './engines/loopback.ts'
import type { Mail } from './engines/mail-record.ts'
import type { ClockReading, Status } from './status.ts'
import { NotQuiet } from './stillness.ts'

export interface LocalApiParts {
  readonly status: () => Status
  readonly readClock: () => ClockReading
  readonly mover: ClockMover
  /** @param within milliseconds. */
  readonly quiet: (within: number) => Promise<void>
  readonly mails: (after?: number) => Promise<readonly Mail[]>
  readonly inbox: string
  /** Forgets whoever has been erased, in mails and files. */
  readonly forget: () => Promise<void>
}

const move = z.union([z.strictObject({ step: z.string() }), z.strictObject({ jump: z.string() })])
const since = z.union([z.coerce.number().int().nonnegative(), z.iso.datetime({ offset: true })]).default(0)
const hosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * What exists on this machine only, under `/local`: `GET status`, `GET` and `POST clock`, `GET quiet?within=ms`,
 * `POST compaction`, `GET mails?since=&to=` (a number: mails after it; an instant: mails accepted since), `GET inbox`.
 */
export const localApi = (parts: LocalApiParts) => async (request: IncomingMessage, response: ServerResponse) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const send = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(`${JSON.stringify(value, undefined, 2)}\n`)
  }
  const route = `${request.method} ${url.pathname.slice('/local'.length).replace(/\/$/, '')}`
  try {
    // A page of the web must not move our clock by a name that it lets resolve to this machine.
    if (!hosts.test(request.headers.host ?? '')) return send(403, { message: 'only by the name localhost' })
    if (route === 'GET ' || route === 'GET /') return send(200, index(parts.inbox))
    if (route === 'GET /status') return send(200, parts.status())
    if (route === 'GET /clock') return send(200, parts.readClock())
    if (route === 'POST /clock') {
      if (!request.headers['content-type']?.startsWith('application/json'))
        return send(415, { message: 'content-type: application/json' })
      const asked = move.parse(JSON.parse((await bodyOf(request)).toString()))
      return send(200, await ('step' in asked ? parts.mover.step(asked.step) : parts.mover.jump(asked.jump)))
    }
    if (route === 'POST /compaction') {
      await parts.forget()
      return send(200, { compacted: true })
    }
    if (route === 'GET /quiet') {
      await parts.quiet(
        z.coerce
          .number()
          .positive()
          .default(30_000)
          .parse(url.searchParams.get('within') ?? undefined),
      )
      return send(200, { quiet: true })
    }
    if (route === 'GET /mails') return send(200, await mailsFor(parts, url.searchParams))
    if (route === 'GET /inbox') return response.writeHead(302, { location: parts.inbox }).end()
    return send(404, { message: 'Not Found' })
  } catch (error) {
    if (error instanceof NotQuiet) return send(503, { message: error.message })
    if (error instanceof NoSuchTime || error instanceof z.ZodError || error instanceof SyntaxError)
      return send(400, { message: error instanceof z.ZodError ? z.prettifyError(error) : error.message })
    throw error
  }
}

const index = (inbox: string) => ({
  status: '/local/status',
  clock: '/local/clock',
  quiet: '/local/quiet?within=30000',
  mails: '/local/mails?since=0&to=',
  inbox,
})

const mailsFor = async ({ mails }: LocalApiParts, query: URLSearchParams): Promise<readonly Mail[]> => {
  const from = since.parse(query.get('since') ?? undefined)
  const to = query.get('to')
  const found = await mails(typeof from === 'number' ? from : 0)
  return found.filter(
    (mail) =>
      (typeof from === 'number' || Date.parse(mail.at) >= Date.parse(from)) &&
      (to === null || to === '' || [...mail.to, ...mail.cc, ...mail.bcc].includes(to)),
  )
}
