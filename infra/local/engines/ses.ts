import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Engine } from './dynamodb.ts'
import { bodyOf, close, listen, loopback, portOf, staysOpen } from './loopback.ts'
import type { MailRecord } from './mail-record.ts'
import { sendingIn } from './ses-request.ts'

/** A CommonJS package whose `default` is the function: imported from here it would be wrapped twice. */
const { default: startEngine } = z
  .object({ default: z.custom<(config: { host: string; port: number }) => Promise<Server>>(isFunction) })
  .parse(createRequire(import.meta.url)('aws-ses-v2-local'))

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

/**
 * Starts SES on this machine: aws-ses-v2-local answers, and a door before it keeps every mail it accepts, whole and on
 * disk, since the engine drops headers and forgets all when it ends. Its web inbox, at the same address, shows what is
 * kept.
 * @param domainNow what the domain's clock shows.
 */
export const startSes = async (record: MailRecord, domainNow: () => string): Promise<Engine> => {
  const engine = await startEngine({ host: loopback, port: 0 })
  staysOpen(engine)
  const behind = `http://${loopback}:${portOf(engine)}`
  let shownFrom = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', behind)
    const send = (status: number, type: string, text: string) =>
      response.writeHead(status, { 'content-type': type }).end(text)
    const shown = () => record.stored().filter(({ number }) => number > shownFrom)
    if (request.method === 'GET' && pathname === '/store') {
      const since = Number(searchParams.get('since') ?? 0) * 1_000
      const emails = await inboxOf(record, ({ number, at }) => number > shownFrom && Date.parse(at) >= since)
      send(200, 'application/json', JSON.stringify({ templates: {}, emails }))
    } else if (request.method === 'GET' && pathname === '/get-emlContent') {
      const mail = shown().find(({ messageId }) => messageId === searchParams.get('messageId'))
      if (mail === undefined) send(400, 'application/json', '{"message":"Email not found within the store"}')
      else response.writeHead(200, { 'content-type': 'message/rfc822' }).end(Buffer.from(mail.raw, 'base64'))
    } else if (request.method === 'POST' && pathname === '/clear-store') {
      // Clears the view only: what was sent stays on record.
      shownFrom = record.stored().at(-1)?.number ?? 0
      send(200, 'application/json', '{"message":"Store cleared"}')
    } else {
      await pass(request, response, pathname)
    }
  }

  const pass = async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const body = await bodyOf(request)
    const passed = await fetch(behind + (request.url ?? '/'), {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !hopByHop.has(name) ? [[name, value] satisfies [string, string]] : [],
      ),
      ...(request.method === 'GET' || request.method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
    })
    const text = await passed.text()
    const sending = passed.ok && request.method === 'POST' ? sendingIn(pathname, body.toString()) : undefined
    if (sending !== undefined)
      record.add({
        ...sending,
        destinations: [...sending.destinations],
        messageId: messageIdIn(text),
        at: new Date().toISOString(),
        domainAt: domainNow(),
      })
    response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'text/plain' }).end(text)
  }

  const door = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const port = await listen(door)
  return {
    endpoint: `http://${loopback}:${port}`,
    stop: async () => {
      await close(door)
      await close(engine)
    },
  }
}

const hopByHop = new Set(['connection', 'content-length', 'expect', 'host', 'keep-alive', 'transfer-encoding'])

const messageIdIn = (answer: string): string => /MessageId"?[>:]\s*"?([\w-]+)/.exec(answer)?.[1] ?? 'unknown'

/** Mails in the shape that the engine's own inbox page reads. */
const inboxOf = async (
  record: MailRecord,
  wanted: (mail: { readonly number: number; readonly at: string }) => boolean,
): Promise<readonly unknown[]> =>
  (await record.mails()).filter(wanted).map((mail) => ({
    messageId: mail.messageId,
    from: mail.from,
    replyTo: [mail.headers['reply-to'] ?? []].flat(),
    destination: { to: mail.to, cc: mail.cc, bcc: mail.bcc },
    subject: mail.subject,
    body: { html: mail.html === '' ? undefined : mail.html, text: mail.text },
    attachments: [],
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    at: Math.floor(Date.parse(mail.at) / 1_000),
  }))
