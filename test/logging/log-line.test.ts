import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { errorForLog } from '../../shared/logging/error-for-log.ts'
import { impersonal } from '../../shared/logging/impersonal.ts'
import { logTo } from '../../shared/logging/log-line.ts'
import { NotSent } from '../../shared/use-cases/mail-ports.ts'

const lines: string[] = []
const log = logTo((line) => lines.push(line), { functionName: 'trin-test-relay', awsRequestId: 'r-1' })
const written = (...[level, message, facts]: Parameters<typeof log>) => {
  lines.length = 0
  log(level, message, facts)
  return JSON.parse(lines[0] ?? '')
}

describe('given a line of the log', () => {
  it('then it says how bad, what, when, where, about what, and for whose sake', () => {
    const line = written('info', 'announcement', {
      correlationId: 'visit-1',
      stream: 'prj_1',
      command: 'cmd_1',
      outcome: 'confirmed',
    })
    expect(line).toEqual({
      level: 'info',
      message: 'announcement',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      function: 'trin-test-relay',
      requestId: 'r-1',
      correlationId: 'visit-1',
      project: 'prj_1',
      command: 'cmd_1',
      outcome: 'confirmed',
    })
    expect(written('info', 'announcement', { stream: 'mtg_1' })).toMatchObject({ meeting: 'mtg_1' })
  })

  it('then it is one line, whatever is in it', () => {
    written('error', 'two\nlines', { cause: new Error('and\nmore\u2028of them') })
    expect(lines[0]?.split(/[\n\r]/)).toHaveLength(1)
  })

  it('when a fact or a cause names a person, then the line does not', () => {
    const refused = new Error('554 Message rejected: Maren Østergaard Holm <maren@kommune.example>')
    const line = JSON.stringify(
      written('error', 'mail', {
        why: 'no such mailbox anna.lund@kommune.example',
        posted: [{ to: 'x@y.example' }],
        cause: new NotSent('ses did not take the mail', { cause: refused }),
      }),
    )
    expect(line).not.toMatch(/Maren|Holm|maren|anna|@/)
    expect(line).toContain('554 Message rejected: <address>')
  })
})

describe('given a text of somebody else', () => {
  it.each([
    ['to maren@kommune.example, refused', 'to <address>, refused'],
    ['"Holm, Maren" <maren@kommune.example> refused', '<address> refused'],
    ['the following: Maren Holm <maren@kommune.example>', 'the following: <address>'],
    ['failed for Anna de la Cour 2 <anna@kommune.example>; more', '<address>; more'],
    ['MAREN+trin@xn--rvi-ula.example', '<address>'],
    ['søren.åkjær@kommune.example.', '<address>'],
    ['mailto:maren%40kommune.example', 'mailto:<address>'],
    ['RCPT TO:<maren@kommune.example>', 'RCPT TO:<address>'],
    ['https://trin.example/p/prj_1?key=eyJhbGci.eyJzdWIi.c2ln', 'https://trin.example/p/prj_1'],
    ['https://maren:secret@trin.example/x#y', 'https://trin.example/x'],
    ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjb24ifQ.sig-nature_', 'Bearer <token>'],
    ['signed by whsec_K5oZfzN95Z9UVu1E+/==', 'signed by <token>'],
  ])('when it is %s, then what is left is %s', (text, left) => {
    expect(impersonal(text)).toBe(left)
  })

  it.each([
    'connect ECONNREFUSED 127.0.0.1:8000',
    'at send (/app/node_modules/@aws-sdk/client-ses/dist/index.js:10:3)',
    'prj_01JBYGGESAG000000000000001/6/0 is not in the log',
    'mail/prj_1/6/0/con_3f2a is being sent',
    'POST /api/projects/{id}/return',
  ])('when it names nobody, as %s, then it stands', (text) => {
    expect(impersonal(text)).toBe(text)
  })

  it('when it is long and hostile, then it takes no time', () => {
    const hostile = ['a'.repeat(200_000), 'A '.repeat(100_000), '"'.repeat(200_000), `<${'a@'.repeat(100_000)}`]
    const startedAt = performance.now()
    for (const text of hostile) impersonal(text)
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})

describe('given an error', () => {
  const caught = (run: () => unknown): unknown => {
    try {
      return run()
    } catch (error) {
      return error
    }
  }

  it('then its causes are told in turn, with their codes, and no more than a few', () => {
    const deep = Array.from({ length: 20 }).reduce<Error>((cause, _, n) => new Error(`${n}`, { cause }), new Error('x'))
    expect(JSON.stringify(errorForLog(deep)).match(/"message"/g)).toHaveLength(6)
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    const away = Object.assign(new Error('503', { cause: reset }), { $metadata: { httpStatusCode: 503 } })
    expect(errorForLog(away)).toMatchObject({ status: 503, cause: { code: 'ECONNRESET' } })
    expect(errorForLog(new AggregateError([reset, away], 'both'))).toMatchObject({
      causes: [{ code: 'ECONNRESET' }, {}],
    })
  })

  it('when a schema objects, then where and what, and not to which value', () => {
    const schema = z.strictObject({ name: z.string(), email: z.email() })
    const error = caught(() => schema.parse({ name: 7, email: 'Maren Holm', 'Maren Holm': 1 }, { reportInput: true }))
    const told = errorForLog(error)
    expect(told.message).toBe('name: invalid_type; email: invalid_format; it: unrecognized_keys')
    expect(JSON.stringify(told)).not.toContain('Maren')
  })

  it('when JSON cannot be read, then not what stood there', () => {
    for (const text of ['Maren Holm', '{"name": "Maren Holm', '["Maren" "Holm"]', '{"a":1} "Maren"'])
      expect(JSON.stringify(errorForLog(caught(() => JSON.parse(text))))).not.toMatch(/Maren|Holm/)
  })

  it('when more hangs on it, such as the request, then that is not told; nor is the message told again with the stack', () => {
    const error = Object.assign(new Error('refused:\n  Maren Holm'), { request: { to: 'Maren Holm' } })
    const { stack, message } = errorForLog(error)
    expect(message).toBe('refused:\n  Maren Holm')
    expect(stack?.every((line) => line.startsWith('at '))).toBe(true)
    expect(JSON.stringify(errorForLog(error))).not.toContain('request')
  })

  it('when what was thrown is no error, then only of which kind', () => {
    expect(errorForLog('Maren Holm')).toEqual({ name: 'thrown', message: 'string' })
  })
})
