import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { asyncApiText } from '../../infra/local/asyncapi/document.ts'
import { reachedFrom } from '../../infra/local/asyncapi/reached.ts'
import { publicFields } from '../../infra/local/openapi/events.ts'
import { exampleSecret } from '../../infra/local/openapi/examples.ts'
import { projectEventTypes } from '../../shared/webhooks/event-types.ts'
import { type Delivered, deviationOf, heardBy, schemaOf } from './support/messages.ts'

const text = readFileSync(new URL('../../functions/portfolio/asyncapi.json', import.meta.url), 'utf8')
const { components } = z.parse(
  z.object({
    components: z.object({
      messages: z.record(z.string(), z.unknown()),
      schemas: z.record(z.string(), z.looseObject({})),
    }),
  }),
  JSON.parse(text),
)
const specification = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json')

describe('functions/portfolio/asyncapi.json', () => {
  it('is up to date with the code: npm run describe', async () => {
    expect(text).toBe(await asyncApiText())
  })

  it('is valid AsyncAPI 3.0 by the schema of the specification', () => {
    const ajv = new Ajv({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(specification, 'utf8')))
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null])
    expect(validate({ ...JSON.parse(text), channels: { endpoint: { adress: '/' } } })).toBe(false)
  })

  it('is valid by a validator of its own reading, with its strict rules', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })
    const problems = await lintFromString({ source: text, config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('has a message for each event, and tells each role those that it hears', () => {
    expect(heardBy.get('integrator')?.toSorted()).toEqual(projectEventTypes.toSorted())
    expect(heardBy.get('public')?.toSorted()).toEqual(Object.keys(publicFields).sort())
  })

  it('holds no schema that no message refers to', () => {
    expect(reachedFrom(components.messages, components.schemas)).toEqual(components.schemas)
  })

  it('has schemas that draft 7 reads as those after it do: no later keyword, no word beside a reference', () => {
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
    formats.default(ajv)
    ajv.addVocabulary(['components'])
    const payloads = Object.keys(components.messages).map((type) => ({
      $ref: `#/components/messages/${type}/payload`,
    }))
    expect(ajv.compile({ components, oneOf: payloads })({})).toBe(false)
    const beside: string[] = []
    JSON.stringify(components, (_, value) => {
      if (typeof value?.$ref === 'string' && Object.keys(value).length > 1) beside.push(value.$ref)
      return value
    })
    expect(beside).toEqual([])
  })
})

const example = z.object({
  name: z.enum(['integrator', 'public']),
  headers: z.record(z.string(), z.string()),
  payload: z.looseObject({}),
})
const message = z.object({ examples: z.optional(z.array(example)) })
const examples = Object.entries(z.parse(z.record(z.string(), message), schemaOf('components', 'messages'))).flatMap(
  ([type, { examples = [] }]) => examples.map((one) => [type, one.name, one] as const),
)

describe('the examples of messages', () => {
  afterEach(() => vi.useRealTimers())

  it.each(examples)('%s as %s hears it fits its message, and can be verified', (_, role, { headers, payload }) => {
    const body = JSON.stringify(payload)
    const delivered = { headers: { 'content-type': 'application/cloudevents+json', ...headers }, body }
    expect(deviationOf(delivered, role)).toBeUndefined()
    vi.setSystemTime(Number(headers['webhook-timestamp']) * 1_000)
    expect(new Webhook(exampleSecret).verify(body, headers)).toEqual(payload)
  })

  it('there are some for each role', () => {
    expect(new Set(examples.map(([, role]) => role))).toEqual(new Set(['public', 'integrator']))
  })
})

describe('the check that every webhook of the tests goes through', () => {
  const [, , approval] = examples.find(([type, role]) => type === 'approved' && role === 'integrator') ?? []
  const { headers, payload } = z.parse(example, approval)
  const heard = {
    headers: { 'content-type': 'application/cloudevents+json', ...headers },
    body: JSON.stringify(payload),
  }
  const with_ = (more: object) => ({ ...heard, body: JSON.stringify({ ...payload, ...more }) })

  it.each<[string, Delivered, 'integrator' | 'public' | undefined]>([
    ['one field too many', with_({ more: 1 }), undefined],
    ['a type that nobody knows', with_({ type: 'eu.os2.trin.project.forgotten.v1' }), undefined],
    ['a header too few', { ...heard, headers: { 'content-type': 'application/cloudevents+json' } }, undefined],
    ['a header too many', { ...heard, headers: { ...heard.headers, 'x-more': '1' } }, undefined],
    ['another media type', { ...heard, headers: { ...heard.headers, 'content-type': 'application/json' } }, undefined],
    ['what integrators hear, at an endpoint of the public', heard, 'public'],
    [
      'an event that is not public, at an endpoint of the public',
      with_({ type: 'eu.os2.trin.project.commented.v1' }),
      'public',
    ],
  ])('sees %s', (_, delivered, role) => {
    expect(deviationOf(heard, 'integrator')).toBeUndefined()
    expect(deviationOf(delivered, role)).toEqual(expect.any(String))
  })
})
