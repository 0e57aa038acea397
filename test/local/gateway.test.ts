import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api, lambda } from './tiny-assembly.ts'
import { startTiny } from './tiny-stack.ts'

const echo = lambda(
  'Echo',
  'exports.handler = async (event) => ({ statusCode: 201, headers: { "x-by": "echo" }, cookies: ["a=1", "b=2"], body: JSON.stringify(event) })',
)
const broken = lambda('Broken', 'exports.handler = async () => { throw new Error("no") }')
const routes = {
  'POST /things/{id}': 'Echo',
  'GET /things/special': 'Echo',
  'GET /things/{id}': 'Echo',
  'GET /files/{rest+}': 'Echo',
  'GET /broken': 'Broken',
  'GET /slow': 'Echo',
}
const json = z.record(z.string(), z.unknown())

describe('the gateway of the local stack', () => {
  it('hands a request on in payload format 2.0 and answers with what the function says', async () => {
    const { url } = await startTiny([echo, broken, api(routes)])
    const answer = await fetch(`${url}/things/a%20b?x=1&x=2&y=%C3%A6`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Custom': 'Yes', cookie: 'c=1; d=2' },
      body: '{"ø":1}',
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('x-by')).toBe('echo')
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await answer.json()).toMatchObject({
      version: '2.0',
      routeKey: 'POST /things/{id}',
      rawPath: '/things/a%20b',
      rawQueryString: 'x=1&x=2&y=%C3%A6',
      queryStringParameters: { x: '1,2', y: 'æ' },
      pathParameters: { id: 'a b' },
      headers: { 'x-custom': 'Yes' },
      cookies: ['c=1', 'd=2'],
      body: '{"ø":1}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
    })
  })

  it('hands a form on as base64, as the cloud does', async () => {
    const { url } = await startTiny([echo, broken, api(routes)])
    const answer = await fetch(`${url}/things/1`, { method: 'POST', body: new URLSearchParams({ a: 'å' }) })
    expect(await answer.json()).toMatchObject({
      isBase64Encoded: true,
      body: Buffer.from('a=%C3%A5').toString('base64'),
    })
  })

  it('prefers the more specific route', async () => {
    const { url } = await startTiny([echo, broken, api(routes)])
    const routeOf = async (path: string) => json.parse(await (await fetch(url + path)).json()).routeKey
    expect(await routeOf('/things/special')).toBe('GET /things/special')
    expect(await routeOf('/things/other')).toBe('GET /things/{id}')
    expect(await routeOf('/files/a/b')).toBe('GET /files/{rest+}')
  })

  it('answers for itself: 404, 413, 429, 503', async () => {
    const { url, status } = await startTiny([
      echo,
      broken,
      api(routes, { RouteSettings: { 'GET /slow': { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 1 } } }),
    ])
    const ask = async (path: string, init?: RequestInit) => {
      const answer = await fetch(url + path, init)
      return [answer.status, await answer.json()]
    }
    expect(await ask('/nothing')).toEqual([404, { message: 'Not Found' }])
    expect(await ask('/things/1', { method: 'DELETE' })).toEqual([404, { message: 'Not Found' }])
    expect(await ask('/things/%E0%A4%A')).toEqual([400, { message: 'Bad Request' }])
    expect(await ask('/things/1', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) })).toEqual([
      413,
      { message: 'Request Entity Too Large' },
    ])
    expect((await ask('/slow'))[0]).toBe(201)
    expect(await ask('/slow')).toEqual([429, { message: 'Too Many Requests' }])
    expect(await ask('/broken')).toEqual([503, { message: 'Service Unavailable' }])
    expect(status().functions.broken).toMatchObject({ invocations: 1, errors: 1, lastError: { message: 'Error: no' } })
  })

  it.each([
    ['localhost', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example:3000', 403],
  ])('is asked about this machine by its own names only: %s is answered %i', async (host, expected) => {
    const { url } = await startTiny([echo, broken, api(routes)])
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${url}/local/clock`, { headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', reject).end()
    })
    expect(status).toBe(expected)
  })

  it('outlives a client that goes away in the middle of its body, at every door', async () => {
    const { url, endpoints, inbox } = await startTiny([echo, broken, api(routes)])
    for (const address of [url, endpoints.dynamodb, endpoints.sqs, inbox]) {
      const { port } = new URL(address)
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(
            'POST /things/1 HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
            () => socket.resetAndDestroy(),
          )
        })
        socket.on('close', () => resolve())
      })
    }
    expect((await fetch(`${url}/things/1`)).status).toBe(201)
  })
})
