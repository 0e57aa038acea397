import { describe, expect, it } from 'vitest'
import { originOf, traceparentOf } from '../../shared/tracing/trace-context.ts'
import { crockford, ulid } from '../../shared/use-cases/ulid.ts'

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const valid = `00-${trace}-00f067aa0ba902b7-01`
const made = expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)

describe('given the headers of a request', () => {
  it.each([
    ['nothing', {}, { correlationId: made }],
    ['a correlation id', { 'x-correlation-id': 'visit-12345' }, { correlationId: 'visit-12345' }],
    ['a trace', { traceparent: valid }, { correlationId: trace }],
    ['a trace that nobody records', { traceparent: valid.replace(/01$/, '00') }, { correlationId: trace }],
    ['both', { traceparent: valid, 'x-correlation-id': 'visit-12345' }, { correlationId: 'visit-12345', trace }],
    ['both, the same', { traceparent: valid, 'x-correlation-id': trace }, { correlationId: trace }],
    ['a trace beside nonsense', { traceparent: valid, 'x-correlation-id': '"; drop' }, { correlationId: trace }],
    ['a version to come, with more', { traceparent: `cc${valid.slice(2)}-what-the-future` }, { correlationId: trace }],
  ])('when they say %s, then that is whose sake it is for', (_, headers, origin) => {
    expect(originOf(headers)).toEqual(origin)
  })

  it.each([
    ['version ff', `ff${valid.slice(2)}`],
    ['more than version 00 has', `${valid}-more`],
    ['more without a hyphen', `cc${valid.slice(2)}.more`],
    ['capital letters', valid.toUpperCase()],
    ['a trace of noughts', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent of noughts', `00-${trace}-${'0'.repeat(16)}-01`],
    ['a trace that is short', `00-${trace.slice(1)}-00f067aa0ba902b7-01`],
    ['no flags', valid.slice(0, -3)],
    ['two of them', `${valid},${valid}`],
    ['nothing', ''],
  ])('when the trace has %s, then it is as if it were not there', (_, traceparent) => {
    expect(originOf({ traceparent })).toEqual({ correlationId: made })
  })
})

describe('given a call on behalf of somebody', () => {
  const parts = (traceparent: string) =>
    /^00-(?<trace>[\da-f]{32})-(?<span>[\da-f]{16})-01$/.exec(traceparent)?.groups ?? {}

  it('when it follows a trace, then it is in that trace, and a receiver of ours would take it so', () => {
    const traceparent = traceparentOf(trace, 'prj_1/6/0')
    expect(parts(traceparent).trace).toBe(trace)
    expect(originOf({ traceparent })).toEqual({ correlationId: trace })
  })

  it('when it follows an id of ours, then the trace holds the very same bits', () => {
    const id = ulid()
    expect(crockford(BigInt(`0x${parts(traceparentOf(id, 'x')).trace}`))).toBe(id)
    expect(parts(traceparentOf('00000000000000000000000001', 'x')).trace).toBe(`${'0'.repeat(31)}1`)
  })

  it.each(['visit-12345', '', '0'.repeat(32), '0'.repeat(26), 'MONITOR-RUN'])(
    'when it follows %j, then there is a trace all the same, and always this one',
    (id) => {
      const { trace: first, span } = parts(traceparentOf(id, 'x'))
      expect(first).toMatch(/[1-9a-f]/)
      expect(parts(traceparentOf(id, 'x'))).toEqual({ trace: first, span })
      expect(parts(traceparentOf(id, 'y'))).toMatchObject({ trace: first, span: expect.not.stringMatching(`${span}`) })
    },
  )
})
