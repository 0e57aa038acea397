import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { openApiText } from '../../infra/local/openapi/document.ts'
import { operations } from '../../infra/local/openapi/operations/index.ts'
import { bodies } from '../../shared/api/bodies.ts'
import { routes } from '../../shared/api/routes.ts'
import { schemaOf, validatorAt } from './support/description.ts'

const file = new URL('../../functions/portfolio/openapi.json', import.meta.url)
const text = readFileSync(file, 'utf8')

describe('functions/portfolio/openapi.json', () => {
  it('is up to date with the code: npm run describe', async () => {
    expect(text).toBe(await openApiText())
  })

  it('is valid OpenAPI 3.1 by the schema of the specification', async () => {
    expect(await new Validator().validate(JSON.parse(text))).toMatchObject({ valid: true })
  })

  it('is valid by a validator of its own reading, with its strict rules', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })
    const problems = await lintFromString({ source: text, config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('describes each route, and no other', () => {
    const { paths } = z.parse(
      z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }),
      JSON.parse(text),
    )
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
  })
})

describe.each(Object.entries(bodies))('the example of a request: %s', (route, schema) => {
  it('is read by the schema that parses it, and fits the description', () => {
    const { sends } = operations[route as keyof typeof bodies]
    expect(z.safeParse(schema, sends).error?.issues).toBeUndefined()
    const [method = '', path = ''] = route.split(' ')
    const validate = validatorAt(
      'paths',
      path,
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    )
    expect([validate(sends), validate.errors]).toEqual([true, null])
  })
})

const examples = Object.entries(
  z.parse(z.record(z.string(), z.object({ value: z.unknown() })), schemaOf('components', 'examples')),
)

describe('the examples of answers', () => {
  it.each(examples)('%s fits its schema, and holds nothing beside', (name, { value }) => {
    const validate = validatorAt('components', 'schemas', name)
    expect([validate(value), validate.errors]).toEqual([true, null])
  })
})

const media = z.object({
  schema: z.unknown(),
  examples: z.optional(z.record(z.string(), z.object({ value: z.unknown() }))),
})
const webhook = z.object({ post: z.object({ requestBody: z.object({ content: z.record(z.string(), media) }) }) })
const heard = Object.entries(z.parse(z.record(z.string(), webhook), schemaOf('webhooks'))).flatMap(([type, { post }]) =>
  Object.entries(post.requestBody.content['application/cloudevents+json']?.examples ?? {}).map(
    ([role, { value }]) => [type, role, value] as const,
  ),
)

describe('the examples of webhooks', () => {
  it.each(heard)('%s as %s hears it fits its schema', (type, _, value) => {
    const validate = validatorAt(
      'webhooks',
      type,
      'post',
      'requestBody',
      'content',
      'application/cloudevents+json',
      'schema',
    )
    expect([validate(value), validate.errors]).toEqual([true, null])
  })

  it('there are some for each role', () => {
    expect(new Set(heard.map(([, role]) => role))).toEqual(new Set(['public', 'integrator']))
  })
})
